import { escape, textOf } from "../text/html.js";

/**
 * A slip that the copy desk has found.
 *
 * @typedef {object} Finding
 * @property {string} field `headline`, `tags[2]`, `image.alt`
 * @property {number} from where it begins in the value of the field
 * @property {number} to
 * @property {string} message
 * @property {string[]} replacements the likeliest first
 * @property {boolean} [isFixed] the person has put a replacement there
 */

/** How much of the text beside a slip is shown, in characters. */
const BESIDE = 30;

/**
 * The text that a path names: `image.alt`, `tags[2]`, `corrections[0].text`.
 *
 * @param {Record<string, any>} fields
 * @param {string} path
 * @returns {string}
 */
export const valueAt = (fields, path) => {
  const value = path.split(/[.[\]]+/).filter(Boolean).reduce((of, name) => of?.[name], /** @type {any} */ (fields));
  return typeof value === "string" ? value : "";
};

/**
 * Fields in which a slip is mended; others stay the same objects.
 *
 * @param {Record<string, any>} fields
 * @param {{field: string, from: number, to: number, replacement: string}} fix
 */
export const mended = (fields, { field, from, to, replacement }) => {
  const names = field.split(/[.[\]]+/).filter(Boolean);
  const written = writtenIn(field, replacement);
  /** @param {any} of @param {number} depth @returns {any} */
  const inside = (of, depth) => {
    if (depth === names.length) return of.slice(0, from) + written + of.slice(to);
    const copy = Array.isArray(of) ? [...of] : { ...of };
    copy[names[depth]] = inside(of[names[depth]], depth + 1);
    return copy;
  };
  return inside(fields, 0);
};

/** A replacement is text: in HTML its signs are written otherwise. @param {string} field @param {string} replacement */
export const writtenIn = (field, replacement) => (field === "bodyHtml" ? escape(replacement) : replacement);

/**
 * Where findings are after one of them was mended. Those that overlap with it are gone; it stays as it is.
 *
 * @param {Finding[]} findings
 * @param {Finding} fixed
 * @param {string} replacement
 */
export const moved = (findings, fixed, replacement) => {
  const by = writtenIn(fixed.field, replacement).length - (fixed.to - fixed.from);
  return findings
    .filter((one) => one === fixed || one.field !== fixed.field || one.to <= fixed.from || one.from >= fixed.to)
    .map((one) => (one !== fixed && one.field === fixed.field && one.from >= fixed.to ? { ...one, from: one.from + by, to: one.to + by } : one));
};

/**
 * A slip and a little of the text around it, to be read.
 *
 * @param {string} value
 * @param {{from: number, to: number}} slip
 * @param {boolean} isHtml
 */
export const surroundings = (value, { from, to }, isHtml) => {
  const plain = isHtml ? textOf : (/** @type {string} */ text) => text;
  // A tag that a cut goes through is no text.
  const before = plain(value.slice(Math.max(0, from - 200), from).replace(isHtml ? /^[^<]*>/ : /^$/, ""));
  const after = plain(value.slice(to, to + 200).replace(isHtml ? /<[^>]*$/ : /^$/, ""));
  return {
    before: (before.length > BESIDE ? "…" : "") + before.slice(-BESIDE),
    slip: plain(value.slice(from, to)),
    after: after.slice(0, BESIDE) + (after.length > BESIDE ? "…" : ""),
  };
};
