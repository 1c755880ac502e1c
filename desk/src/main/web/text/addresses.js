import { TextSelection } from "prosemirror-state";
import { schema } from "./schema.js";

/**
 * Links, and the addresses that people type.
 *
 * @typedef {import("prosemirror-state").Command} Command
 */

const { link } = schema.marks;

/** @param {{from: number, to: number}} place @param {string} href @param {string} text for a place without one @returns {Command} */
export const setLink = ({ from, to }, href, text) => (state, dispatch) => {
  const { tr } = state;
  let end = to;
  if (from === to) {
    if (!text) return false;
    tr.insertText(text, from);
    end = from + text.length;
  }
  tr.removeMark(from, end, link).addMark(from, end, link.create({ href }));
  tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(link);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** @param {{from: number, to: number}} place @returns {Command} */
export const removeLink = ({ from, to }) => (state, dispatch) => {
  dispatch?.(state.tr.removeMark(from, to, link));
  return true;
};

/**
 * An address as people type it: without `https://`, or an email address. Undefined if the press would refuse it.
 *
 * @param {string} typed
 */
export const addressOf = (typed) => {
  const text = typed.trim();
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text)) return `mailto:${text}`;
  if (/^\/(?!\/)/.test(text) || /^(?:mailto|tel):./i.test(text)) return text;
  const whole = /^https?:\/\//i.test(text) ? text : /^[^\s/:]+\.[^\s/:]{2,}(?:[/:?#]|$)/.test(text) ? `https://${text}` : "";
  try {
    return whole && new URL(whole) ? whole : undefined;
  } catch {
    return undefined;
  }
};
