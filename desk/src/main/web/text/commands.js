import { liftTarget, findWrapping } from "prosemirror-transform";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { bodyDirection, eachBlock, isBare, writtenDirection } from "./body-direction.js";
import { schema } from "./schema.js";

/**
 * What the buttons and keys do.
 *
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("prosemirror-model").NodeType} NodeType
 */

const { marks, nodes } = schema;

/** What counts as the same emphasis. @type {Record<string, import("prosemirror-model").MarkType[]>} */
export const EMPHASES = {
  strong: [marks.strong, marks.b],
  em: [marks.em, marks.i],
  code: [marks.code],
  sub: [marks.sub],
  sup: [marks.sup],
  q: [marks.q],
  cite: [marks.cite],
};

/** @param {EditorState} state @param {string} name */
export const hasEmphasis = (state, name) => {
  const { empty, $from, ranges } = state.selection;
  if (empty) return EMPHASES[name].some((type) => type.isInSet(state.storedMarks ?? $from.marks()));
  return ranges.some(({ $from, $to }) => EMPHASES[name].some((type) => state.doc.rangeHasMark($from.pos, $to.pos, type)));
};

/** @param {string} name @returns {Command} */
export const toggleEmphasis = (name) => (state, dispatch) => {
  const { empty, ranges, $head } = state.selection;
  const types = EMPHASES[name];
  if (!$head.parent.inlineContent && empty) return false;
  if (!dispatch) return true;
  const { tr } = state;
  const on = !hasEmphasis(state, name);
  if (empty) {
    if (on) tr.addStoredMark(types[0].create());
    else types.forEach((type) => tr.removeStoredMark(type));
  }
  for (const { $from, $to } of empty ? [] : ranges) {
    if (on) tr.addMark($from.pos, $to.pos, types[0].create());
    else types.forEach((type) => tr.removeMark($from.pos, $to.pos, type));
  }
  dispatch(tr.scrollIntoView());
  return true;
};

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

/** Takes away all emphasis, and makes headings paragraphs; links stay. @type {Command} */
export const clearFormats = (state, dispatch) => {
  const { tr, selection } = state;
  for (const { $from, $to } of selection.ranges) {
    for (const type of Object.values(marks)) if (type !== marks.link) tr.removeMark($from.pos, $to.pos, type);
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.type === nodes.heading || node.type === nodes.pre) tr.setNodeMarkup(tr.mapping.map(pos), nodes.paragraph, { lang: node.attrs.lang });
    });
  }
  if (!selection.empty) tr.setStoredMarks([]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** The blocks of the selection that have a direction of their own, the innermost. @param {EditorState} state */
const directedBlocks = (state) => {
  const { from, to } = state.selection;
  /** @type {{node: Node, pos: number, dir: string | undefined}[]} */
  const found = [];
  const ofBody = bodyDirection(state.doc);
  /** @type {Map<number, {node: Node, pos: number, dir: string | undefined}>} */
  const parents = new Map();
  eachBlock(state.doc, (node, pos, around, bare) => {
    const dir = (bare ? undefined : writtenDirection(node, around, false)) ?? around ?? ofBody;
    const here = bare ? /** @type {any} */ (parents.get(pos - 1)) : { node, pos, dir };
    parents.set(pos, here);
    if (node.isTextblock && pos <= to && pos + node.nodeSize >= from) found.push(here);
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
    if (isBare(node) && node.firstChild?.attrs.dir) tr.setNodeAttribute(pos + 1, "dir", null);
  }
  dispatch?.(tr);
  return true;
};

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
