"""What must hold of template.yaml and edge.yaml once SAM has transformed them. There is no account to deploy to, so
that is as near as a test comes.

Run by .ci/run: python -m unittest discover -s .ci -p '*_test.py'
"""

import functools
import logging
import re
import unittest
from pathlib import Path

from boto3 import Session
from samtranslator.parser.parser import Parser
from samtranslator.public.translator import Translator
from samtranslator.yaml_helper import yaml_parse

logging.disable()
HOME = Path(__file__).parent.parent
PROD = {"Stage": "prod", "Release": "one"}
STAGING = {"Stage": "staging", "Release": "one"}

# Properties that name a resource, for the types of which a name must be unique in an account or a region.
NAMES = {
    "AWS::ApiGatewayV2::Api": [],
    "AWS::CloudFront::CachePolicy": ["CachePolicyConfig.Name"],
    "AWS::CloudFront::Function": ["Name"],
    "AWS::CloudFront::KeyValueStore": ["Name"],
    "AWS::CloudFront::OriginAccessControl": ["OriginAccessControlConfig.Name"],
    "AWS::CloudFront::OriginRequestPolicy": ["OriginRequestPolicyConfig.Name"],
    "AWS::CloudFront::ResponseHeadersPolicy": ["ResponseHeadersPolicyConfig.Name"],
    "AWS::CloudWatch::Alarm": ["AlarmName"],
    "AWS::CloudWatch::Dashboard": ["DashboardName"],
    "AWS::CodeDeploy::Application": ["ApplicationName"],
    "AWS::CodeDeploy::DeploymentGroup": ["DeploymentGroupName"],
    "AWS::Cognito::UserPool": ["UserPoolName"],
    "AWS::Cognito::UserPoolDomain": ["Domain"],
    "AWS::DynamoDB::Table": ["TableName"],
    "AWS::IAM::ManagedPolicy": ["ManagedPolicyName"],
    "AWS::IAM::Role": ["RoleName"],
    "AWS::Lambda::Function": ["FunctionName"],
    "AWS::Logs::Delivery": [],
    "AWS::Logs::DeliveryDestination": ["Name"],
    "AWS::Logs::DeliverySource": ["Name"],
    "AWS::Logs::LogGroup": ["LogGroupName"],
    "AWS::Logs::QueryDefinition": ["Name"],
    "AWS::S3::Bucket": ["BucketName"],
    "AWS::SNS::Topic": ["TopicName"],
    "AWS::SQS::Queue": ["QueueName"],
    "AWS::SSM::Parameter": ["Name"],
    "AWS::Scheduler::Schedule": ["Name"],
    "AWS::SecretsManager::Secret": ["Name"],
    "AWS::StepFunctions::StateMachine": ["StateMachineName"],
    "AWS::WAFv2::WebACL": ["Name"],
}

# Types whose names live within another resource, or that have none.
WITHIN_ANOTHER = {
    "AWS::ApiGatewayV2::Stage",
    "AWS::CloudFront::Distribution",
    "AWS::Cognito::ManagedLoginBranding",
    "AWS::Cognito::UserPoolClient",
    "AWS::Cognito::UserPoolGroup",
    "AWS::IAM::RolePolicy",
    "AWS::Lambda::Alias",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Permission",
    "AWS::Lambda::Url",
    "AWS::Lambda::Version",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicPolicy",
}


@functools.cache
def transformed(file, region, parameters):
    return Translator({}, Parser(), boto_session=Session(region_name=region)).translate(packaged(file), dict(parameters))


def packaged(file):
    """The template as `sam package` leaves it: with its code in a bucket."""
    template = yaml_parse((HOME / file).read_text())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://packages/" + resource["Properties"]["CodeUri"]
    return template


