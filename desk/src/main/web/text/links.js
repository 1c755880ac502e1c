import { schema } from "./schema.js";

/**
 * Where links are.
 *
 * @typedef {import("prosemirror-state").EditorState} EditorState
 */

const { link } = schema.marks;

/** The link at the cursor, or the selection with the address of the first link in it. @param {EditorState} state */
export const linkAt = (state) => {
  const { from, to, empty, $from } = state.selection;
  if (!empty) {
    /** @type {string | undefined} */
    let href;
    state.doc.nodesBetween(from, to, (node) => void (href ??= link.isInSet(node.marks)?.attrs.href));
    return { from, to, href };
  }
  const mark = link.isInSet($from.marks()) ?? ($from.nodeAfter && link.isInSet($from.nodeAfter.marks));
  if (!mark) return { from, to, href: undefined };
  const { href } = mark.attrs;
  // Texts with the same address that follow one another are one link.
  let found = { from, to };
  let open = -1;
  $from.parent.forEach((node, offset) => {
    const start = $from.start() + offset;
    const isSame = link.isInSet(node.marks)?.attrs.href === href;
    if (!isSame) open = -1;
    else if (open < 0) open = start;
    if (isSame && open <= from && start + node.nodeSize >= from) found = { from: open, to: start + node.nodeSize };
    else if (isSame && found.from === open && found.to === start) found = { from: open, to: start + node.nodeSize };
  });
  return { ...found, href };
};
