import assert from "node:assert/strict";
import { test } from "node:test";
import { count, fits } from "./count.js";

/** @type {[string, number][]} */
const CASES = [
  ["", 0],
  ["خبر", 3],
  ["خَبَرٌ", 3],
  ["  two \n\t words ", 9],
  ["👨‍👩‍👧‍👦", 1],
  ["e\u0301te\u0301", 3],
  ["🇱🇧🇲🇦", 2],
  ["\r\n", 0],
];

for (const [text, length] of CASES) {
  test(`${JSON.stringify(text)} has ${length}`, () => assert.equal(count(text), length));
}

test("a letter with hundreds of marks does not fit", () => {
  assert.ok(fits("a".repeat(80), 80));
  assert.ok(!fits("a".repeat(81), 80));
  assert.ok(!fits("a" + "\u0301".repeat(1300), 80));
});
