import assert from "node:assert/strict";
import { test } from "node:test";
import { bodies, lines } from "./cases.js";
import { directionOf, weight } from "./direction.js";
import { readBody } from "./read-body.js";
import { runsOf, writeBody } from "./write-body.js";

/** @param {import("prosemirror-model").Node} doc */
const isKept = (doc) => {
  let found = false;
  doc.descendants((node) => void (found ||= node.type.name === "kept"));
  return found;
};

test("what the newspaper prints is held and written to the letter", () => {
  const cases = bodies();
  assert.ok(cases.length > 100);
  for (const { name, printed } of cases) {
    const doc = readBody(printed);
    doc.check();
    assert.equal(writeBody(doc), printed, name);
    assert.ok(!isKept(doc), name);
  }
});

test("blocks are given the direction that the press gives them", () => {
  for (const [, kept] of lines("articles/src/test/resources/body-directions.txt", 2)) {
    const doc = readBody(kept);
    assert.equal(writeBody(doc), kept);
    assert.ok(!isKept(doc), kept);
    let isFound = false;
    doc.descendants((node) => void (isFound ||= node.attrs.dir === "none"));
    assert.ok(!isFound, kept);
  }
});

test("a line is read in the direction in which the press reads it", () => {
  for (const [direction, line] of lines("site/src/test/resources/direction.txt", 2)) {
    assert.equal(directionOf(weight(line)) ?? "", direction, line);
  }
});

test("what the schema does not know is kept as it is, and the rest can be edited", () => {
  for (const strange of [
    "<video src=\"x\"></video>",
    "<p class=\"x\">نص</p>",
    "<p onclick=\"x()\">نص</p>",
    "<table><tr><td>x</td></tr></table>",
    "<figure><p>x</p></figure>",
    "<p>a<b>b</b><b>c</b></p>",
    "<ol start=\"2\" class=\"x\"><li>x</li></ol>",
    "<p>&copy;</p>",
  ]) {
    const html = `<p>قبل</p>${strange}<p>بعد</p>`;
    const doc = readBody(html);
    assert.equal(writeBody(doc), html);
    assert.equal(doc.childCount, 3, strange);
    assert.equal(doc.child(1).type.name, "kept", strange);
  }
});

test("a body that is not well formed is kept whole", () => {
  for (const html of ["<p>a", "text", "<p>a</b></p>", "a & b <", "<P>x</P>", "</p>", "<!-- x", "<p>1</p><script>x</script>y"]) {
    const doc = readBody(html);
    assert.equal(writeBody(doc), html);
  }
});

test("an empty body is an empty paragraph, and nothing empty is written", () => {
  assert.equal(writeBody(readBody("")), "");
  assert.equal(writeBody(readBody("<p></p>\n<p>x</p>\n")), "<p>x</p>");
});

test("each text is found where it is in the HTML", () => {
  const html = "<p>أ &amp; <b>ب</b></p><ul><li>x<ul><li>&lt;y</li></ul></li></ul><table><caption>c</caption><tbody><tr><td>z</td></tr></tbody></table>";
  const doc = readBody(html);
  const runs = runsOf(doc);
  assert.deepEqual(runs.map(({ text }) => text), ["أ & ", "ب", "x", "<y", "c", "z"]);
  for (const { from, to, pos, text } of runs) {
    assert.equal(html.slice(from, to).replace("&amp;", "&").replace("&lt;", "<"), text);
    assert.equal(doc.textBetween(pos, pos + text.length), text);
  }
});
