import { closeHistory } from "prosemirror-history";
import { Plugin, PluginKey } from "prosemirror-state";
import { schema } from "./schema.js";

/**
 * Plain text from WhatsApp has signs for its emphasis: `*bold*` and `_italic_`. What they mean is not guessed: after such a
 * text was pasted, it is offered to read them so. Until then, and after an undo, the text is as it was pasted.
 *
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {{from: number, to: number}} Range
 */

/** @type {PluginKey<Range | undefined>} */
const key = new PluginKey("stars");

/** @type {[string, import("prosemirror-model").MarkType][]} */
const SIGNS = [["*", schema.marks.strong], ["_", schema.marks.em]];

/** Whether a sign may stand beside it: the end, or what is no part of a word. @param {string | undefined} character */
const isEdge = (character) => !character || !/[\p{L}\p{M}\p{N}]/u.test(character);

/** @param {string | undefined} character */
const isSpace = (character) => !character || /\s/.test(character);

/**
 * The places of two signs of one kind with words between them, as WhatsApp reads them: within a line, and the words touch
 * the signs. Addresses have such signs of their own.
 *
 * @param {string} text
 * @param {string} sign
 * @returns {Range[]} where both signs are
 */
export const pairsIn = (text, sign) => {
  const addresses = [...text.matchAll(/\S*(?::\/\/|www\.|@)\S*/gi)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const all = text.split("").flatMap((character, index) => (character === sign ? [index] : []));
  const signs = all.filter((index) => !addresses.some(({ from, to }) => from <= index && index < to));
  /** @type {Range[]} */
  const pairs = [];
  for (let i = 0; i < signs.length; i++) {
    const from = signs[i];
    if (!isEdge(text[from - 1]) || isSpace(text[from + 1]) || text[from + 1] === sign) continue;
    const end = signs.findIndex((to, j) => j > i && !isSpace(text[to - 1]) && text[to - 1] !== sign && isEdge(text[to + 1]));
    if (end < 0 || text.slice(from, signs[end]).includes("\n")) continue;
    pairs.push({ from, to: signs[end] });
    i = end;
  }
  return pairs;
};

/**
 * The pairs in a part of a text, by their positions.
 *
 * @param {import("prosemirror-model").Node} doc
 * @param {Range} range
 */
const pairsOf = (doc, { from, to }) => {
  /** @type {(Range & {type: import("prosemirror-model").MarkType})[]} */
  const found = [];
  doc.nodesBetween(from, to, (block, pos) => {
    if (!block.isTextblock || block.type.spec.code) return;
    const text = block.textBetween(0, block.content.size, undefined, "\n");
    for (const [sign, type] of SIGNS) {
      for (const pair of pairsIn(text, sign)) {
        const placed = { from: pos + 1 + pair.from, to: pos + 1 + pair.to, type };
        if (placed.from >= from && placed.to < to) found.push(placed);
      }
    }
  });
  return found;
};

/** What was pasted, while its signs can be read. @param {EditorState} state */
export const starsOffered = (state) => key.getState(state);

/** Reads the signs of what was pasted. @type {Command} */
export const readStars = (state, dispatch) => {
  const range = starsOffered(state);
  if (!range) return false;
  const pairs = pairsOf(state.doc, range);
  const tr = closeHistory(state.tr);
  for (const { from, to, type } of pairs) tr.addMark(from + 1, to, type.create());
  for (const at of pairs.flatMap(({ from, to }) => [from, to]).sort((a, b) => b - a)) tr.delete(at, at + 1);
  dispatch?.(tr.scrollIntoView());
  return true;
};

export const starsPlugin = () =>
  new Plugin({
    key,
    state: {
      init: () => undefined,
      apply: (tr, range) => tr.getMeta(key) ?? (tr.docChanged ? undefined : range),
    },
    props: {
      handlePaste(view, event, slice) {
        const data = event.clipboardData;
        if (!data?.getData("text/plain") || data.getData("text/html")) return false;
        return pastePlain(slice)(view.state, view.dispatch);
      },
      handleKeyDown: (view, event) => event.altKey && event.code === "Enter" && readStars(view.state, view.dispatch),
    },
  });

/** Puts plain text in, if it has signs to read. @param {import("prosemirror-model").Slice} slice @returns {Command} */
export const pastePlain = (slice) => (state, dispatch) => {
  const { from, to, $from } = state.selection;
  if ($from.parent.type.spec.code) return false;
  const tr = state.tr.replaceSelection(slice);
  const range = { from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) };
  if (!pairsOf(tr.doc, range).length) return false;
  dispatch?.(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste").setMeta(key, range));
  return true;
};