class Stack:
    """A template as CloudFormation would see it, for a stack with some parameters."""

    def __init__(self, parameters, name="nashra-prod", region="eu-west-3", file="template.yaml"):
        self.parameters = {k: v.get("Default", "") for k, v in packaged(file)["Parameters"].items()} | parameters
        self.template = transformed(file, region, tuple(self.parameters.items()))
        self.conditions = self.template.get("Conditions", {})
        self.resources = self.template["Resources"]
        self.references = self.parameters | {
            "AWS::StackName": name,
            "AWS::Region": region,
            "AWS::AccountId": "123456789012",
            "AWS::Partition": "aws",
            "AWS::URLSuffix": "amazonaws.com",
        }

    def of(self, kind):
        return {k: v["Properties"] for k, v in self.resources.items() if v["Type"] == kind}

    def text(self, value):
        """A value with its parameters put in. A resource is named by its logical id."""
        match value:
            case {"Ref": name}:
                return str(self.references.get(name, name))
            case {"Fn::Sub": str(text)}:
                return re.sub(r"\$\{([^}]+)}", lambda m: str(self.references.get(m[1], m[1])), text)
            case {"Fn::If": [condition, yes, no]}:
                return self.text(yes if self.holds(self.conditions[condition]) else no)
            case {"Fn::GetAtt": name}:
                return ".".join(name) if isinstance(name, list) else name
        return value

    def holds(self, condition):
        match condition:
            case {"Fn::Equals": [left, right]}:
                return self.text(left) == self.text(right)
            case {"Fn::Not": [inner]}:
                return not self.holds(inner)
            case {"Fn::And": inner}:
                return all(self.holds(each) for each in inner)
            case {"Condition": name}:
                return self.holds(self.conditions[name])
        raise AssertionError(f"a condition of a kind that is new here: {condition}")

    def names(self):
        """The names that are given by hand, each with the type for which it must be unique."""
        found = set()
        for resource in self.resources.values():
            for path in NAMES.get(resource["Type"], []):
                value = resource.get("Properties", {})
                for key in path.split("."):
                    value = value.get(key, {})
                if value:
                    found.add((resource["Type"], self.text(value)))
        return found


def references(value):
    """The logical ids to which a value refers."""
    match value:
        case {"Ref": name}:
            yield name
        case {"Fn::GetAtt": name}:
            yield (name[0] if isinstance(name, list) else name.split(".")[0])
        case {"Fn::Sub": text}:
            yield from re.findall(r"\$\{([A-Za-z0-9]+)", text if isinstance(text, str) else text[0])
        case dict():
            for inner in value.values():
                yield from references(inner)
        case list():
            for inner in value:
                yield from references(inner)


class TwoStages(unittest.TestCase):
    def test_every_type_is_known_here(self):
        for file in ("template.yaml", "edge.yaml"):
            types = {r["Type"] for r in Stack(PROD if file == "template.yaml" else {}, file=file).resources.values()}
            self.assertEqual(set(), types - NAMES.keys() - WITHIN_ANOTHER, "say in NAMES what names it")

    def test_no_name_is_shared(self):
        for file, prod, staging in (("template.yaml", PROD, STAGING), ("edge.yaml", {}, {})):
            first = Stack(prod, "nashra-prod", file=file).names()
            second = Stack(staging, "nashra-staging", file=file).names()
            self.assertTrue(first)
            self.assertEqual(set(), first & second, file)

    def test_no_global_name_is_shared_between_regions(self):
        everywhere = lambda names: {name for name in names if "CloudFront" in name[0] or "IAM" in name[0]}
        paris = everywhere(Stack(PROD, "nashra", "eu-west-3").names())
        self.assertTrue(paris)
        self.assertEqual(set(), paris & everywhere(Stack(PROD, "nashra", "eu-central-1").names()))

    def test_our_metrics_are_told_apart(self):
        stack = Stack(STAGING, "nashra-staging")
        ours = [a for a in stack.of("AWS::CloudWatch::Alarm").values() if a.get("Namespace") == "Nashra"]
        self.assertTrue(ours)
        for alarm in ours:
            dimensions = {d["Name"]: stack.text(d["Value"]) for d in alarm["Dimensions"]}
            self.assertEqual({"Stage": "staging", "Edition": "nashra-staging"}, dimensions, alarm["MetricName"])


