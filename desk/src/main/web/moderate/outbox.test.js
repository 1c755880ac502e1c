// @ts-nocheck
import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf, Outbox, WAIT } from "./outbox.js";

const comment = (id, status = "pending", revision = 1) => ({ articleId: "A", commentId: id, status, revision, history: [], flags: [] });

test("a decision waits for four seconds and is sent with the revision that was read", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1"), "reject", 1000, "off topic");
  assert.equal(outbox.nextAt(), 1000 + WAIT);
  assert.deepEqual(outbox.batch(1000 + WAIT - 1), []);
  assert.deepEqual(outbox.batch(1000 + WAIT), [{ articleId: "A", commentId: "1", decision: "reject", reason: "off topic", revision: 1 }]);
  assert.deepEqual(outbox.batch(9000), [], "while it is unanswered nothing else is sent");
  assert.equal(outbox.nextAt(), undefined);
});

test("what is undone in time is never sent", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1"), "approve", 0);
  outbox.decide(comment("2"), "approve", 10);
  assert.deepEqual(outbox.undo(3999), { key: "A/2", wasSent: false });
  assert.deepEqual(outbox.undo(3999), { key: "A/1", wasSent: false });
  assert.equal(outbox.undo(3999), undefined);
  assert.deepEqual(outbox.batch(99_999), []);
});

test("whoever changes their mind in time sends the last word alone", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1"), "approve", 0);
  outbox.decide(comment("1"), "reject", 2000);
  assert.deepEqual(outbox.batch(WAIT), []);
  assert.deepEqual(outbox.batch(2000 + WAIT).map((d) => d.decision), ["reject"]);
});

test("approving what is approved cancels a rejection that waits", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1", "approved", 2), "reject", 0);
  outbox.decide(comment("1", "approved", 2), "approve", 1);
  assert.equal(outbox.left, 0);
});

test("what is undone after it was sent is followed by its contrary", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1"), "approve", 0);
  outbox.batch(WAIT);
  assert.deepEqual(outbox.undo(WAIT), { key: "A/1", wasSent: true }, "while it is unanswered");
  outbox.answered([{ status: 200, commentStatus: "approved", revision: 2 }], WAIT + 100);
  assert.deepEqual(outbox.batch(WAIT + 100), [], "the next request waits for a second");
  assert.deepEqual(outbox.batch(WAIT + 1100).map(({ decision, revision }) => ({ decision, revision })), [{ decision: "undo", revision: 2 }]);
  outbox.answered([{ status: 200, commentStatus: "pending", revision: 3 }], WAIT + 1200);
  assert.equal(outbox.undo(WAIT + 1200), undefined);
});

test("an undone rejection of an approved comment approves it again", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1", "approved", 2), "reject", 0);
  outbox.batch(WAIT);
  outbox.answered([{ status: 200, commentStatus: "rejected", revision: 3 }], WAIT);
  outbox.undo(60_000);
  assert.deepEqual(outbox.batch(60_000).map(({ decision, revision }) => [decision, revision]), [["approve", 3]]);
});

test("a request without an answer is repeated as it was, before anything else", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1"), "approve", 0);
  const first = outbox.batch(WAIT);
  outbox.decide(comment("2"), "approve", WAIT);
  outbox.lost(WAIT, 2000);
  assert.deepEqual(outbox.batch(WAIT + 1999), []);
  assert.deepEqual(outbox.batch(3 * WAIT), first);
  outbox.answered([{ status: 200, commentStatus: "approved", revision: 2 }], 3 * WAIT);
  assert.deepEqual(outbox.batch(4 * WAIT).map((d) => d.commentId), ["2"]);
});

test("a hundred go together", () => {
  const outbox = new Outbox();
  for (let i = 0; i < 250; i++) outbox.decide(comment(String(i)), "approve", 0);
  const sizes = [];
  for (let now = WAIT; outbox.left; now += 1000) {
    const batch = outbox.batch(now);
    sizes.push(batch.length);
    outbox.answered(batch.map(() => ({ status: 200, commentStatus: "approved", revision: 2 })), now);
  }
  assert.deepEqual(sizes, [100, 100, 50]);
});

test("a refused request gives back those that it names and sends the others again", () => {
  const outbox = new Outbox();
  for (const id of ["1", "2", "3"]) outbox.decide(comment(id), "reject", 0, "x");
  outbox.batch(WAIT);
  const outcomes = outbox.refused(422, new Map([[1, "too long"]]), "", WAIT);
  assert.deepEqual(outcomes.map(({ key, message }) => [key, message]), [["A/2", "too long"]]);
  assert.deepEqual(outbox.batch(WAIT + 1000).map((d) => d.commentId), ["1", "3"]);
  assert.equal(outbox.refused(403, new Map(), "forbidden", 6000).length, 2);
  assert.equal(outbox.left, 0);
});

test("the next page sends at once what the last one left, the unanswered first", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1"), "approve", 0);
  outbox.batch(WAIT);
  outbox.undo(WAIT);
  outbox.decide(comment("2"), "reject", WAIT);
  const next = new Outbox();
  assert.equal(next.adopt(JSON.parse(JSON.stringify(outbox.kept())), 50_000), 3);
  assert.deepEqual(next.batch(50_000).map((d) => [d.commentId, d.decision]), [["1", "approve"]]);
  next.answered([{ status: 200, commentStatus: "approved", revision: 2 }], 50_000);
  assert.deepEqual(next.batch(51_000).map((d) => [d.commentId, d.decision, d.revision]), [["1", "undo", 2], ["2", "reject", 1]]);
  assert.equal(next.adopt({ flying: [], waiting: [] }, 0), 0);
});

test("a comment is known by its article too", () => assert.equal(keyOf(comment("1")), "A/1"));

test("what was taken back is not taken back again", () => {
  const outbox = new Outbox();
  outbox.decide(comment("1"), "approve", 0);
  outbox.decide(comment("1"), "reject", 1);
  outbox.batch(WAIT + 1);
  outbox.undo(WAIT + 2);
  outbox.answered([{ status: 200, commentStatus: "rejected", revision: 2 }], WAIT + 3);
  outbox.batch(9000);
  outbox.answered([{ status: 200, commentStatus: "pending", revision: 3 }], 9000);
  assert.equal(outbox.undo(10_000), undefined);
  assert.equal(outbox.left, 0);
});
