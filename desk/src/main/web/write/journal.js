import { createStore, entries, get, promisifyRequest } from "idb-keyval";

/** @typedef {import("./draft.js").Entry} Entry */

/** How the address of an article begins that the newsroom does not have yet. */
export const NEW = "new/";

const store = createStore("nashra-write", "journal");

/**
 * A page that is closed does not hear that its write was carried out, and would not ask for the end of it then.
 *
 * @param {(all: IDBObjectStore) => void} act
 */
const write = (act) =>
  store("readwrite", (all) => {
    act(all);
    all.transaction.commit();
    return promisifyRequest(all.transaction);
  });

/** @param {string} person @param {string} name */
const keyOf = (person, name) => JSON.stringify([person, name]);

/**
 * What this browser keeps of one article for one person.
 *
 * Writes are carried out in the order in which they are asked for, and one that was asked for when the page is closed is
 * carried out all the same.
 */
export class Journal {
  /**
   * @param {string} person
   * @param {string} name the id of the article, or `new/…`
   */
  constructor(person, name) {
    this.person = person;
    this.name = name;
  }

  get key() {
    return keyOf(this.person, this.name);
  }

  /** @returns {Promise<Entry | undefined>} */
  find() {
    return get(this.key, store);
  }

  /** @param {Entry} entry */
  keep(entry) {
    return write((all) => all.put(entry, this.key));
  }

  forget() {
    return write((all) => all.delete(this.key));
  }

  /**
   * Keeps the article under another name from now on.
   *
   * @param {string} name
   * @param {Entry} entry
   */
  async become(name, entry) {
    const before = this.key;
    this.name = name;
    await write((all) => {
      all.put(entry, this.key);
      all.delete(before);
    });
  }
}

/**
 * The articles that the newsroom does not have yet, the newest first.
 *
 * @param {string} person
 * @returns {Promise<{name: string, entry: Entry}[]>}
 */
export const unfinished = async (person) => {
  const all = /** @type {[string, Entry][]} */ (await entries(store));
  return all
    .map(([key, entry]) => ({ key: JSON.parse(key), entry }))
    .filter(({ key }) => key[0] === person && key[1].startsWith(NEW))
    .map(({ key, entry }) => ({ name: key[1], entry }))
    .sort((a, b) => b.entry.at - a.entry.at);
};
