import assert from "node:assert/strict";
import { test } from "node:test";
import { readBody } from "../text/read-body.js";
import { writeBody } from "../text/write-body.js";
import { mended, moved, surroundings, valueAt } from "./findings.js";

const FIELDS = { headline: "a  b", tags: ["x", "y  z"], image: { alt: "c ,d", mediaId: "01J" }, corrections: [{ text: "e" }] };

test("a path names a text", () => {
  assert.equal(valueAt(FIELDS, "headline"), "a  b");
  assert.equal(valueAt(FIELDS, "tags[1]"), "y  z");
  assert.equal(valueAt(FIELDS, "image.alt"), "c ,d");
  assert.equal(valueAt(FIELDS, "corrections[0].text"), "e");
  assert.equal(valueAt(FIELDS, "nothing[3].there"), "");
});

test("a slip is mended where it is", () => {
  assert.equal(mended(FIELDS, { field: "headline", from: 1, to: 3, replacement: " " }).headline, "a b");
  assert.deepEqual(mended(FIELDS, { field: "tags[1]", from: 1, to: 3, replacement: " " }).tags, ["x", "y z"]);
  assert.deepEqual(mended(FIELDS, { field: "image.alt", from: 1, to: 3, replacement: "، " }).image, { alt: "c، d", mediaId: "01J" });
  assert.equal(FIELDS.headline, "a  b");
});

test("a slip is shown with a little of what is around it", () => {
  assert.deepEqual(surroundings("<p>one <b>two</b>  three</p>", { from: 17, to: 19 }, true), { before: " one  two ", slip: "  ", after: "three " });
  assert.deepEqual(surroundings("a < b  c", { from: 5, to: 7 }, false), { before: "a < b", slip: "  ", after: "c" });
});

test("a text in HTML is written as HTML", () => {
  assert.equal(mended({ bodyHtml: "<p>a b</p>" }, { field: "bodyHtml", from: 4, to: 5, replacement: " & <" }).bodyHtml, "<p>a &amp; &lt;b</p>");
});

test("a text that was mended with a no-break space can be edited, and is written as it was mended", () => {
  const fix = { field: "bodyHtml", from: 12, to: 12, replacement: "\u00a0" };
  const { bodyHtml } = mended({ bodyHtml: "<p>« Bonjour» dit-il.</p>" }, fix);
  const doc = readBody(bodyHtml);
  assert.equal(bodyHtml, "<p>« Bonjour&nbsp;» dit-il.</p>");
  assert.equal(doc.child(0).type.name, "paragraph");
  assert.equal(writeBody(doc), bodyHtml);
});

test("what comes after a slip that was mended moves, what overlaps with it is gone", () => {
  const at = (/** @type {string} */ field, /** @type {number} */ from, /** @type {number} */ to) => ({ field, from, to, message: "", replacements: [] });
  const findings = [at("headline", 0, 1), at("headline", 4, 6), at("headline", 5, 8), at("headline", 9, 10), at("city", 9, 10)];
  assert.deepEqual(moved(findings, findings[1], "xyz"), [findings[0], findings[1], at("headline", 10, 11), findings[4]]);
});