class Mail(unittest.TestCase):
    def test_without_an_address_there_is_none(self):
        stack = Stack(PROD)
        there = lambda parameters: {
            name for name, r in stack.resources.items()
            if "Condition" not in r or Stack(PROD | parameters).holds({"Condition": r["Condition"]})}
        gone = there({"MailFrom": "newspaper@news.example"}) - there({})
        self.assertEqual({"MailQueue", "UnsentMail"}, gone & stack.of("AWS::SQS::Queue").keys())
        self.assertEqual({"SendMail"}, gone & stack.of("AWS::Lambda::Function").keys())
        self.assertEqual({"SendMailEveryMinute"}, gone & stack.of("AWS::Scheduler::Schedule").keys())
        self.assertEqual({"SendMailQueued"}, gone & stack.of("AWS::Lambda::EventSourceMapping").keys())
        self.assertEqual(
            {"SendMailAlarm", "SendMailIdleAlarm", "MailNotSentAlarm", "MailLateAlarm", "UnsentMailAlarm"},
            gone & stack.of("AWS::CloudWatch::Alarm").keys())
        for name in stack.resources.keys() - gone:
            self.assertEqual(set(), gone & set(references(stack.resources[name])), name)

    def test_one_function_sends_and_from_one_address(self):
        stack = Stack(PROD | {"MailFrom": "newspaper@news.example"})
        senders = {}
        for name, role in stack.of("AWS::IAM::Role").items():
            for policy in role.get("Policies", []):
                for statement in policy["PolicyDocument"]["Statement"]:
                    if "ses:SendEmail" in flat([statement["Action"]]):
                        senders[name] = stack.text(statement["Condition"]["StringEquals"]["ses:FromAddress"])
        self.assertEqual({"SendMailRole": "newspaper@news.example"}, senders)

    def test_pages_know_whether_there_is_mail(self):
        for parameters, word in (({}, "off"), ({"MailFrom": "newspaper@news.example"}, "on")):
            stack = Stack(PROD | parameters)
            for name, function in stack.of("AWS::Lambda::Function").items():
                if name != "SendMail":  # which is there only with mail
                    self.assertEqual(word, stack.text(function["Environment"]["Variables"]["MAIL"]), name)

    def test_a_message_stays_hidden_while_its_function_may_run(self):
        stack = Stack(PROD)
        timeout = stack.of("AWS::Lambda::Function")["SendMail"]["Timeout"]
        self.assertEqual(6 * timeout, stack.of("AWS::SQS::Queue")["MailQueue"]["VisibilityTimeout"])


class Check(unittest.TestCase):
    """The newspaper's check of itself."""

    def schedule(self, **parameters):
        stack = Stack(PROD | parameters)
        return stack.text(stack.of("AWS::Scheduler::Schedule")["CheckNewspaperEveryFiveMinutes"]["State"])

    def test_it_runs_only_if_it_is_on(self):
        self.assertEqual("DISABLED", self.schedule())
        self.assertEqual("ENABLED", self.schedule(SyntheticCheck="on"))
        self.assertEqual("DISABLED", self.schedule(SyntheticCheck="on", Established="no"))

    def test_its_silence_alarms_only_if_it_is_on(self):
        for switch, expected in (("on", True), ("off", False)):
            stack = Stack(PROD | {"SyntheticCheck": switch})
            alarm = stack.resources["CheckFailedAlarm"]
            self.assertEqual(expected, stack.holds(stack.conditions[alarm["Condition"]]))
            self.assertEqual("breaching", alarm["Properties"]["TreatMissingData"])

    def test_it_may_publish_and_look_for_what_it_left_and_nothing_else(self):
        policies = Stack(PROD).of("AWS::IAM::Role")["CheckNewspaperRole"]["Policies"]
        statements = [s for policy in policies for s in policy["PolicyDocument"]["Statement"]]
        self.assertEqual(["lambda:InvokeFunction", "dynamodb:Query"], [s["Action"] for s in statements])
        self.assertEqual({"Ref": "PublishArticleAliaslive"}, statements[0]["Resource"])


