import { schema } from "./schema.js";

/**
 * Emphasis of words.
 *
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-model").Node} Node
 */

const { marks, nodes } = schema;

/** What counts as the same emphasis. @type {Record<string, import("prosemirror-model").MarkType[]>} */
const EMPHASES = {
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
