"""Whatever means harm has an alarm, or is listed here with the reason why it needs none.

Run by .ci/run: python -m unittest discover -s .ci -p '*_test.py'
"""

import re
import unittest
from pathlib import Path

from template_test import PROD, Stack, flat, references

HOME = Path(__file__).parent.parent

# Metrics without an alarm of their own.
QUIET_METRICS = {"DependencyDown": "the API answers 503, which ApiErrorAlarm counts"}

# Metrics whose names are not written where they are counted.
COMPUTED_METRICS = {"metric(difference)": ["PagesStale", "PagesMissing", "PagesSuperfluous"]}

# What functions log as ERROR or WARN: the alarms that ring if it goes on, or why none does.
EVENTS = {
    '"a refusal page without table or secret"': "the reader gets the refusal without the state of the form; what is down rings ApiErrorAlarm",
    '"article of the check left to the next run"': ["CheckFailedAlarm"],
    '"article not released or withdrawn at its time"': ["ReleaseFailedAlarm"],
    '"change not noted"': ["FailureAlarm"],
    '"change of an author not noted"': ["FailureAlarm"],
    '"comment not screened"': "the comment waits for a moderator, as all do that a screen is not sure of",
    '"copies at the edge not dropped"': ["EdgeNotClearedAlarm"],
    '"dependency down"': ["ApiErrorAlarm"],
    '"homepage left to the schedule"': ["HomepageAgeAlarm"],
    '"mail refused for good"': "an address that a reader made up; nothing is to be done",
    '"mail not sent"': ["MailNotSentAlarm", "UnsentMailAlarm"],
    '"left to a note of its own"': ["ArticleNotPressedAlarm"],
    '"no connection while priming"': "the snapshot is taken without it: its first request greets the service",
    '"page left to the stream"': ["FailureAlarm", "ArticleNotPressedAlarm"],
    '"page not pressed"': ["FailureAlarm", "ArticleNotPressedAlarm", "RepressAlarm"],
    '"picture " + id + " not restored"': ["PicturesAlarm"],
    '"priming failed"': "the snapshot is taken without it: its first request waits longer, and nothing is lost",
    '"record of no article"': ["FailureAlarm"],
    '"release left to the next sweep"': ["ReleaseLateAlarm"],
    '"secret not read again"': "the function goes on with the last value; one that starts cannot, which rings ApiErrorAlarm",
    '"step of the check failed"': ["CheckFailedAlarm"],
    '"unexpected fault"': ["FaultAlarm"],
    '"upload with an unknown key"': "no article can name a picture that was not announced",
    'change.pageKey() + " cannot be looked up"': ["ArticleWaitingAlarm"],
    'failure.group() + " not pressed"': ["FrontFailedAlarm", "RepressAlarm"],
}


def first_arguments(methods):
    """The first arguments of calls of `Log`, as they are written, in the code of all functions."""
    found = set()
    for file in [*HOME.glob("functions/*/src/main/java/**/*.java"), *HOME.glob("desk/src/main/java/**/*.java")]:
        found |= set(re.findall(rf"\bLog\.(?:{methods})\(\s*((?:\"[^\"]*\"|\w+\([^()]*\)|[^,\"()]|\(\))+),", file.read_text()))
    return found


def measured(alarm):
    """What an alarm watches: namespace, metric, and what its dimensions refer to."""
    metrics = [alarm] if "MetricName" in alarm else [m["MetricStat"]["Metric"] for m in alarm["Metrics"] if "MetricStat" in m]
    for metric in metrics:
        targets = {r for d in metric.get("Dimensions", []) for r in references(d["Value"])}
        yield metric["Namespace"], metric["MetricName"], frozenset(targets)


