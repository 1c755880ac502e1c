"""Compares what the functions called while the tests ran with what the transformed template allows them: nothing is
denied, and nothing is allowed that no call needs.

    python .ci/permissions.py e2e/target/calls.tsv

Each line of the file is a function, an action, a resource, and a partition key or prefix (CallRecorder).
"""

import fnmatch
import re
import sys
from collections import namedtuple
from pathlib import Path

from template_test import PROD, Stack

Call = namedtuple("Call", "function action resource key")
Grant = namedtuple("Grant", "function action resource keys")

# Permissions that Lambda itself uses for a function.
BY_LAMBDA = {
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
}

# Functions to which Lambda itself hands what another failed at, and the queue.
DESTINATIONS = {("ResizeMedia", "lambda:InvokeFunction")}
FAILURES = ("sqs:SendMessage", "FailureQueue")

# What no test over HTTP can time: a picture that is taken away while it is restored (RestorePicturesTest).
SELDOM = {
    ("RestorePictures", "s3:DeleteObject"),
    # By the link of a digest. In the night none is sent, and no test has a link.
    ("SubmitComment", "dynamodb:Query", "DIGESTS"),
    ("SubmitComment", "dynamodb:DeleteItem", "DIGESTS"),
}

# Resources that calls name.
KINDS = ("DynamoDB::Table", "S3::Bucket", "CloudFront::Distribution")


def many(value):
    return value if isinstance(value, list) else [value]


def resource(stack, value):
    """A policy's resource as the local stack names it: `ArticlesTable`, `CommentsTable/index/*`, `SiteBucket/media/*`."""
    name = re.sub(r"(?<=Table)Arn\.Value|(?<=\w)\.Arn\b", "", str(stack.text(value)))
    name = re.sub(r"^(\w+)Aliaslive$", r"\1.Alias", name)
    name = re.sub(r"^arn:aws:ses:[^:]*:\d+:", "", name)
    return re.sub(r"^arn:aws:cloudfront::\d+:distribution/", "", name)


def keys(condition):
    """The partition keys or prefixes for which a statement holds; * for all."""
    found = []
    for test in condition.values():
        for name, values in test.items():
            if name in ("dynamodb:LeadingKeys", "s3:prefix"):
                found += many(values)
    return tuple(found) or ("*",)


def grants(stack):
    """One for each function, action and resource that a policy allows."""
    policies = [
        (name.removesuffix("Role"), policy["PolicyDocument"])
        for name, role in stack.of("AWS::IAM::Role").items()
        for policy in role.get("Policies", [])
    ] + [
        (stack.text(policy["RoleName"]).removesuffix("Role"), policy["PolicyDocument"])
        for policy in stack.of("AWS::IAM::RolePolicy").values()
    ]
    functions = stack.of("AWS::Lambda::Function").keys()
    for function, document in policies:
        if function in functions:
            for statement in document["Statement"]:
                for action in many(statement["Action"]):
                    if action not in BY_LAMBDA and (function, action) not in DESTINATIONS:
                        for allowed in many(statement["Resource"]):
                            name = resource(stack, allowed)
                            if (action, name) != FAILURES:
                                yield Grant(function, action, name, keys(statement.get("Condition", {})))


def calls(stack, lines):
    logical = {f"nashra-{name.lower()}": name for kind in KINDS for name in stack.of(f"AWS::{kind}")}
    for line in lines:
        function, action, path, key = line.split("\t")
        name, *rest = path.split("/", 1)
        yield Call(function, action, "/".join([logical.get(name, name), *rest]), key)


def allows(grant, call):
    return (
        grant.function == call.function
        and grant.action == call.action
        and fnmatch.fnmatchcase(call.resource, grant.resource)
        and any(fnmatch.fnmatchcase(call.key, key) for key in grant.keys)
    )


def needs(call, grant):
    """Whether a call needs a permission that is not its own: without s3:ListBucket S3 answers 403 where there is no object.
    https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html"""
    return (
        grant.action == "s3:ListBucket"
        and grant.keys == ("*",)
        and call.action == "s3:GetObject"
        and call.function == grant.function
        and call.resource.startswith(grant.resource + "/")
    )


def compare(granted, called):
    """The calls that would be denied, and the permissions that no call needs: as lines."""
    denied = [c for c in called if not any(allows(g, c) for g in granted)]
    unused = [
        g
        for g in granted
        if SELDOM.isdisjoint({(g.function, g.action), (g.function, g.action, " ".join(g.keys))})
        and not any(allows(g, c) or needs(c, g) for c in called)
    ]
    return sorted({f"denied: {c.function} {c.action} {c.resource.split('/')[0]} {c.key.split('#')[0]}" for c in denied}), sorted(
        {f"not needed: {g.function} {g.action} {g.resource} {' '.join(g.keys)}" for g in unused}
    )


def main(file):
    stack = Stack(PROD)
    called = list(calls(stack, Path(file).read_text().splitlines()))
    granted = list(grants(stack))
    denied, unused = compare(granted, called)
    for line in denied + unused:
        print(line)
    print(f"{len(set(called))} kinds of calls, {len(granted)} permissions")
    return 1 if denied or unused or not called else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
