import { chainCommands } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { undoInputRule } from "prosemirror-inputrules";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  goToNextCell,
  mergeCells,
  splitCell,
  tableEditing,
  toggleHeader,
} from "prosemirror-tables";
import { findingsPlugin } from "./findings.js";
import { namedKeys } from "./keys.js";
import { rules } from "./rules.js";
import { starsPlugin } from "./stars.js";
import "./text-remark.js";

export { placeFindings } from "./finding-places.js";
export { applyFix, findingAt, withFindings } from "./findings.js";
export { readStars, starsOffered } from "./stars.js";

/**
 * What an editor of text can do once it is shown: cells of tables, cursors between blocks, lines that become headings,
 * what the copy desk finds, the stars of WhatsApp.
 *
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("./text-tools.js").Tool} Tool
 */

/** Tab in the last cell of a table makes one more row. @type {Command} */
const nextRow = (state, dispatch, view) => {
  if (!addRowAfter(state)) return false;
  if (dispatch && view) {
    addRowAfter(state, dispatch);
    goToNextCell(1)(view.state, dispatch);
  }
  return true;
};

/** The plugins, by the rooms that `editor-state.js` keeps for them. @type {Record<string, () => import("prosemirror-state").Plugin>} */
export const extras = {
  findings: findingsPlugin,
  rules,
  keys: () => namedKeys({ Backspace: undoInputRule, Tab: chainCommands(goToNextCell(1), nextRow), "Shift-Tab": goToNextCell(-1) }),
  stars: starsPlugin,
  tables: tableEditing,
  gaps: gapCursor,
};

/** The buttons of a table. @param {(key: string, command: Command) => Tool} tool */
export const tableTools = (tool) => [
  [tool("text.rowBefore", addRowBefore), tool("text.rowAfter", addRowAfter), tool("text.deleteRow", deleteRow)],
  [tool("text.columnBefore", addColumnBefore), tool("text.columnAfter", addColumnAfter), tool("text.deleteColumn", deleteColumn)],
  [
    tool("text.headerRow", toggleHeader("row")),
    tool("text.headerColumn", toggleHeader("column")),
    tool("text.headerCell", toggleHeader("cell")),
  ],
  [tool("text.merge", mergeCells), tool("text.split", splitCell)],
];
