import { createStore, get, promisifyRequest } from "idb-keyval";

/**
 * What this browser has seen of an article last.
 *
 * @typedef {object} Seen
 * @property {import("./draft.js").Base} base the revision from which the editor went on
 * @property {import("./draft.js").Copy} [copy] the working copy that was there
 * @property {number} at milliseconds
 */

/** How many articles are kept; the one that was opened the longest time ago makes room. */
const MOST = 50;

/** Under which the keys are kept in their order. */
const ORDER = "order";

/** It is deleted when the person signs out (`session/session.js`). */
const store = createStore("nashra-seen", "articles");

/** @param {string} person @param {string} id */
const keyOf = (person, id) => JSON.stringify([person, id]);

/** @param {string} person @param {string} id @returns {Promise<Seen | undefined>} */
export const findSeen = (person, id) => get(keyOf(person, id), store);

/**
 * Keeps an article so that it can be opened when the newsroom cannot be reached.
 *
 * @param {string} person
 * @param {string} id
 * @param {Seen} seen
 */
export const keepSeen = (person, id, seen) =>
  store("readwrite", (all) => {
    const key = keyOf(person, id);
    const asked = all.get(ORDER);
    asked.onsuccess = () => {
      const order = [key, ...(asked.result ?? []).filter((/** @type {string} */ other) => other !== key)];
      for (const old of order.splice(MOST)) all.delete(old);
      all.put(order, ORDER);
    };
    all.put(seen, key);
    return promisifyRequest(all.transaction);
  });
