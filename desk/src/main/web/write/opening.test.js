import assert from "node:assert/strict";
import { test } from "node:test";
import { hashOf } from "./hash.js";
import { baseOf, open } from "./opening.js";

const at = Date.parse("2026-02-23T14:02:00Z");
const first = baseOf({ id: "1", revision: 1, headline: "أ", status: "draft", editor: "salma", revisedAt: "2026-02-23T13:00:00Z" });
const second = (/** @type {string} */ editor) =>
  baseOf({ id: "1", revision: 2, headline: "ب", status: "draft", editor, revisedAt: "2026-02-23T14:30:00Z" });

/** @param {import("./draft.js").Base[]} bases */
const of = (...bases) => new Map(bases.map((base) => [base.revision, base]));
/** @param {string} headline @param {number} at */
const copy = (headline, at) => ({ tag: "t", at, json: { basedOn: 1, headline } });
/** @param {string} headline @param {number} at */
const entry = (headline, at) => ({ fields: { headline }, at, revision: 1 });

test("without words of one's own the latest revision is shown", () => {
  assert.deepEqual(open(of(first), undefined, undefined, "salma"), { base: first, fields: { headline: "أ" }, shown: undefined, other: undefined });
  assert.equal(open(of(first), entry("أ", at), copy("أ", at), "salma").shown, undefined);
});

test("the newest words win, and the others can be looked at", () => {
  const device = { from: "device", at: at + 1, fields: { headline: "ج" } };
  const newsroom = { from: "newsroom", at, fields: { headline: "د" } };
  assert.deepEqual(open(of(first), entry("ج", at + 1), copy("د", at), "salma"), { base: first, fields: { headline: "ج" }, shown: device, other: newsroom });
  assert.deepEqual(open(of(first), entry("ج", at - 1), copy("د", at), "salma").other, { ...device, at: at - 1 });
});

test("a copy that this browser sent is a part of what it went on to write, whatever the clocks say", () => {
  const sent = copy("د", at + 60_000);
  const opened = open(of(first), { ...entry("ج", at), sent: [hashOf(JSON.stringify(sent.json))] }, sent, "salma");
  assert.deepEqual([opened.fields.headline, opened.other], ["ج", undefined]);
});

test("words that are older than a colleague's revision are shown, those older than one's own are not", () => {
  const layla = open(of(first, second("layla")), entry("ج", at), undefined, "salma");
  assert.deepEqual([layla.base, layla.fields.headline, layla.other], [first, "ج", undefined]);
  const own = open(of(first, second("salma")), entry("ج", at), undefined, "salma");
  assert.deepEqual([own.base.revision, own.fields.headline, own.other?.fields.headline, own.shown], [2, "ب", "ج", undefined]);
});
