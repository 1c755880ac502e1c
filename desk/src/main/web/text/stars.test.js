import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { history, undo } from "prosemirror-history";
import { Slice } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { readBody } from "./read-body.js";
import { pastePlain, readStars, starsOffered, starsPlugin } from "./stars.js";
import { writeBody } from "./write-body.js";

/** Plain text, and the text after its signs were read; null if none is offered. @type {{text: string, read: string | null}[]} */
const CASES = JSON.parse(readFileSync(new URL("stars.json", import.meta.url), "utf8"));

/** Plain text as the editor takes it from the clipboard: a paragraph for each line, open at both ends. @param {string} text */
const sliceOf = (text) => Slice.maxOpen(readBody(text.split("\n").map((line) => `<p>${line}</p>`).join("")).content);

/** @param {string} body @param {number} at */
const editor = (body, at) => {
  const doc = readBody(body);
  return EditorState.create({ doc, selection: TextSelection.create(doc, at), plugins: [history(), starsPlugin()] });
};

/** @param {EditorState} state @param {import("prosemirror-state").Command} command */
const run = (state, command) => {
  let now = state;
  const isDone = command(state, (tr) => (now = now.apply(tr)));
  return { now, isDone };
};

for (const { text, read } of CASES) {
  test(`«${text.replace("\n", "⏎")}»`, () => {
    const { now, isDone } = run(editor("<p></p>", 1), pastePlain(sliceOf(text)));
    assert.equal(isDone, read !== null);
    if (read === null) return;
    const pasted = writeBody(now.doc);
    const after = run(now, readStars).now;
    assert.equal(writeBody(after.doc), read);
    assert.equal(starsOffered(after), undefined);
    // Nothing but the signs has gone, and they come back in one step.
    assert.equal(after.doc.textContent.replace(/[*_]/g, ""), text.replace(/[*_\n]/g, ""));
    assert.equal(writeBody(run(after, undo).now.doc), pasted);
  });
}

test("only what was pasted is read, not what stood there", () => {
  const { now } = run(editor("<p>*قديم* ثم </p>", 11), pastePlain(sliceOf("*جديد*")));
  assert.equal(writeBody(run(now, readStars).now.doc), "<p>*قديم* ثم <strong>جديد</strong></p>");
});

test("who goes on typing has declined", () => {
  const { now } = run(editor("<p></p>", 1), pastePlain(sliceOf("*عاجل*")));
  assert.ok(starsOffered(now));
  assert.equal(starsOffered(now.apply(now.tr.insertText("x"))), undefined);
});