class Versions(unittest.TestCase):
    def versions(self, parameters):
        return set(Stack(parameters).of("AWS::Lambda::Version"))

    def test_every_function_is_called_by_its_alias(self):
        stack = Stack(PROD)
        functions = stack.of("AWS::Lambda::Function").keys()
        self.assertEqual(len(functions), len(stack.of("AWS::Lambda::Alias")))
        callers = ("AWS::Lambda::EventSourceMapping", "AWS::Scheduler::Schedule", "AWS::StepFunctions::StateMachine")
        for caller in (p for kind in callers for p in stack.of(kind).values()):
            self.assertEqual(set(), functions & set(references(caller)))

    def test_a_snapshot_is_kept(self):
        """Lambda drops that of a version that was not called for 14 days."""
        stack = Stack(PROD)
        called = {alias: s["ScheduleExpression"] for s in stack.of("AWS::Scheduler::Schedule").values() for alias in references(s["Target"])}
        snapped = {name for name, f in stack.of("AWS::Lambda::Function").items() if "SnapStart" in f}
        self.assertLess(10, len(snapped))
        for name in snapped:
            self.assertIn(called.get(f"{name}Aliaslive"), ("rate(5 minutes)", "rate(7 days)"), name)

    def test_a_release_makes_new_versions_of_all_functions(self):
        first, second = self.versions(PROD), self.versions(PROD | {"Release": "two"})
        self.assertEqual(len(first), len(Stack(PROD).of("AWS::Lambda::Function")))
        self.assertEqual(set(), first & second)

    def test_without_a_new_release_a_changed_parameter_makes_none(self):
        """So Release must be a hash of the parameters too: deploy.sh."""
        self.assertEqual(self.versions(PROD), self.versions(PROD | {"EditionDomain": "news.example"}))

    def test_a_version_differs_in_its_environment(self):
        """Lambda refuses to publish a function in which nothing has changed."""
        for function in Stack(PROD).of("AWS::Lambda::Function").values():
            self.assertEqual({"Ref": "Release"}, function["Environment"]["Variables"]["RELEASE"])

    def test_a_deployment_of_the_api_is_gradual(self):
        stack = Stack(PROD)
        behind = {r for r in references(stack.of("AWS::ApiGatewayV2::Api")) if r.endswith("Aliaslive")}
        gradual = {k for k, v in stack.resources.items() if "CodeDeployLambdaAliasUpdate" in v.get("UpdatePolicy", {})}
        self.assertEqual({"RebuildHomepageAliaslive"}, behind - gradual, "its clock and stream are the larger part")
        for group in stack.of("AWS::CodeDeploy::DeploymentGroup").values():
            self.assertEqual(2, len(stack.text(group["AlarmConfiguration"])["Alarms"]))
        # What repairs a newspaper must not wait until it is well.
        at_once = Stack(PROD | {"GradualDeployment": "AllAtOnce"})
        for group in at_once.of("AWS::CodeDeploy::DeploymentGroup").values():
            self.assertEqual({}, at_once.text(group["AlarmConfiguration"]))


class Tracing(unittest.TestCase):
    def traced(self, parameters):
        stack = Stack(parameters)
        functions = {k for k, v in stack.of("AWS::Lambda::Function").items() if "TracingConfig" in v}
        allowed = {k.removesuffix("Role") for k, v in stack.of("AWS::IAM::Role").items() if "xray" in str(v.get("ManagedPolicyArns")).lower()}
        return functions, allowed

    def test_nothing_is_traced_and_nothing_may_be(self):
        self.assertEqual((set(), set()), self.traced(PROD))

    def test_what_somebody_waits_for_is_traced(self):
        waited_for = {"PublishArticle", "ReadArticles", "EditAuthors", "EditLive", "CheckArticle", "UploadMedia", "SubmitComment", "ModerateComments",
                      "EditWorkingCopy", "PreviewLinks", "ReadEdition"}
        self.assertEqual((waited_for, waited_for), self.traced(PROD | {"Tracing": "Active"}))


