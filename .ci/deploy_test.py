"""What deploy.sh asks of AWS, with an `aws` and a `sam` that write down what they are asked."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

HOME = Path(__file__).parent.parent

AWS = r"""#!/bin/sh
echo "aws $*" >> "$CALLS"
if [ -e "$STATE/fault" ]; then
  cat "$STATE/fault" >&2
  exit 254
fi
case "$*" in
  *describe-stacks*)
    name="$(echo "$*" | sed 's/.*--stack-name \([^ ]*\).*/\1/')"
    if ! [ -e "$STATE/status" ]; then
      echo "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id $name does not exist" >&2
      exit 254
    fi ;;
esac
case "$*" in
  *StackStatus*) cat "$STATE/status" ;;
  *DistributionDomain*) cat "$STATE/domain" ;;
  *DistributionId*) cat "$STATE/id" ;;
  *delete-stack*) rm -f "$STATE"/* ;;
esac 2>/dev/null
"""

SAM = """#!/bin/sh
echo "sam $*" >> "$CALLS"
echo CREATE_COMPLETE > "$STATE/status"
echo d111.cloudfront.net > "$STATE/domain"
echo E1 > "$STATE/id"
"""


class DeployTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("deploy.sh", "samconfig.toml", "template.yaml", "edge.yaml"):
            shutil.copy(HOME / name, self.folder)
        shutil.copytree(HOME / "deploy", self.folder / "deploy")
        self.zip = self.folder / "functions/articles/target/articles.zip"
        self.desk = self.folder / "desk/target/desk.zip"
        for package in (self.zip, self.desk):
            package.parent.mkdir(parents=True)
            package.write_text("code")
        (self.folder / "bin").mkdir()
        (self.folder / "state").mkdir()
        for name, text in (("aws", AWS), ("sam", SAM)):
            (self.folder / "bin" / name).write_text(text)
            (self.folder / "bin" / name).chmod(0o755)

    def deploy(self, *arguments):
        """The calls of `sam deploy`, each as its overrides; and all calls as text."""
        calls = self.folder / "calls"
        calls.write_text("")
        environment = os.environ | {
            "PATH": f"{self.folder}/bin:{os.environ['PATH']}",
            "CALLS": str(calls),
            "STATE": str(self.folder / "state"),
            "AWS_REGION": "eu-west-3",
        }
        self.ended = subprocess.run(
            ["sh", "deploy.sh", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True)
        self.calls = calls.read_text()
        return [dict(re.findall(r"(\w+)=(\S+)", line)) for line in self.calls.splitlines() if line.startswith("sam")]

    def test_the_first_deployment_has_two_steps(self):
        first, second = self.deploy("staging")
        self.assertEqual("no", first["Established"])
        self.assertEqual("https://first-deployment.invalid", first["DistributionOrigin"])
        self.assertEqual("yes", second["Established"])
        self.assertEqual("https://d111.cloudfront.net", second["DistributionOrigin"])
        self.assertNotEqual(first["Release"], second["Release"])

    def test_a_later_deployment_has_one(self):
        self.deploy("staging")
        (again,) = self.deploy("staging")
        self.assertEqual("yes", again["Established"])

    def test_a_release_changes_with_code_template_and_parameters_alone(self):
        self.deploy("staging")
        releases = [self.deploy("staging")[0]["Release"] for _ in range(2)]
        self.assertEqual(1, len(set(releases)))
        for file in (self.zip, self.desk, self.folder / "template.yaml", self.folder / "deploy/staging.yaml"):
            file.write_text(file.read_text() + "\n# changed")
            releases.append(self.deploy("staging")[0]["Release"])
        self.assertEqual(5, len(set(releases)))

    def test_a_first_deployment_that_was_rolled_back_is_removed_first(self):
        (self.folder / "state/status").write_text("ROLLBACK_COMPLETE")
        self.assertEqual(2, len(self.deploy("prod")))
        self.assertLess(self.calls.index("delete-stack --stack-name nashra-prod"), self.calls.index("sam deploy"))

    def test_a_newspaper_of_which_nothing_is_known_is_not_deployed(self):
        self.deploy("prod")
        for fault in ("An error occurred (ThrottlingException)", "Unable to locate credentials"):
            (self.folder / "state/fault").write_text(fault)
            for arguments in (["prod"], ["prod", "edge"]):
                self.assertEqual([], self.deploy(*arguments))
                self.assertEqual((1, fault), (self.ended.returncode, self.ended.stderr.strip()))

    def test_the_edge_follows_the_newspaper(self):
        self.assertEqual([], self.deploy("prod", "edge"))
        self.assertIn("first deploy the newspaper: ./deploy.sh prod", self.ended.stderr)
        self.deploy("prod")
        (edge,) = self.deploy("prod", "edge")
        self.assertEqual("E1", edge["DistributionId"])
        self.assertIn("--stack-name nashra-prod-edge --region us-east-1", self.calls)

    def test_faults_are_told(self):
        for arguments, message in (
            ([], "usage: ./deploy.sh staging [edge]"),
            (["test"], "there is no deploy/test.yaml"),
            (["prod", "egde"], "there is no egde: ./deploy.sh prod [edge]"),
        ):
            self.deploy(*arguments)
            self.assertEqual((1, message), (self.ended.returncode, self.ended.stderr.strip()))
        config = self.folder / "samconfig.toml"
        config.write_text(config.read_text().replace("nashra-prod", "n" * 41))
        name = "nashra-prod"
        for other, fault in (
            ("n" * 41, "has at most 40 characters"),
            ("Nashra", "has lower-case letters, digits and hyphens only"),
            ("al-awsat", "does not contain aws, amazon or cognito"),
            ("n" * 40, None),
        ):
            config.write_text(config.read_text().replace(f'"{name}"', f'"{other}"'))
            name = other
            self.deploy("prod")
            self.assertEqual(f"{name}: a stack's name {fault}" if fault else "", self.ended.stderr.strip())
        self.zip.unlink()
        self.deploy("prod")
        self.assertEqual("first build the packages: mvn package", self.ended.stderr.strip())


if __name__ == "__main__":
    unittest.main()
