import { FIELDS } from "./fields.js";

/** @typedef {import("./fields.js").Fields} Fields */

/**
 * An article as the API answers it.
 *
 * @typedef {Fields & {id: string, revision: number, status: string, editor?: string, revisedAt?: string, url?: string}} Article
 */

/** Fields that are not in the form and that a revision would take away if it did not send them back. */
const CARRIED = ["coverage", "publishAt"];

/** What stays as it is when a revision leaves it out: an empty list takes it away. */
const STAYING = ["related", "corrections"];

/** Whether a field has no value. @param {unknown} value */
export const isEmpty = (value) => value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);

/**
 * The fields of the form, without those that are empty.
 *
 * @param {Fields} values
 * @returns {Fields}
 */
export const filled = (values) =>
  Object.fromEntries(FIELDS.map(({ name }) => [name, values[name]]).filter(([, value]) => !isEmpty(value)));

/**
 * The fields of the form in an answer of the API. A summary that was made from the text is made again with each revision,
 * so it is none.
 *
 * @param {Fields} article
 * @returns {Fields}
 */
export const fieldsOf = (article) => filled(article.summaryMade ? { ...article, summary: undefined } : article);

/**
 * Whether two values are the same, whatever the order of their properties.
 *
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
export const same = (a, b) => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
};

/**
 * What is sent as a revision.
 *
 * @param {Fields} fields of the form
 * @param {Fields} base the revision from which the editor began; empty for a new article
 * @param {string} status
 * @param {Fields} extra what the revision says of itself: `publishAt`, `correction`, `minor`; it goes before the form
 */
export const revisionOf = (fields, base, status, extra = {}) => {
  /** @type {Fields} */
  const revision = { ...fields, status };
  for (const name of CARRIED) if (base[name] !== undefined) revision[name] = base[name];
  for (const name of STAYING) if (!isEmpty(base[name]) && !fields[name]) revision[name] = [];
  // A correction that came meanwhile is not in the form: without a list all stay.
  if (same(fields.corrections, base.corrections)) delete revision.corrections;
  if (status !== "scheduled") delete revision.publishAt;
  if (revision.kind !== "live") delete revision.coverage;
  return { ...revision, ...extra };
};

/**
 * What is sent as a working copy. A field that the editor has emptied is null, so that it is told from one that nobody
 * touched.
 *
 * @param {Fields} fields of the form
 * @param {Fields} base
 * @param {number} basedOn
 */
export const copyOf = (fields, base, basedOn) => {
  const gone = FIELDS.filter(({ name }) => !isEmpty(base[name]) && !(name in fields));
  return { basedOn, ...Object.fromEntries(gone.map(({ name }) => [name, null])), ...fields };
};

/**
 * The fields that a working copy means.
 *
 * @param {Fields} copy
 * @param {Fields} base the fields of the revision that it is based on
 */
export const fieldsOfCopy = (copy, base) => filled({ ...base, ...fieldsOf(copy), ...emptied(copy) });

/** @param {Fields} copy */
const emptied = (copy) => Object.fromEntries(Object.entries(copy).filter(([, value]) => isEmpty(value)));
