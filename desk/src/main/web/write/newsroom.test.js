import assert from "node:assert/strict";
import { test } from "node:test";
import { timeOf } from "./newsroom.js";

test("the tag of a working copy tells when it was saved", () => {
  assert.equal(timeOf('"01ARZ3NDEKTSV4RRFFQ69G5FAV"'), 1469922850259);
  assert.equal(timeOf('W/"01ARZ3NDEKTSV4RRFFQ69G5FAV"'), 1469922850259);
  assert.equal(timeOf('"3"'), 0);
});
