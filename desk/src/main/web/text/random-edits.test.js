import assert from "node:assert/strict";
import { test } from "node:test";
import { joinBackward, splitBlock } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, TextSelection } from "prosemirror-state";
import { addColumnAfter, addRowBefore, deleteColumn, deleteRow, mergeCells, tableEditing, toggleHeader } from "prosemirror-tables";
import { toggleBlock, toggleBox, toggleList } from "./blocks.js";
import { bodies } from "./cases.js";
import { setDirection } from "./directions.js";
import { clearFormats, toggleEmphasis } from "./emphasis.js";
import { emptyGalleries } from "./empty-galleries.js";
import { insertBlock, removeFigure } from "./figures.js";
import { insertPictures } from "./pictures.js";
import { readBody } from "./read-body.js";
import { schema } from "./schema.js";
import { insertTable } from "./table-commands.js";
import { writeBody } from "./write-body.js";

const TEXTS = 120;
const EDITS = 25;
const { nodes } = schema;

/** Pseudo-random numbers, the same in each run. @param {number} seed */
const numbers = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

/** @type {import("prosemirror-state").Command[]} */
const COMMANDS = [
  ...["strong", "em", "code", "sub", "sup", "q", "cite"].map(toggleEmphasis),
  toggleBlock(nodes.heading, { level: 2 }),
  toggleBlock(nodes.heading, { level: 3 }),
  toggleBlock(nodes.pre),
  toggleBox(nodes.blockquote, { pull: false }),
  toggleBox(nodes.blockquote, { pull: true }),
  toggleBox(nodes.aside),
  toggleList(nodes.bullet_list),
  toggleList(nodes.ordered_list),
  ...[sinkListItem, liftListItem, splitListItem].map((command) => command(nodes.list_item)),
  setDirection("rtl"),
  setDirection("ltr"),
  clearFormats,
  insertBlock(nodes.rule.create()),
  insertPictures([{ mediaId: "1", alt: "x" }, { mediaId: "2", alt: "", caption: "شرح" }]),
  ...[insertTable, addRowBefore, addColumnAfter, deleteRow, deleteColumn, mergeCells, toggleHeader("column"), removeFigure],
  ...[splitBlock, joinBackward, undo, redo],
  (state, dispatch) => {
    dispatch?.(state.tr.insertText("كلمة two & <3 "));
    return true;
  },
  (state, dispatch) => {
    dispatch?.(state.tr.deleteSelection());
    return true;
  },
];

test("whatever is done to a text, it is read again as it was written", () => {
  const random = numbers(23);
  const texts = bodies().map(({ printed }) => printed);
  for (let i = 0; i < TEXTS; i++) {
    const begun = Array.from({ length: 3 }, () => texts[Math.floor(random() * texts.length)]).join("");
    let state = EditorState.create({ doc: readBody(begun), plugins: [history(), tableEditing(), emptyGalleries()] });
    for (let edit = 0; edit < EDITS; edit++) {
      const size = state.doc.content.size;
      const from = Math.floor(random() * size);
      const to = random() < 0.5 ? from : Math.min(size, from + Math.floor(random() * 30));
      state = state.apply(state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))));
      const command = COMMANDS[Math.floor(random() * COMMANDS.length)];
      command(state, (tr) => (state = state.apply(tr)));
      state.doc.check();
      const html = writeBody(state.doc);
      const read = readBody(html);
      assert.equal(writeBody(read), html);
      read.descendants((node) => assert.notEqual(node.type.name, "kept", html));
    }
  }
});
