"""The rules of permissions.py."""

import unittest

from permissions import Call, Grant, compare

READ = Grant("Read", "dynamodb:Query", "ArticlesTable", ("AUTHOR#*", "AUTHORS"))
WRITE = Grant("Resize", "s3:PutObject", "SiteBucket/media/*", ("*",))
LIST = Grant("Press", "s3:ListBucket", "SiteBucket", ("*",))


class PermissionsTest(unittest.TestCase):
    def test_a_call_needs_function_action_resource_and_key(self):
        allowed = Call("Read", "dynamodb:Query", "ArticlesTable", "AUTHOR#salma")
        self.assertEqual(([], []), compare([READ], [allowed]))
        for change in ({"function": "Press"}, {"action": "dynamodb:GetItem"}, {"resource": "MediaTable"}, {"key": "HOMEPAGE"}):
            denied, unused = compare([READ], [allowed._replace(**change)])
            self.assertEqual((1, 1), (len(denied), len(unused)), change)

    def test_a_message_names_no_item(self):
        denied, unused = compare([WRITE], [Call("Resize", "s3:PutObject", "SiteBucket/a/b.html", "")])
        self.assertEqual(["denied: Resize s3:PutObject SiteBucket "], denied)
        self.assertEqual(["not needed: Resize s3:PutObject SiteBucket/media/* *"], unused)

    def test_whoever_reads_objects_may_learn_that_one_is_missing(self):
        self.assertEqual(1, len(compare([LIST], [])[1]))
        read = Call("Press", "s3:GetObject", "SiteBucket/index.html", "")
        self.assertEqual([], compare([LIST], [read])[1])


if __name__ == "__main__":
    unittest.main()
