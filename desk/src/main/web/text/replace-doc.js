/**
 * Makes the document of `state` `doc`, and changes no more of it than differs.
 *
 * @param {import("prosemirror-state").EditorState} state
 * @param {import("prosemirror-model").Node} doc
 */
export const replaceDoc = (state, doc) => {
  const { tr } = state;
  const start = doc.content.findDiffStart(state.doc.content);
  const end = doc.content.findDiffEnd(state.doc.content);
  if (start === null || !end) return tr;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(start, end.b + overlap, doc.slice(start, end.a + overlap));
  return tr.doc.eq(doc) ? tr : tr.replaceWith(0, tr.doc.content.size, doc.content);
};
