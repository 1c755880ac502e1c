import { Problem } from "../api/problem.js";
import { keyOf } from "./outbox.js";

/** @typedef {import("./outbox.js").Comment} Comment */

/** The most people whose comments are asked for at once, and the most parts of the list of one. */
const PEOPLE = 5;
const PARTS = 5;

/**
 * What became of comments that are not in the queue any more. The API lists the comments of a person with their status and
 * history; one answer tells of all comments of the same person.
 *
 * @param {import("../api/api.js").Api} api
 * @param {Comment[]} comments
 * @returns {Promise<Map<string, Comment | null | undefined>>} null if there is no such comment, undefined if it was not found
 *   among so many. Those that are not in it are to be asked for later
 */
export const lookUp = async (api, comments) => {
  /** @type {Map<string, Comment[]>} */
  const people = new Map();
  for (const comment of comments) {
    const person = comment.email.toLowerCase();
    people.set(person, [...(people.get(person) ?? []), comment]);
  }
  const found = await Promise.all([...people.values()].slice(0, PEOPLE).map((theirs) => ofPerson(api, theirs)));
  return new Map(found.flatMap((of) => [...of]));
};

/**
 * @param {import("../api/api.js").Api} api
 * @param {Comment[]} comments
 * @returns {Promise<Map<string, Comment | null | undefined>>}
 */
const ofPerson = async (api, comments) => {
  const [{ articleId, commentId }, ...others] = comments;
  const found = new Map(comments.map((comment) => [keyOf(comment), /** @type {Comment | null | undefined} */ (undefined)]));
  const left = new Set(found.keys());
  /** @type {string | undefined} */
  let cursor;
  for (let part = 0; part < PARTS && left.size; part++) {
    let body;
    try {
      ({ body } = await api.get("/api/comments", { query: { article: articleId, person: commentId, limit: 100, cursor } }));
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
      // This one is erased; the person may have others.
      return new Map([[keyOf(comments[0]), null], ...(others.length ? await ofPerson(api, others) : [])]);
    }
    for (const item of body.items) if (left.delete(keyOf(item))) found.set(keyOf(item), item);
    cursor = body.next;
    if (!cursor) {
      for (const key of left) found.set(key, null);
      break;
    }
  }
  return found;
};
