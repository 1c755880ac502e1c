import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bothOf } from "./both.js";
import { FIELDS, fieldOf } from "./fields.js";

/** @type {{name: string, field?: string, base?: any, mine: any, theirs: any, both: any}[]} */
const CASES = JSON.parse(readFileSync(new URL("both.json", import.meta.url), "utf8"));

/** @param {string} [name] */
const named = (name = "bodyHtml") => /** @type {import("./fields.js").Field} */ (fieldOf(name) ?? FIELDS[0]);

for (const { name, field, base, mine, theirs, both } of CASES) {
  test(name, () => assert.deepEqual(bothOf({ field: named(field), base, mine, theirs, canBeBoth: true }), both));
}

test("whoever asks first has the same words", () => {
  for (const { name, field, base, mine, theirs } of CASES) {
    const of = (/** @type {any} */ a, /** @type {any} */ b) =>
      [bothOf({ field: named(field), base, mine: a, theirs: b, canBeBoth: true })].flat().join(" ").match(/[\p{L}\p{N}]+/gu)?.sort();
    assert.deepEqual(of(mine, theirs), of(theirs, mine), name);
  }
});
