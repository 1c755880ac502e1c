import { fieldsOf, fieldsOfCopy, same } from "./article.js";
import { FIELDS } from "./fields.js";
import { merge } from "./merge.js";
import { baseOf } from "./opening.js";

export { settle } from "./merge.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {import("./draft.js").Draft} Draft
 *
 * @typedef {object} Joining two versions that become one
 * @property {import("./merge.js").Merged} merged
 * @property {import("./draft.js").Base} base from which the editor goes on
 * @property {import("./draft.js").Copy} [copy] that is replaced
 * @property {string} [who] made the other version; none if it is another window of the same person
 */

/**
 * Joins what is in the form with the newest revision; nothing if that is the one from which the editor began.
 *
 * @param {Draft} draft
 * @param {import("./newsroom.js").Newsroom} newsroom
 * @param {() => Fields} read the form, at the last moment
 * @returns {Promise<Joining | undefined>}
 */
export const withRevision = async (draft, newsroom, read) => {
  const began = /** @type {import("./draft.js").Base} */ (draft.base);
  const theirs = await newsroom.article();
  if (theirs.revision === began.revision) return undefined;
  const base = fieldsOf(await newsroom.revision(began.revision));
  return { merged: merge(base, mineOf(began.fields, base, read()), fieldsOf(theirs)), base: baseOf(theirs), who: theirs.editor };
};

/**
 * Joins what is in the form with the working copy that another window or device of the same person has saved.
 *
 * @param {Draft} draft
 * @param {import("./draft.js").Copy} copy
 * @param {import("./newsroom.js").Newsroom} newsroom
 * @param {() => Fields} read the form, at the last moment
 * @returns {Promise<Joining>}
 */
export const withCopy = async (draft, copy, newsroom, read) => {
  const began = /** @type {import("./draft.js").Base} */ (draft.base);
  const { basedOn } = copy.json;
  const other = basedOn === began.revision ? began : baseOf(await newsroom.revision(basedOn));
  // Both go back to the older of the two revisions; the newer one is a part of who began from it.
  const [older, newer] = basedOn < began.revision ? [other, began] : [began, other];
  return { merged: merge(older.fields, read(), fieldsOfCopy(copy.json, other.fields)), base: newer, copy };
};

/**
 * The words of the editor, where the server has cleaned what they did not touch.
 *
 * @param {Fields} began what the form made of the revision
 * @param {Fields} base the revision
 * @param {Fields} now
 */
const mineOf = (began, base, now) =>
  Object.fromEntries(
    FIELDS.map(({ name }) => [name, same(now[name], began[name]) ? base[name] : now[name]]).filter(([, value]) => value !== undefined));
