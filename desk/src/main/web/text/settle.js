import { Slice } from "prosemirror-model";
import { forget, pastes } from "./paste.js";
import { readBody } from "./read-body.js";
import { schema } from "./schema.js";

/**
 * Puts what the newspaper makes of a paste in its place, unless somebody has changed it meanwhile.
 *
 * @param {import("prosemirror-view").EditorView} view
 * @param {number} id
 * @param {string} html
 */
export const settle = (view, id, html) => {
  const { state } = view;
  const pasted = pastes.getState(state)?.find((other) => other.id === id);
  const isUntouched = pasted && pasted.from <= pasted.to && state.doc.slice(pasted.from, pasted.to).eq(pasted.slice);
  if (!isUntouched || !html) {
    forget(view, id);
    return;
  }
  const tr = state.tr.setMeta(pastes, { done: id });
  const whole = wholeBlocks(state.doc, pasted);
  if (whole) tr.replace(whole.from, whole.to, new Slice(readBody(html).content, 0, 0));
  else tr.replaceRange(pasted.from, pasted.to, sliceOf(html));
  // One step of undo with the paste.
  view.dispatch(tr.setMeta("appendedTransaction", pasted.tr));
};

/**
 * The blocks that were pasted, if nothing else is in them: the first keeps the attributes that it was pasted with.
 *
 * @param {import("prosemirror-model").Node} doc
 * @param {{from: number, to: number}} pasted
 */
const wholeBlocks = (doc, { from, to }) => {
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  const { depth } = $from;
  if ($from.parent.type !== schema.nodes.paragraph || $from.parentOffset > 0) return undefined;
  if ($to.depth < depth - 1 || $to.node(depth - 1) !== $from.node(-1)) return undefined;
  if ($to.depth < depth) return { from: $from.before(), to };
  for (let inner = $to.depth; inner >= depth; inner--) if ($to.pos + $to.depth - inner !== $to.end(inner)) return undefined;
  return { from: $from.before(), to: $to.after(depth) };
};

/** The blocks of `html`, open at both ends so that the first and the last join what is around them. @param {string} html */
const sliceOf = (html) => {
  const { content } = readBody(html);
  const open = Slice.maxOpen(content, true);
  let openStart = 0;
  let openEnd = 0;
  for (let node = content.firstChild; node && openStart < open.openStart && !node.type.spec.isolating; node = node.firstChild) openStart++;
  for (let node = content.lastChild; node && openEnd < open.openEnd && !node.type.spec.isolating; node = node.lastChild) openEnd++;
  return new Slice(content, openStart, openEnd);
};
