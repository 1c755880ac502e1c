import { TextSelection } from "prosemirror-state";
import { within } from "./blocks.js";
import { insertBlock } from "./figures.js";
import { schema } from "./schema.js";

/**
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-model").Node} Node
 */

const { captioned_table, table, table_caption, table_cell, table_header, table_row } = schema.nodes;

/** A table with headers above its columns. @param {number} rows @param {number} columns */
const tableOf = (rows, columns) =>
  captioned_table.create(null, [
    table_caption.create(),
    table.create(
      null,
      Array.from({ length: rows }, (_, row) =>
        table_row.create(
          null,
          Array.from({ length: columns }, () => /** @type {Node} */ ((row ? table_cell : table_header).createAndFill())),
        )),
    ),
  ]);

/** The cursor goes into the first cell. @type {Command} */
export const insertTable = (state, dispatch) =>
  insertBlock(tableOf(3, 3))(
    state,
    dispatch &&
      ((tr) => {
        const { $head } = tr.selection;
        dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($head.after() + 1))));
      }),
  );

/** The cursor goes into the caption. @type {Command} */
export const toCaption = (state, dispatch) => {
  const found = within(state, captioned_table);
  if (!found) return false;
  const caption = found.pos + 1 + /** @type {Node} */ (found.node.firstChild).nodeSize - 1;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(caption), -1)).scrollIntoView());
  return true;
};
