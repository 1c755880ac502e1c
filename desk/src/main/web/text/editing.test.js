import assert from "node:assert/strict";
import { test } from "node:test";
import { history, undo } from "prosemirror-history";
import { EditorState, TextSelection } from "prosemirror-state";
import { addressOf, removeLink, setLink } from "./addresses.js";
import { toggleBlock, toggleBox, toggleList } from "./blocks.js";
import { directionAt, setDirection } from "./directions.js";
import { clearFormats, toggleEmphasis } from "./emphasis.js";
import { insertBlock, leaveCaption, removeFigure } from "./figures.js";
import { placeFindings, textIn } from "./finding-places.js";
import { applyFix, findingsOf, findingsPlugin, nextFinding, withFindings } from "./findings.js";
import { linkAt } from "./links.js";
import { insertPictures } from "./pictures.js";
import { readBody } from "./read-body.js";
import { replaceDoc } from "./replace-doc.js";
import { schema } from "./schema.js";
import { Snapshots } from "./snapshots.js";
import { insertTable, toCaption } from "./table-commands.js";
import { writeBody } from "./write-body.js";

const { nodes } = schema;

/** An editor with a selection from `[` to `]`, or a cursor at `|`. @param {string} marked */
const editor = (marked) => {
  const doc = readBody(marked.replace(/[[\]|]/g, ""));
  /** @type {Record<string, number>} */
  const at = {};
  readBody(marked).descendants((node, pos) => {
    for (const [sign] of (node.text ?? "").matchAll(/[[\]|]/g)) {
      const before = Object.keys(at).length;
      at[sign] = pos + (node.text ?? "").indexOf(sign) - before;
    }
  });
  const selection = TextSelection.create(doc, at["|"] ?? at["["], at["|"] ?? at["]"]);
  return EditorState.create({ doc, selection, plugins: [history(), findingsPlugin()] });
};

/** @param {EditorState} state @param {...import("prosemirror-state").Command} commands */
const after = (state, ...commands) => {
  let now = state;
  for (const command of commands) assert.ok(command(now, (tr) => (now = now.apply(tr))));
  return now;
};

/** @param {string} marked @param {string} wanted @param {...import("prosemirror-state").Command} commands */
const makes = (marked, wanted, ...commands) => assert.equal(writeBody(after(editor(marked), ...commands).doc), wanted);

test("emphasis is set and taken away, whichever element it is", () => {
  const bold = toggleEmphasis("strong");
  makes("<p>أ [ب] ج</p>", "<p>أ <strong>ب</strong> ج</p>", bold);
  makes("<p>أ [ب] ج</p>", "<p>أ ب ج</p>", bold, bold);
  makes("<p>أ <b>[ب]</b> ج</p>", "<p>أ ب ج</p>", bold);
  makes("<p>[أ <em>ب</em> ج]</p>", "<p><strong>أ <em>ب</em> ج</strong></p>", bold);
  makes("<h2><a href=\"/x\">[أ</a> <b>ب</b>]</h2>", "<p><a href=\"/x\">أ</a> ب</p>", clearFormats);
});

test("blocks, boxes and lists are made and undone", () => {
  const h2 = toggleBlock(nodes.heading, { level: 2 });
  const quote = toggleBox(nodes.blockquote, { pull: false });
  const pull = toggleBox(nodes.blockquote, { pull: true });
  makes("<p>أ|</p>", "<h2>أ</h2>", h2);
  makes("<h3>أ|</h3>", "<h2>أ</h2>", h2);
  makes("<h2>أ|</h2>", "<p>أ</p>", h2);
  makes("<p>[أ</p><p>ب]</p>", "<blockquote><p>أ</p><p>ب</p></blockquote>", quote);
  makes("<p>[أ</p><p>ب]</p>", "<blockquote data-pull><p>أ</p><p>ب</p></blockquote>", quote, pull);
  makes("<blockquote><p>أ</p><p>ب|</p></blockquote>", "<p>أ</p><p>ب</p>", quote);
  makes("<p>[أ</p><p>ب]</p>", "<ul><li>أ</li><li>ب</li></ul>", toggleList(nodes.bullet_list));
  makes("<ul><li>أ|</li></ul>", "<ol><li>أ</li></ol>", toggleList(nodes.ordered_list));
  makes("<ul><li>أ|</li></ul>", "<p>أ</p>", toggleList(nodes.bullet_list));
});

test("a direction that is set is written, until the button is pressed again", () => {
  const rtl = setDirection("rtl");
  assert.equal(directionAt(editor("<p>one|</p>")), "ltr");
  makes("<p>one|</p><p>two three</p>", "<p dir=\"rtl\">one</p><p>two three</p>", rtl);
  makes("<p>one|</p><p>two three</p>", "<p>one</p><p>two three</p>", rtl, rtl);
  makes("<ul><li>one|</li><li>two</li></ul>", "<ul><li dir=\"rtl\">one</li><li>two</li></ul>", rtl);
});

