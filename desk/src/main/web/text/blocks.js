import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { NodeSelection } from "prosemirror-state";
import { findWrapping, liftTarget } from "prosemirror-transform";
import { schema } from "./schema.js";

/**
 * Headings, lists, quotations and fact boxes.
 *
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("prosemirror-model").NodeType} NodeType
 */

const { nodes } = schema;

/**
 * The innermost node around the selection for which `test` holds.
 *
 * @param {EditorState} state
 * @param {(node: Node) => boolean} test
 */
export const around = ({ selection }, test) => {
  if (selection instanceof NodeSelection && test(selection.node)) return { node: selection.node, pos: selection.from };
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (test(node)) return { node, pos: $from.before(depth) };
  }
  return undefined;
};

/** @param {EditorState} state @param {...NodeType} types */
export const within = (state, ...types) => around(state, (node) => types.includes(node.type));

/**
 * Makes the paragraphs of the selection `type`, or paragraphs again if they are that.
 *
 * @param {NodeType} type
 * @param {Record<string, any>} [attrs]
 * @returns {Command}
 */
export const toggleBlock = (type, attrs = {}) => (state, dispatch) => {
  const { from, to } = state.selection;
  /** @param {Node} node */
  const isThat = (node) => node.type === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value);
  let applies = false;
  let all = true;
  state.doc.nodesBetween(from, to, (node) => {
    if (!node.isTextblock || node.type === nodes.figcaption || node.type === nodes.table_caption) return;
    applies = true;
    all &&= isThat(node);
  });
  if (!applies) return false;
  const wanted = all ? nodes.paragraph : type;
  dispatch?.(
    state.tr
      .setBlockType(from, to, wanted, ({ attrs: { dir, lang } }) => ({ dir, lang, ...(all ? {} : attrs) }))
      .scrollIntoView(),
  );
  return true;
};

/** @param {NodeType} type @returns {Command} */
export const toggleList = (type) => (state, dispatch) => {
  const list = within(state, nodes.bullet_list, nodes.ordered_list);
  if (!list) return wrapInList(type)(state, dispatch);
  if (list.node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
  const { dir, lang } = list.node.attrs;
  dispatch?.(state.tr.setNodeMarkup(list.pos, type, { dir, lang }).scrollIntoView());
  return true;
};

/**
 * Puts a quotation, a pull quote or a fact box around the selection, or takes it away.
 *
 * @param {NodeType} type
 * @param {Record<string, any>} [attrs]
 * @returns {Command}
 */
export const toggleBox = (type, attrs = {}) => (state, dispatch) => {
  const box = within(state, type);
  if (!box) {
    const { $from, $to } = state.selection;
    const range = $from.blockRange($to);
    const wrapping = range && findWrapping(range, type, attrs);
    if (!range || !wrapping) return false;
    dispatch?.(state.tr.wrap(range, wrapping).scrollIntoView());
    return true;
  }
  if (Object.entries(attrs).some(([name, value]) => box.node.attrs[name] !== value)) {
    dispatch?.(state.tr.setNodeMarkup(box.pos, null, { ...box.node.attrs, ...attrs }).scrollIntoView());
    return true;
  }
  const start = state.doc.resolve(box.pos + 1);
  const range = start.blockRange(state.doc.resolve(box.pos + box.node.nodeSize - 1), (node) => node === box.node);
  const target = range && liftTarget(range);
  if (!range || target === null || target === undefined) return false;
  dispatch?.(state.tr.lift(range, target).scrollIntoView());
  return true;
};
