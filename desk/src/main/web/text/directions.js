import { bareIndex, eachBlock, writtenDirection } from "./body-direction.js";

/**
 * The direction of the blocks in the selection.
 *
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-model").Node} Node
 */

/** The blocks of the selection that have a direction of their own, the innermost. @param {EditorState} state */
const directedBlocks = (state) => {
  const { from, to } = state.selection;
  /** @type {{node: Node, pos: number, dir: string | undefined}[]} */
  const found = [];
  /** @type {Map<number, {node: Node, pos: number, dir: string | undefined}>} */
  const blocks = new Map();
  eachBlock(state.doc, (node, pos, around, bare) => {
    if (!bare) blocks.set(pos, { node, pos, dir: writtenDirection(node, around, false) ?? around });
    if (!node.isTextblock || pos > to || pos + node.nodeSize < from) return;
    const block = blocks.get(bare ? state.doc.resolve(pos).before() : pos);
    if (block) found.push(block);
  });
  return found;
};

/** In which direction the block at the cursor is read. @param {EditorState} state */
export const directionAt = (state) => directedBlocks(state)[0]?.dir;

/** Sets the direction of blocks; if they have it by the button, the press finds it again. @param {"rtl" | "ltr"} dir @returns {Command} */
export const setDirection = (dir) => (state, dispatch) => {
  const blocks = directedBlocks(state);
  if (!blocks.length) return false;
  const { tr } = state;
  const isSet = blocks.every(({ node }) => node.attrs.dir === dir);
  for (const { node, pos } of blocks) {
    tr.setNodeAttribute(pos, "dir", isSet ? null : dir);
    const bare = bareIndex(node);
    node.forEach((child, offset, index) => index === bare && child.attrs.dir && tr.setNodeAttribute(pos + 1 + offset, "dir", null));
  }
  dispatch?.(tr);
  return true;
};
