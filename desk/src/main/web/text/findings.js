import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { textIn } from "./finding-places.js";

/**
 * What the copy desk finds, as quiet underlines that move with the text. A finding whose text is changed is gone.
 *
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {{from: number, to: number, message: string, replacements: string[]}} Finding
 * @typedef {Finding & {text: string}} Placed with the text that it is about
 */

/** @type {PluginKey<DecorationSet>} */
const key = new PluginKey("findings");

/** @param {Placed} finding */
const underline = (finding) =>
  Decoration.inline(finding.from, finding.to, { class: "text-finding" }, { finding, inclusiveStart: false, inclusiveEnd: false });

export const findingsPlugin = () =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        /** @type {Placed[] | undefined} */
        const placed = tr.getMeta(key);
        if (placed) return DecorationSet.create(tr.doc, placed.map(underline));
        if (!tr.docChanged) return before;
        const set = before.map(tr.mapping, tr.doc);
        return set.remove(set.find().filter(({ from, to, spec }) => textIn(tr.doc, from, to) !== spec.finding.text));
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown(view, event) {
        if (event.code === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) {
          return nextFinding(event.shiftKey)(view.state, view.dispatch, view);
        }
        return event.altKey && event.code === "Enter" && applyFix()(view.state, view.dispatch, view);
      },
    },
  });

/** @param {EditorState} state @param {Placed[]} placed */
export const withFindings = (state, placed) => state.tr.setMeta(key, placed).setMeta("addToHistory", false);

/** All that still fit, in their order. @param {EditorState} state */
export const findingsOf = (state) =>
  (key.getState(state)?.find() ?? [])
    .map(({ from, to, spec }) => /** @type {Placed} */ ({ ...spec.finding, from, to }))
    .sort((a, b) => a.from - b.from);

/** The finding at the cursor. @param {EditorState} state */
export const findingAt = (state) => {
  const { from, to } = state.selection;
  const found = key.getState(state)?.find(from, to).find((decoration) => decoration.from <= from && decoration.to >= to);
  return found && /** @type {Placed} */ ({ ...found.spec.finding, from: found.from, to: found.to });
};

/** Puts a replacement in the place of the finding at the cursor. @param {number} [index] @returns {Command} */
export const applyFix = (index = 0) => (state, dispatch) => {
  const finding = findingAt(state);
  const replacement = finding?.replacements[index];
  if (!finding || replacement === undefined) return false;
  const { tr } = state;
  if (replacement) tr.insertText(replacement, finding.from, finding.to);
  else tr.delete(finding.from, finding.to);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Selects the next finding, or the one before. @param {boolean} backwards @returns {Command} */
export const nextFinding = (backwards) => (state, dispatch) => {
  const all = findingsOf(state);
  if (!all.length) return false;
  const { from, to } = state.selection;
  const next = backwards
    ? (all.findLast((finding) => finding.to < to) ?? all[all.length - 1])
    : (all.find((finding) => finding.from > from) ?? all[0]);
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView());
  return true;
};
