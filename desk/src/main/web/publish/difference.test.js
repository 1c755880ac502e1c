import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "./body-lines.js";
import { fieldChanges, textChanges, wordChanges } from "./difference.js";

/** @param {import("./difference.js").Part[]} parts `[-old-]{+new+}` */
const written = (parts) =>
  parts.map(({ kind, text }) => (kind === "removed" ? `[-${text}-]` : kind === "added" ? `{+${text}+}` : text)).join("");

const WORDS = [
  ["افتتح الوزير الجسر أمس.", "افتتح الوزير الجسر اليوم.", "افتتح الوزير الجسر [-أمس-]{+اليوم+}."],
  ["قال عمر", "قال عمر الزروالي", "قال عمر{+ الزروالي+}"],
  ["one two three", "one 2 3", "one [-two three-]{+2 3+}"],
  ["مدّ الجسر", "مد الجسر", "[-مدّ-]{+مد+} الجسر"],
  ["same", "same", "same"],
];

for (const [before, after, expected] of WORDS) {
  test(`by words: ${expected}`, () => assert.equal(written(wordChanges(before, after)), expected));
}

/** @param {string} before @param {string} after */
const lines = (before, after) => textChanges(before, after).map(({ kind, parts }) => `${kind}: ${written(parts)}`);

test("a paragraph that is changed, one that came and one that went", () => {
  assert.deepEqual(lines("<p>a b c d</p><p>gone for good</p><p>last</p>", "<p>a b x d</p><p>last</p><p>new here</p>"), [
    "changed: a b [-c-]{+x+} d",
    "changed: [-gone for good-]",
    "same: last",
    "changed: {+new here+}",
  ]);
});

test("a change of nothing but formatting or a link's address is seen", () => {
  assert.deepEqual(lines("<p>a <b>b</b></p><p>c</p>", "<p>a b</p><h2>c</h2>"), ["marks: a b", "marks: c"]);
  assert.deepEqual(lines('<p><a href="/x/">a</a></p>', '<p><a href="/y/">a</a></p>'), ["marks: a"]);
});

test("the lines of a text", () => {
  const html =
    '<h2>A&amp;B</h2><ul><li>one</li><li>two<br>three</li></ul><table><tr><th>a</th><td>b</td></tr></table>' +
    '<figure><img data-media="01J" alt="sea &quot;x&quot; > y"><figcaption>c</figcaption></figure>tail';
  assert.deepEqual(linesOf(html).map(({ text }) => text), ["A&B", "one", "two", "three", "a | b", '[sea "x" > y]', "c", "tail"]);
});

test("nothing is lost or doubled between any two texts", () => {
  let seed = 7;
  const random = (/** @type {number} */ most) => (seed = (seed * 48271) % 2147483647) % most;
  const text = () => Array.from({ length: random(6) }, () => `<p>${Array.from({ length: 1 + random(8) }, () => "abcdef"[random(6)]).join(" ")}</p>`).join("");
  const side = (/** @type {string} */ before, /** @type {string} */ after, /** @type {string} */ without) =>
    textChanges(before, after).map(({ parts }) => parts.filter(({ kind }) => kind !== without).map((part) => part.text).join("")).filter((line) => line);
  for (let round = 0; round < 1000; round++) {
    const [before, after] = [text(), text()];
    assert.deepEqual(side(before, after, "added"), linesOf(before).map((line) => line.text));
    assert.deepEqual(side(before, after, "removed"), linesOf(after).map((line) => line.text));
  }
});

test("fields that differ, without what a revision says of itself", () => {
  const before = { revision: 1, editor: "a", headline: "x", tags: ["a"], summary: "s", summaryMade: true };
  const after = { revision: 2, editor: "b", headline: "y", tags: ["a"], summary: "t", summaryMade: true, city: "Tyre" };
  assert.deepEqual(fieldChanges(before, after), [
    { field: "headline", before: "x", after: "y" },
    { field: "city", before: undefined, after: "Tyre" },
  ]);
});
