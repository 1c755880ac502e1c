import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { within } from "./blocks.js";
import { schema } from "./schema.js";

/**
 * Pictures, galleries, cards, tables and dividers: blocks that are put into the text whole.
 *
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-model").Node} Node
 */

const { nodes } = schema;

/**
 * Puts a block where the cursor is: instead of an empty paragraph, else behind the block of the cursor. The cursor goes
 * into it.
 *
 * @param {Node} block
 * @returns {Command}
 */
export const insertBlock = (block) => (state, dispatch) => {
  const { $from, $to } = state.selection;
  const { tr } = state;
  let at = -1;
  const isBlank = $from.parent.isTextblock && !$from.parent.content.size && $from.depth > 0;
  if (isBlank && $from.node(-1).canReplaceWith($from.index(-1), $from.index(-1) + 1, block.type)) {
    at = $from.before();
    tr.replaceWith(at, $from.after(), block);
  } else {
    for (let depth = $to.depth; depth >= 0 && at < 0; depth--) {
      const index = $to.indexAfter(depth);
      const isBetween = depth < $to.depth || $to.parent.inlineContent === false;
      if (!isBetween || !$to.node(depth).canReplaceWith(index, index, block.type)) continue;
      at = depth < $to.depth ? $to.after(depth + 1) : $to.pos;
      tr.insert(at, block);
    }
  }
  if (at < 0) return false;
  const end = at + block.nodeSize;
  if (!tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, nodes.paragraph.create());
  tr.setSelection(Selection.near(tr.doc.resolve(block.isAtom ? end + 1 : at + 1)));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Enter in a caption goes on behind it. @type {Command} */
export const leaveCaption = (state, dispatch) => {
  const { $head } = state.selection;
  const { type } = $head.parent;
  if (type === nodes.table_caption) {
    dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve($head.after() + 1))).scrollIntoView());
    return true;
  }
  if (type !== nodes.figcaption) return false;
  const end = $head.after(-1);
  const { tr } = state;
  if (!tr.doc.resolve(end).nodeAfter?.isTextblock && tr.doc.resolve(end).parent.type !== nodes.gallery) {
    tr.insert(end, nodes.paragraph.create());
  }
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(end))).scrollIntoView());
  return true;
};

/** Backspace in an empty caption selects its figure. @type {Command} */
export const selectFigure = (state, dispatch) => {
  const { $head, empty } = state.selection;
  if (!empty || $head.parent.type !== nodes.figcaption || $head.parent.content.size) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $head.before(-1))));
  return true;
};

/** Takes away the figure, card or table around the selection. @type {Command} */
export const removeFigure = (state, dispatch) => {
  const found =
    within(state, nodes.captioned_table) ?? within(state, nodes.picture, nodes.card, nodes.gallery);
  if (!found) return false;
  const { tr } = state;
  const { parent } = state.doc.resolve(found.pos);
  const whole = parent.type === nodes.gallery && parent.childCount < 3 ? within(state, nodes.gallery) ?? found : found;
  const end = whole.pos + whole.node.nodeSize;
  if (state.doc.resolve(whole.pos).parent.childCount === 1) tr.replaceWith(whole.pos, end, nodes.paragraph.create());
  else tr.delete(whole.pos, end);
  tr.setSelection(Selection.near(tr.doc.resolve(whole.pos)));
  dispatch?.(tr.scrollIntoView());
  return true;
};
