// @ts-nocheck
import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox, WAIT } from "./outbox.js";
import { Queue } from "./queue.js";

const comment = (id, changes = {}) => ({
  articleId: "A", commentId: id, revision: 1, status: "pending", flags: [], history: [], name: "n", email: "e", title: "t", body: "b", submittedAt: "", ...changes,
});

/** @param {string[]} ids */
const queueOf = (...ids) => {
  const queue = new Queue(new Outbox(), "pending");
  queue.merge(ids.map((id) => comment(id)), { isEnd: true });
  return queue;
};

const settle = (queue, results, now) => queue.outbox.answered(results, now).forEach((outcome) => queue.settle(outcome, "me", now));

test("the oldest comment is read first, and a decision goes on to the next one", () => {
  const queue = queueOf("1", "2", "3");
  assert.equal(queue.selected, "A/1");
  queue.decide("approve", 0);
  assert.equal(queue.selected, "A/2");
  queue.move(1, 0);
  queue.decide("reject", 0);
  assert.equal(queue.selected, "A/2", "back to the one that was passed over");
  queue.decide("approve", 0);
  assert.equal(queue.selected, undefined);
  assert.equal(queue.open, 0);
  assert.deepEqual(queue.shown(0), ["A/1", "A/2", "A/3"], "while they wait they can be seen");
});

test("what was decided leaves the list, and no older answer brings it back", () => {
  const queue = queueOf("1", "2");
  queue.decide("approve", 0);
  queue.outbox.batch(WAIT);
  settle(queue, [{ status: 200, commentStatus: "approved", revision: 2 }], WAIT);
  assert.deepEqual(queue.shown(WAIT), ["A/2"]);
  queue.merge([comment("1"), comment("2")], { isEnd: true });
  assert.deepEqual(queue.shown(WAIT), ["A/2"]);
  assert.equal(queue.of("A/1").comment.history.at(-1).by, "me");
  queue.merge([comment("1", { revision: 3 }), comment("2")], { isEnd: true });
  assert.deepEqual(queue.shown(WAIT), ["A/1", "A/2"], "a later revision is the truth");
});

test("new comments come in at their place, and what is read stays", () => {
  const queue = queueOf("2", "5");
  queue.move(1, 0);
  queue.merge([comment("2"), comment("3"), comment("5"), comment("7")], { isEnd: true });
  assert.deepEqual(queue.order, ["A/2", "A/3", "A/5", "A/7"]);
  assert.equal(queue.selected, "A/5");
});

test("a comment that is missing from its part of the list is looked up", () => {
  const queue = queueOf("1", "2", "3", "4");
  const ids = (part) => part.map((c) => c.commentId);
  assert.deepEqual(ids(queue.merge([comment("2")], { isEnd: false })), ["1"], "nothing is known of those behind");
  assert.deepEqual(ids(queue.merge([comment("4")], { after: "2", isEnd: true })), ["3"]);
  queue.resolve("A/1", comment("1", { status: "rejected", revision: 2, history: [{ by: "ليلى", at: "2026", decision: "reject" }] }), 0);
  assert.deepEqual(queue.of("A/1").note, { kind: "elsewhere", status: "rejected", by: "ليلى", at: "2026" });
  queue.resolve("A/3", comment("3"), 0);
  assert.equal(queue.stateOf("A/3"), "open", "the list was behind");
  queue.resolve("A/3", null, 0);
  assert.equal(queue.of("A/3").note.kind, "gone");
});

test("what a colleague decided is not decided again, and leaves the list after a while", () => {
  const queue = queueOf("1", "2");
  queue.resolve("A/1", comment("1", { status: "approved", revision: 2 }), 0);
  assert.equal(queue.decide("reject", 0), false);
  assert.equal(queue.outbox.left, 0);
  queue.move(1, 0);
  assert.deepEqual(queue.shown(19_999), ["A/1", "A/2"]);
  assert.deepEqual(queue.shown(20_001), ["A/2"]);
});

test("a decision that waits while a colleague decides is dropped, and that is told", () => {
  const queue = queueOf("1", "2");
  queue.decide("approve", 0);
  const missing = queue.merge([comment("2")], { isEnd: true });
  assert.equal(missing.length, 1);
  queue.resolve("A/1", comment("1", { status: "rejected", revision: 2 }), 1000);
  assert.equal(queue.outbox.left, 0);
  assert.deepEqual(queue.overtaken, ["A/1"]);
});

test("a comment that a colleague decided first is told from the answer", () => {
  const queue = queueOf("1");
  queue.decide("approve", 0);
  queue.outbox.batch(WAIT);
  settle(queue, [{ status: 412, commentStatus: "rejected", revision: 2 }], WAIT);
  assert.deepEqual(queue.of("A/1").note, { kind: "elsewhere", status: "rejected" });
});

test("what is undone is read again", () => {
  const queue = queueOf("1", "2");
  queue.decide("approve", 0);
  queue.outbox.batch(WAIT);
  settle(queue, [{ status: 200, commentStatus: "approved", revision: 2 }], WAIT);
  assert.deepEqual(queue.undo(9000), { key: "A/1", wasSent: true });
  assert.equal(queue.selected, "A/1");
  assert.equal(queue.stateOf("A/1"), "waiting");
  queue.outbox.batch(9000);
  settle(queue, [{ status: 200, commentStatus: "pending", revision: 3 }], 9000);
  assert.equal(queue.stateOf("A/1"), "open");
});

test("a refused decision leaves the comment open", () => {
  const queue = queueOf("1");
  queue.decide("reject", 0, "long");
  queue.outbox.batch(WAIT);
  queue.outbox.refused(422, new Map(), "too long", WAIT).forEach((outcome) => queue.settle(outcome, "me", WAIT));
  assert.equal(queue.stateOf("A/1"), "open");
  assert.equal(queue.of("A/1").note.message, "too long");
});

test("a list that was read before a decision was answered does not bring the comment back", () => {
  const queue = queueOf("1");
  queue.decide("approve", 0);
  queue.outbox.batch(WAIT);
  const next = new Queue(queue.outbox, "pending");
  queue.outbox.answered([{ status: 200, commentStatus: "approved", revision: 2 }], WAIT);
  next.merge([comment("1"), comment("2")], { isEnd: true });
  assert.deepEqual(next.shown(WAIT), ["A/2"]);
  assert.equal(next.selected, "A/2");
});

test("an answer that comes after a later change does not hide it", () => {
  const queue = queueOf("1");
  queue.decide("approve", 0);
  queue.outbox.batch(WAIT);
  queue.merge([comment("1", { revision: 3 })], { isEnd: true });
  settle(queue, [{ status: 200, commentStatus: "approved", revision: 2 }], WAIT);
  assert.equal(queue.of("A/1").comment.revision, 3);
  assert.equal(queue.stateOf("A/1"), "open");
});