class Concurrency(unittest.TestCase):
    def test_a_new_account_reserves_nothing(self):
        """It has less than the 100 that must stay unreserved."""
        for parameters, reserved in ((PROD, "AWS::NoValue"), (PROD | {"CommentConcurrency": "20"}, "20")):
            stack = Stack(parameters)
            function = stack.of("AWS::Lambda::Function")["SubmitComment"]
            self.assertEqual(reserved, stack.text(function["ReservedConcurrentExecutions"]))


class Edge(unittest.TestCase):
    def test_one_failure_is_not_the_answer_to_everybody(self):
        """CloudFront heeds no-store of 501 alone."""
        config = Stack(PROD).of("AWS::CloudFront::Distribution")["Distribution"]["DistributionConfig"]
        self.assertEqual(
            [{"ErrorCode": code, "ErrorCachingMinTTL": 0} for code in (500, 502, 503, 504)], config["CustomErrorResponses"])

    def test_names_are_within_their_limit(self):
        for access in Stack(PROD).of("AWS::CloudFront::OriginAccessControl").values():
            name = access["OriginAccessControlConfig"]["Name"]["Fn::Sub"]
            name = name.replace("${AWS::StackName}", "x" * 40).replace("${AWS::Region}", "ap-southeast-1")
            self.assertLessEqual(len(name), 64)


