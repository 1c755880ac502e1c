import assert from "node:assert/strict";
import { test } from "node:test";
import { Entries } from "./entries.js";

/** @param {number} number @param {object} [more] */
const entry = (number, more) => ({ number, revision: 1, at: "", editor: "a", bodyHtml: `<p>${number}</p>`, pinned: false, ...more });

/** @param {Entries} entries */
const numbers = (entries) => entries.shown.map(({ number }) => number);

test("newest first, and above them what is pinned", () => {
  const entries = new Entries();
  entries.arrive([entry(3), entry(2), entry(1, { pinned: true })], undefined);
  assert.deepEqual(numbers(entries), [1, 3, 2]);
  entries.put(entry(2, { pinned: true, revision: 2 }));
  assert.deepEqual(numbers(entries), [2, 3, 1]);
});

test("what colleagues add is told, what they take away is gone, older ones stay", () => {
  const entries = new Entries();
  assert.deepEqual(entries.arrive([entry(5), entry(4)], "4"), []);
  entries.older([entry(3), entry(1)], undefined);
  assert.deepEqual(entries.arrive([entry(7), entry(6), entry(5)], "5").map(({ number }) => number), [7, 6]);
  assert.deepEqual(numbers(entries), [7, 6, 5, 4, 3, 1]);
  entries.arrive([entry(7), entry(5), entry(4)], "4");
  assert.deepEqual(numbers(entries), [7, 5, 4, 3, 1]);
  assert.equal(entries.next, undefined);
});

test("an answer that was overtaken does not bring back an older text", () => {
  const entries = new Entries();
  entries.put(entry(1, { revision: 2, bodyHtml: "new" }));
  entries.put(entry(1));
  assert.equal(entries.shown[0].bodyHtml, "new");
});

test("a part that does not reach what is known has a gap below it", () => {
  const entries = new Entries();
  assert.ok(entries.isJoined([entry(9)]));
  entries.arrive([entry(2), entry(1)], undefined);
  assert.ok(!entries.isJoined([entry(9), entry(8)]));
  assert.ok(entries.isJoined([entry(3), entry(2)]));
});

test("all are taken away", () => {
  const entries = new Entries();
  entries.arrive([entry(1)], undefined);
  entries.arrive([], undefined);
  assert.deepEqual(numbers(entries), []);
});
