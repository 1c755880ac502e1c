import { Kept } from "../shell/kept.js";

/** @typedef {import("./outbox.js").Waiting} Waiting */

/** @param {string} article @param {string} person */
const prefixOf = (article, person) => `desk-live-outbox/${person}/${article}/`;

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
  keep: (item) => {
    try {
      localStorage.setItem(prefixOf(article, person) + item.key, JSON.stringify(item));
      return true;
    } catch {
      return false;
    }
  },
  /** @param {string} key */
  forget: (key) => localStorage.removeItem(prefixOf(article, person) + key),
  /** @returns {Waiting[]} what an earlier page left */
  left: () => keysOf(article, person).map((key) => JSON.parse(localStorage.getItem(key) ?? "null")).filter(Boolean),
});

/** How many entries wait for an article in this browser. @param {string} article @param {string} person */
export const waitingFor = (article, person) => keysOf(article, person).length;

/** @param {string} article @param {string} person */
const keysOf = (article, person) => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(article, person)));
  } catch {
    return [];
  }
};