class Deployment(unittest.TestCase):
    def test_it_has_no_cycle(self):
        resources = Stack(PROD).resources
        needs = {k: set(references(v)) & resources.keys() | set(flat(v.get("DependsOn", []))) for k, v in resources.items()}
        done = set()
        while ready := {k for k, v in needs.items() if k not in done and v <= done}:
            done |= ready
        self.assertEqual(set(), needs.keys() - done, "these wait for one another")

    def test_no_domain_is_needed(self):
        stack = Stack(PROD)
        config = stack.of("AWS::CloudFront::Distribution")["Distribution"]["DistributionConfig"]
        self.assertEqual("AWS::NoValue", stack.text(config["Aliases"]))
        self.assertEqual({"CloudFrontDefaultCertificate": True}, stack.text(config["ViewerCertificate"]))

    def test_the_first_deployment_can_be_rolled_back(self):
        """Protected tables cannot be deleted, nor buckets with something in them."""
        for established, protected, state in (("no", False, "DISABLED"), ("yes", True, "ENABLED")):
            stack = Stack(PROD | {"Established": established, "SyntheticCheck": "on"})
            for table in stack.of("AWS::DynamoDB::Table").values():
                self.assertEqual(protected, stack.text(table["DeletionProtectionEnabled"]))
            for schedule in stack.of("AWS::Scheduler::Schedule").values():
                self.assertEqual(state, stack.text(schedule["State"]))
        stateful = ("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Cognito::UserPool", "AWS::SecretsManager::Secret")
        for name, resource in Stack(PROD).resources.items():
            if resource["Type"] in stateful:
                self.assertEqual("RetainExceptOnCreate", resource.get("DeletionPolicy"), name)

    def test_no_setting_of_a_function_contains_a_secret(self):
        """Settings are shown to whoever may read a function, and kept in each of its versions: docs/decisions/022-secrets.md."""
        secrets = Stack(PROD).of("AWS::SecretsManager::Secret").keys()
        named = set()
        for name, function in Stack(PROD).of("AWS::Lambda::Function").items():
            self.assertNotIn("{{resolve:", str(function), name)
            settings = {k: v for k, v in function["Environment"]["Variables"].items() if secrets & set(references(v))}
            self.assertEqual([], [k for k, v in settings.items() if v not in [{"Ref": s} for s in secrets]], name)
            named |= {v["Ref"] for v in settings.values()}
        self.assertEqual(secrets, named)

    def test_a_function_reads_its_own_secrets_only(self):
        stack = Stack(PROD)
        secrets = stack.of("AWS::SecretsManager::Secret").keys()
        for name, function in stack.of("AWS::Lambda::Function").items():
            role = stack.of("AWS::IAM::Role").get(f"{name}Role", {})
            statements = [s for p in role.get("Policies", []) for s in p["PolicyDocument"]["Statement"]]
            granted = [s for s in statements if "secretsmanager" in str(s["Action"])]
            self.assertEqual([], [s for s in granted if s["Action"] != "secretsmanager:GetSecretValue"], name)
            self.assertEqual(
                secrets & set(references(function["Environment"])),
                {r["Ref"] for s in granted for r in flat(s["Resource"])}, name)

    def test_no_parameter_changes_how_a_secret_is_generated(self):
        """CloudFormation would generate it anew, and no key of before would be known."""
        secrets = Stack(PROD).of("AWS::SecretsManager::Secret")
        self.assertTrue(secrets)
        for name, secret in secrets.items():
            self.assertEqual(set(), set(references(secret)), name)

    def test_another_turn_of_the_origin_key_reaches_the_distribution(self):
        for turn in ("1", "2"):
            stack = Stack(PROD | {"OriginKeyTurn": turn})
            origins = stack.of("AWS::CloudFront::Distribution")["Distribution"]["DistributionConfig"]["Origins"]
            headers = [h for o in origins for h in o.get("OriginCustomHeaders", [])]
            self.assertEqual(
                ["{{resolve:secretsmanager:OriginKey:SecretString:turn" + turn + "}}"],
                [stack.text(h["HeaderValue"]) for h in headers])

    def test_tables_are_named_in_one_place(self):
        """So that a restored table can take the place of one."""
        tables = Stack(PROD).of("AWS::DynamoDB::Table").keys()
        for name, resource in Stack(PROD).resources.items():
            if resource["Type"] not in ("AWS::SSM::Parameter", "AWS::DynamoDB::Table"):
                self.assertEqual(set(), tables & set(references(resource)), f"{name}: use ArticlesTableName and the like")

    def test_logs_end(self):
        stack = Stack(PROD)
        for function in stack.of("AWS::Lambda::Function").values():
            self.assertEqual({"Ref": "FunctionLog"}, function["LoggingConfig"]["LogGroup"])
        for name, log in stack.of("AWS::Logs::LogGroup").items():
            self.assertIn("RetentionInDays", log, name)

    def test_only_readers_routes_are_open(self):
        api = Stack(PROD).of("AWS::ApiGatewayV2::Api")["Api"]["Body"]
        schemes = api["components"]["securitySchemes"].keys()
        open_routes = set()
        for path, methods in api["paths"].items():
            for method, operation in methods.items():
                needed = [name for need in operation.get("security", [{"NONE": []}]) for name in need]
                self.assertTrue(set(needed) <= {"NONE", *schemes}, f"{method} {path}: {needed}")
                if "NONE" in needed:
                    open_routes.add(f"{method.upper()} {path}")
        self.assertEqual(
            {
                "GET /api/comments/challenge",
                "GET /api/comments/{reference}",
                "GET /api/mail/confirm",
                "GET /api/mail/unsubscribe",
                "GET /api/previews/{token}",
                "POST /api/articles/{id}/comments",
                "POST /api/mail/confirm",
                "POST /api/mail/unsubscribe",
            },
            open_routes,
        )

    def test_open_routes_name_a_scheme_that_is_not_defined(self):
        """Why the API has no FailOnWarnings."""
        api = Stack(PROD).of("AWS::ApiGatewayV2::Api")["Api"]
        self.assertNotIn("NONE", api["Body"]["components"]["securitySchemes"])
        self.assertEqual(
            [{"NONE": []}], api["Body"]["paths"]["/api/comments/challenge"]["get"]["security"])
        self.assertNotIn("FailOnWarnings", api)


def flat(value):
    return value if isinstance(value, list) else [value]


if __name__ == "__main__":
    unittest.main()
