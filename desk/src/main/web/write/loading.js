import { Problem, Unreachable } from "../api/problem.js";
import { missing } from "./newsroom.js";
import { baseOf, open } from "./opening.js";

/**
 * @typedef {import("./draft.js").Opened} Opened
 * @typedef {{shown?: import("./opening.js").Version, other?: import("./opening.js").Version, seenAt?: number}} Source `seenAt`:
 *     the newsroom could not be asked, and this is what the browser had seen then
 * @typedef {Opened & Source} Loaded
 */

/**
 * All that there is of an article, with the newest words first. When the newsroom does not answer, what this browser has
 * seen of it.
 *
 * @param {import("./newsroom.js").Newsroom} newsroom
 * @param {Promise<import("./article.js").Article> | undefined} asked the revision, if it has an article; asked for already
 * @param {import("./draft.js").Entry | undefined} entry of the journal
 * @param {string} person
 * @param {import("./fields.js").Fields} blank
 * @param {() => Promise<import("./seen.js").Seen | undefined>} findSeen
 * @returns {Promise<Loaded>}
 */
export const load = async (newsroom, asked, entry, person, blank, findSeen) => {
  if (!newsroom.id || !asked) return { entry, fields: entry?.fields ?? blank, blank };
  try {
    return await ofNewsroom(newsroom, asked, entry, person, blank);
  } catch (fault) {
    if (!(fault instanceof Unreachable || (fault instanceof Problem && fault.isPassing))) throw fault;
    const seen = await findSeen().catch(() => undefined);
    const loaded = seen && ofDevice(newsroom.id, seen, entry, person, blank);
    if (!loaded) throw fault;
    return loaded;
  }
};

/**
 * @param {string} id
 * @param {import("./seen.js").Seen} seen
 * @param {import("./draft.js").Entry | undefined} entry
 * @param {string} person
 * @param {import("./fields.js").Fields} blank
 * @returns {Loaded | undefined} nothing if the words began from another revision than the one that was seen
 */
const ofDevice = (id, { base, copy, at }, entry, person, blank) => {
  if (entry && (entry.revision ?? 1) !== base.revision) return undefined;
  // The journal went on from the copy.
  const opening = open(new Map([[base.revision, base]]), entry, entry ? undefined : copy, person);
  return { id, entry, copy, blank, seenAt: at, ...opening };
};

/**
 * @param {import("./newsroom.js").Newsroom} newsroom
 * @param {Promise<import("./article.js").Article>} asked
 * @param {import("./draft.js").Entry | undefined} entry
 * @param {string} person
 * @param {import("./fields.js").Fields} blank
 * @returns {Promise<Loaded>}
 */
const ofNewsroom = async (newsroom, asked, entry, person, blank) => {
  const [article, copy] = await Promise.all([asked, newsroom.copy()]);
  const bases = new Map([[article.revision, baseOf(article)]]);
  for (const revision of [entry?.revision, copy?.json.basedOn]) {
    if (!revision || bases.has(revision)) continue;
    const base = await newsroom.revision(revision).catch(missing);
    if (base) bases.set(revision, baseOf(base));
  }
  return { id: /** @type {string} */ (newsroom.id), entry, copy, blank, ...open(bases, entry, copy, person) };
};
