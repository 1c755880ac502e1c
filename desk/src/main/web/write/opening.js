import { fieldsOf, fieldsOfCopy, same } from "./article.js";
import { hashOfJson } from "./working-copy.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {import("./draft.js").Base} Base
 * @typedef {import("./draft.js").Copy} Copy
 * @typedef {import("./draft.js").Entry} Entry
 *
 * @typedef {{from: "device" | "newsroom", at: number, fields: Fields}} Version words that are shown in no revision
 *
 * @typedef {object} Opening
 * @property {Base} base
 * @property {Fields} fields the newest words
 * @property {Version} [shown] where they are from, unless they are the revision's
 * @property {Version} [other] an older version that is no part of them
 */

/**
 * What the form begins with: the newest of the journal's entry, the working copy and the revision.
 *
 * @param {Map<number, Base>} bases the latest revision, and those that the others are based on
 * @param {Entry | undefined} entry
 * @param {Copy | undefined} copy
 * @param {string} person whose they are
 * @returns {Opening}
 */
export const open = (bases, entry, copy, person) => {
  const latest = /** @type {Base} */ (bases.get(Math.max(...bases.keys())));
  const ofCopy = copy && bases.get(copy.json.basedOn);
  const ofEntry = entry && bases.get(entry.revision ?? 1);
  /** @type {(Version & {base: Base})[]} */
  const versions = [];
  if (entry) versions.push({ from: "device", at: entry.at, fields: entry.fields, base: ofEntry ?? latest });
  // What this browser has sent is a part of what it has gone on to write.
  if (copy && !entry?.sent?.includes(hashOfJson(copy.json))) {
    const base = ofCopy ?? latest;
    versions.push({ from: "newsroom", at: copy.at, fields: fieldsOfCopy(copy.json, base.fields), base });
  }
  const changed = versions
    .filter(({ fields, base }) => !same(fields, base.fields) && !same(fields, latest.fields))
    .sort((a, b) => b.at - a.at);
  // Who has made a revision since has left older words behind.
  const { editor, revisedAt } = latest.article;
  const isPast = (/** @type {Version & {base: Base}} */ { at, base }) =>
    base.revision < latest.revision && editor === person && at < Date.parse(revisedAt);
  const shown = changed.find((version) => !isPast(version));
  const other = changed.find((version) => version !== shown && !same(version.fields, shown?.fields));
  return {
    base: shown?.base ?? latest,
    fields: shown?.fields ?? latest.fields,
    shown: shown && versionOf(shown),
    other: other && versionOf(other),
  };
};

/** @param {Version} version @returns {Version} */
const versionOf = ({ from, at, fields }) => ({ from, at, fields });

/**
 * @param {Fields} article as the API answers it
 * @returns {Base}
 */
export const baseOf = (article) => ({ revision: article.revision, fields: fieldsOf(article), article });