test("figures and tables go where the cursor is", () => {
  makes("<p>أ|</p><p>ب</p>", "<p>أ</p><hr><p>ب</p>", insertBlock(nodes.rule.create()));
  makes("<p>أ|</p>", '<p>أ</p><figure><img data-media="1" alt="x"><figcaption>شرح</figcaption></figure>', insertPictures([{ mediaId: "1", alt: "x", caption: "شرح" }]));
  const two = insertPictures([{ mediaId: "1", alt: "x" }, { mediaId: "2", alt: "" }]);
  makes("<p>أ|</p>", '<p>أ</p><figure data-gallery><figure><img data-media="1" alt="x"></figure><figure><img data-media="2" alt=""></figure></figure>', two);
  makes("<p>أ|</p>", "<p>أ</p>", two, removeFigure, removeFigure);
  const table = after(editor("<p>أ|</p>"), insertTable);
  assert.equal(table.selection.$head.parent.type, nodes.paragraph);
  assert.equal(after(table, toCaption).selection.$head.parent.type, nodes.table_caption);
  assert.equal(after(table, toCaption, leaveCaption).selection.from, table.selection.from);
  makes("<p>أ|</p>", "<p>أ</p>", insertTable, removeFigure);
  makes("<p>أ|</p>", "<p>أ</p>", insertTable, undo);
});

test("links are set, changed whole and taken away", () => {
  const state = editor('<p>أ <a href="/x">ب|<b>ج</b></a> د</p>');
  assert.deepEqual(linkAt(state), { from: 3, to: 5, href: "/x" });
  makes('<p>أ <a href="/x">ب|<b>ج</b></a> د</p>', '<p>أ <a href="/y">ب<b>ج</b></a> د</p>', setLink({ from: 3, to: 5 }, "/y", ""));
  makes('<p>أ <a href="/x">ب|</a></p>', "<p>أ ب</p>", removeLink({ from: 3, to: 4 }));
  makes("<p>أ |</p>", '<p>أ <a href="/y">نص</a></p>', setLink({ from: 3, to: 3 }, "/y", "نص"));
});

test("addresses are read as people type them", () => {
  for (const [typed, address] of [
    ["example.org/x", "https://example.org/x"],
    [" https://example.org ", "https://example.org"],
    ["desk@example.org", "mailto:desk@example.org"],
    ["/2026/02/23/x/", "/2026/02/23/x/"],
    ["tel:+9611234567", "tel:+9611234567"],
    ["javascript:alert(1)", undefined],
    ["//example.org", undefined],
    ["كلمة", undefined],
    ["", undefined],
  ]) {
    assert.equal(addressOf(/** @type {string} */ (typed)), address, typed);
  }
});

test("a finding is placed in a later text, and gone when its words are", () => {
  let state = editor("<p>قال &amp; كرر|</p><p>سافر <b>الى</b> الشمال امس.</p>");
  const snapshots = new Snapshots();
  const html = snapshots.read(state.doc);
  /** @param {import("prosemirror-state").Transaction} tr */
  const dispatch = (tr) => {
    state = state.apply(tr);
    snapshots.follow(tr);
  };
  dispatch(state.tr.insertText("ما قاله ", 1));
  const findings = ["الى", "امس", "كرر"].map((word) => ({ from: html.indexOf(word), to: html.indexOf(word) + 3, message: "", replacements: [`${word}!`] }));
  const placed = placeFindings(findings, html, snapshots, state.doc);
  assert.deepEqual(placeFindings(findings, "<p>another text</p>", snapshots, state.doc), []);
  dispatch(withFindings(state, placed));
  assert.deepEqual(findingsOf(state).map(({ from, to }) => textIn(state.doc, from, to)), ["كرر", "الى", "امس"]);
  dispatch(state.tr.insertText("x", findingsOf(state)[0].from + 1));
  assert.equal(findingsOf(state).length, 2);
  nextFinding(false)(state, dispatch);
  assert.ok(applyFix()(state, dispatch));
  assert.match(writeBody(state.doc), /<b>الى!<\/b> الشمال امس/);
  assert.equal(findingsOf(state).length, 1);
});

test("a text from elsewhere replaces what differs, and can be undone", () => {
  for (const [before, now] of [
    ["<p>أ|</p><p>ب</p>", "<p>أ</p><p>ج</p><p>ب</p>"],
    ["<p>أ|</p>", "<h2>أ</h2>"],
    ["<p>aaa|</p>", "<p>aaaa</p>"],
    ["<ul><li>أ|</li></ul>", ""],
    ["<p>أ|</p>", "<p>أ</p>"],
  ]) {
    const state = editor(before);
    const next = state.apply(replaceDoc(state, readBody(now)));
    assert.equal(writeBody(next.doc), now);
    if (next.doc !== state.doc) assert.equal(writeBody(after(next, undo).doc), before.replace("|", ""));
  }
});
