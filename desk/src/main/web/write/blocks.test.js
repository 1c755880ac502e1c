import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, textOf } from "./blocks.js";

/** @type {[string, string[]][]} */
const BLOCKS = [
  ["", []],
  ["<p>أ</p><p>ب</p>", ["<p>أ</p>", "<p>ب</p>"]],
  ["<p>أ</p>\n\n<h2>ب</h2>\n", ["<p>أ</p>", "<h2>ب</h2>"]],
  ["<ul><li>a<ul><li>b</li></ul></li></ul><hr><p>c<br>d</p>", ["<ul><li>a<ul><li>b</li></ul></li></ul>", "<hr>", "<p>c<br>d</p>"]],
  ['<figure><img data-media="x" alt="a > b"><figcaption>c</figcaption></figure><p>d</p>',
    ['<figure><img data-media="x" alt="a > b"><figcaption>c</figcaption></figure>', "<p>d</p>"]],
  ["loose <b>text</b><p>a</p>end", ["loose <b>text</b>", "<p>a</p>", "end"]],
  ["<p>1 &lt; 2</p><!-- </p> --><p>b</p>", ["<p>1 &lt; 2</p>", "<!-- </p> -->", "<p>b</p>"]],
];

for (const [html, blocks] of BLOCKS) {
  test(`the blocks of ${html}`, () => assert.deepEqual(blocksOf(html), blocks));
}

/** @type {[string, string][]} */
const TEXTS = [
  ["<p>أ &amp; ب</p><p>ج</p>", "أ & ب\n\nج"],
  ["<ul><li>a</li><li>b</li></ul>", "• a\n• b"],
  ["<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a | b |\nc |"],
  ['<figure><img data-media="x" alt="ميناء"><figcaption>c</figcaption></figure>', "[ميناء]\nc"],
  ["<p>a<br>b <b>c</b>&#8239;d&nbsp;e &unknown;</p>", "a\nb c\u202fd\u00a0e &unknown;"],
];

for (const [html, text] of TEXTS) {
  test(`the text of ${html}`, () => assert.equal(textOf(html), text));
}
