import { missing } from "./newsroom.js";
import { baseOf, open } from "./opening.js";

/**
 * @typedef {import("./draft.js").Opened} Opened
 * @typedef {Opened & {shown?: import("./opening.js").Version, other?: import("./opening.js").Version}} Loaded
 */

/**
 * All that there is of an article, with the newest words first.
 *
 * @param {import("./newsroom.js").Newsroom} newsroom
 * @param {Promise<import("./article.js").Article> | undefined} asked the revision, if it has an article; asked for already
 * @param {import("./draft.js").Entry | undefined} entry of the journal
 * @param {string} person
 * @param {import("./fields.js").Fields} blank
 * @returns {Promise<Loaded>}
 */
export const load = async (newsroom, asked, entry, person, blank) => {
  if (!newsroom.id || !asked) return { entry, fields: entry?.fields ?? blank, blank };
  const [article, copy] = await Promise.all([asked, newsroom.copy()]);
  const bases = new Map([[article.revision, baseOf(article)]]);
  for (const revision of [entry?.revision, copy?.json.basedOn]) {
    if (!revision || bases.has(revision)) continue;
    const base = await newsroom.revision(revision).catch(missing);
    if (base) bases.set(revision, baseOf(base));
  }
  return { id: newsroom.id, entry, copy, blank, ...open(bases, entry, copy, person) };
};
