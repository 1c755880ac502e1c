import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem, Unreachable } from "../api/problem.js";
import { load } from "./loading.js";
import { baseOf } from "./opening.js";

const base = baseOf({ id: "1", revision: 2, headline: "أ", status: "draft", editor: "salma", revisedAt: "2026-02-23T13:00:00Z" });
const copy = { tag: "t", at: 5, json: { basedOn: 2, headline: "ب" } };
const newsroom = /** @type {import("./newsroom.js").Newsroom} */ (/** @type {unknown} */ ({ id: "1", copy: async () => undefined }));

/**
 * @param {unknown} fault of the newsroom
 * @param {import("./seen.js").Seen | undefined} seen
 * @param {import("./draft.js").Entry} [entry]
 */
const loaded = (fault, seen, entry) => load(newsroom, Promise.reject(fault), entry, "salma", {}, async () => seen);

test("an article that this browser has seen opens without the newsroom", async () => {
  for (const fault of [new Unreachable(), new Problem(503, {})]) {
    const { fields, base: from, copy: at, seenAt } = await loaded(fault, { base, at: 7 });
    assert.deepEqual({ fields, from, at, seenAt }, { fields: { headline: "أ" }, from: base, at: undefined, seenAt: 7 });
  }
});

test("with the working copy that was there, unless the journal went on from it", async () => {
  const found = await loaded(new Unreachable(), { base, copy, at: 7 });
  assert.deepEqual([found.fields, found.copy], [{ headline: "ب" }, copy]);
  const later = await loaded(new Unreachable(), { base, copy, at: 7 }, { fields: { headline: "ج" }, at: 6, revision: 2 });
  assert.deepEqual([later.fields, later.copy, later.other], [{ headline: "ج" }, copy, undefined]);
});

test("words that began from another revision wait for the newsroom", async () => {
  await assert.rejects(loaded(new Unreachable(), { base, at: 7 }, { fields: { headline: "ج" }, at: 6, revision: 3 }), Unreachable);
  await assert.rejects(loaded(new Unreachable(), undefined), Unreachable);
});

test("an article that is gone is gone, whatever this browser has seen", async () => {
  await assert.rejects(loaded(new Problem(404, {}), { base, at: 7 }), Problem);
});