class Alarms(unittest.TestCase):
    def setUp(self):
        self.stack = Stack(PROD)
        self.alarms = self.stack.of("AWS::CloudWatch::Alarm")
        self.watched = {m for alarm in self.alarms.values() for m in measured(alarm)}

    def watching(self, namespace, metric):
        return {target for n, m, targets in self.watched if (n, m) == (namespace, metric) for target in targets}

    def test_every_metric_of_ours(self):
        written = first_arguments("count|seconds|number")
        names = {n for w in written for n in COMPUTED_METRICS.get(w, [w.strip('"')])}
        self.assertIn("HomepageAge", names)
        ours = {metric for namespace, metric, _ in self.watched if namespace == "Nashra"}
        self.assertEqual(names - QUIET_METRICS.keys(), ours, "give it an alarm, or a reason in QUIET_METRICS")
        self.assertTrue(QUIET_METRICS.keys() <= names)

    def test_every_error_that_is_logged(self):
        self.assertEqual(first_arguments("error|warn"), EVENTS.keys(), "say which alarm rings, or why none does")
        named = {alarm for alarms in EVENTS.values() if isinstance(alarms, list) for alarm in alarms}
        self.assertEqual(set(), named - self.alarms.keys())

    def test_every_function(self):
        functions = self.stack.of("AWS::Lambda::Function").keys()
        for metric in ("Errors", "Throttles"):
            self.assertEqual(functions, self.watching("AWS/Lambda", metric), metric)

    def test_every_state_machine(self):
        machines = self.stack.of("AWS::StepFunctions::StateMachine").keys()
        self.assertEqual(machines, self.watching("AWS/States", "ExecutionsFailed"))

    def test_every_queue(self):
        """One that a function reads is watched by its age, one for failures by what lies in it."""
        read = {r for mapping in self.stack.of("AWS::Lambda::EventSourceMapping").values()
                if "StartingPosition" not in mapping for r in references(mapping["EventSourceArn"])}
        self.assertEqual(read, self.watching("AWS/SQS", "ApproximateAgeOfOldestMessage"))
        self.assertEqual(
            self.stack.of("AWS::SQS::Queue").keys() - read, self.watching("AWS/SQS", "ApproximateNumberOfMessagesVisible"))

    def test_every_reader_of_a_stream(self):
        aliases = self.stack.of("AWS::Lambda::Alias")
        readers = {aliases[r]["FunctionName"]["Ref"]
                   for mapping in self.stack.of("AWS::Lambda::EventSourceMapping").values() if "StartingPosition" in mapping
                   for r in references(mapping["FunctionName"]) if r in aliases}
        self.assertEqual(readers, self.watching("AWS/Lambda", "IteratorAge"))

    def test_every_schedule(self):
        """One that does not come is noticed: a metric is missing, or its event is in a queue. One that keeps a snapshot may miss."""
        missed = {r for alarm in self.alarms.values() if alarm["TreatMissingData"] == "breaching"
                  for _, metric, targets in measured(alarm) for r in targets | {metric}}
        noticed = {"RebuildHomepage": "HomepageAge", "ModerateComments": "ModerateComments", "PressArticles": "PressArticles",
                   "ReleaseScheduled": "ReleaseScheduled", "SendMail": "SendMail",
                   "CheckNewspaper": "CheckFailed", "PressDesk": "PressDesk"}
        for name, schedule in self.stack.of("AWS::Scheduler::Schedule").items():
            if "DeadLetterConfig" not in schedule["Target"] and not name.endswith("EveryWeek"):
                called = next(f for f in noticed if name.startswith(f))
                self.assertIn(noticed[called], missed, name)

    def test_a_sum_has_a_value_when_one_metric_is_missing(self):
        """https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"""
        for name, alarm in self.alarms.items():
            if any("Lambda" in namespace for namespace, _, _ in measured(alarm)):
                for metric in alarm.get("Metrics", []):
                    if "+" in metric.get("Expression", ""):
                        self.assertEqual(2, metric["Expression"].count("FILL("), name)

    def test_each_is_sent_and_explained(self):
        manual = (HOME / "docs/operations.md").read_text()
        functions = self.stack.of("AWS::Lambda::Function").keys()
        for name, alarm in self.alarms.items():
            self.assertEqual({"Alarms"}, {r for action in flat(alarm["AlarmActions"]) for r in references(action)}, name)
            if name.removesuffix("Alarm") not in functions:
                self.assertTrue(f"`{name}`" in manual, f"docs/operations.md says what to do: {name}")

    def test_the_manual_counts_them(self):
        """What they cost goes by the metric."""
        metrics = sum(len(list(measured(alarm))) for alarm in self.alarms.values())
        said = re.search(r"watch (\d+) metrics", (HOME / "docs/operations.md").read_text())
        self.assertEqual(str(metrics), said[1])


if __name__ == "__main__":
    unittest.main()
