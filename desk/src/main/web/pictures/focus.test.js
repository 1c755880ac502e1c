import assert from "node:assert/strict";
import { test } from "node:test";
import { focusAt, movedBy, objectPosition, UPPER_THIRD } from "./focus.js";

const landscape = { width: 1600, height: 800 };
const portrait = { width: 600, height: 1200 };

/** @type {[string, {width: number, height: number}, {x: number, y: number}, number, string][]} */
const CASES = [
  ["a wide picture is cut at its sides", landscape, { x: 0.25, y: 0.9 }, 1, "0% 50%"],
  ["a face at the edge stays at the edge", landscape, { x: 1, y: 0 }, 1, "100% 50%"],
  ["the middle stays the middle", landscape, { x: 0.5, y: 0.5 }, 4 / 3, "50% 50%"],
  ["a high picture is cut above and below", portrait, { x: 0, y: 0.5 }, 1, "50% 50%"],
  ["without a focus, the upper third", portrait, UPPER_THIRD, 1, "50% 17%"],
  ["a picture of the same shape is not cut", { width: 4, height: 3 }, { x: 0, y: 0 }, 4 / 3, "50% 50%"],
];

for (const [name, picture, focus, ratio, position] of CASES) {
  test(name, () => assert.equal(objectPosition(picture, focus, ratio), position));
}

test("a focus is in the picture, to four decimals", () => {
  assert.deepEqual(focusAt(-1, 1.2), { x: 0, y: 1 });
  assert.deepEqual(focusAt(1 / 3, 2 / 3), { x: 0.3333, y: 0.6667 });
});

test("keys move it, further with Shift, and never out of the picture", () => {
  const at = { x: 0.5, y: 0.05 };
  assert.deepEqual(movedBy(at, { code: "ArrowLeft", shiftKey: false }), { x: 0.48, y: 0.05 });
  assert.deepEqual(movedBy(at, { code: "ArrowUp", shiftKey: true }), { x: 0.5, y: 0 });
  assert.equal(movedBy(at, { code: "KeyA", shiftKey: false }), undefined);
});
