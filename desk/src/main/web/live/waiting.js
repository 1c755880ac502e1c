import { Kept } from "../shell/kept.js";

/** @typedef {import("./outbox.js").Waiting} Waiting */

/**
 * An entry that waits. Each is kept by itself: two windows may write on the same coverage.
 *
 * @param {string} article
 * @param {string} person
 * @param {string} key
 * @returns {Kept<Waiting>}
 */
const itemOf = (article, person, key) => new Kept("live-outbox", `${person}/${article}/${key}`);

/**
 * What this browser keeps of a person's work on one article's live coverage.
 *
 * @param {string} article
 * @param {string} person
 */
export const keeping = (article, person) => ({
  /** The text in the field. @type {Kept<string>} */
  draft: new Kept(`live-draft/${article}`, person),
  /** @param {Waiting} item */
  keep: (item) => itemOf(article, person, item.key).write(item),
  /** @param {string} key */
  forget: (key) => void itemOf(article, person, key).write(undefined),
  /** What an earlier page left. */
  left: () => keysOf(article, person).flatMap((key) => itemOf(article, person, key).read() ?? []),
});

/** How many entries wait for an article in this browser. @param {string} article @param {string} person */
export const waitingFor = (article, person) => keysOf(article, person).length;

/** @param {string} article @param {string} person */
const keysOf = (article, person) => {
  const prefix = itemOf(article, person, "").key;
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
};
