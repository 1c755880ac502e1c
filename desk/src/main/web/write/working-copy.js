import { hashOf } from "./hash.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {{tag: string, at: number, json: Fields}} Copy the working copy as the newsroom has it
 *
 * @typedef {object} CopyApi
 * @property {() => Promise<Copy | undefined>} copy
 * @property {(json: Fields, tag: string | undefined) => Promise<{tag: string, at: number}>} saveCopy
 * @property {(tag: string) => Promise<unknown>} dropCopy
 */

/** Copies that are known again: those since the last answer. */
const MOST_SENT = 50;

/** @param {unknown} json */
export const hashOfJson = (json) => hashOf(JSON.stringify(json));

/** What is known of the working copy in the newsroom, when answers may be lost. */
export class WorkingCopy {
  #api;
  /** The copy that was heard of last. @type {{tag: string, hash: string} | undefined} */
  #known;
  /** Whether the newsroom may have a copy that it was not heard to have. */
  #isUnsure = false;

  /**
   * @param {CopyApi} api
   * @param {Copy | undefined} found
   * @param {string[] | undefined} sent hashes of the copies that this browser has sent
   */
  constructor(api, found, sent) {
    this.#api = api;
    this.sent = sent;
    if (found) this.adopt(found);
  }

  get isThere() {
    return this.#known !== undefined || this.#isUnsure;
  }

  /** @param {unknown} json */
  is(json) {
    return this.#known?.hash === hashOfJson(json);
  }

  /** Goes on from a copy that somebody else may have saved: the next save replaces it. @param {Copy} copy */
  adopt(copy) {
    this.#known = { tag: copy.tag, hash: hashOfJson(copy.json) };
    this.#isUnsure = false;
  }

  /**
   * @param {Fields} json
   * @param {() => Promise<void>} remember writes {@link WorkingCopy#sent} down before anything is sent
   * @returns {Promise<number>} when it was saved, in milliseconds
   */
  async save(json, remember) {
    const hash = hashOfJson(json);
    // Each of those whose answers were lost may be the one that the newsroom has.
    this.sent = [...(this.sent ?? []), hash].slice(-MOST_SENT);
    this.#isUnsure = true;
    await remember();
    const { tag, at } = await this.#api.saveCopy(json, this.#known?.tag);
    this.#known = { tag, hash };
    this.#isUnsure = false;
    this.sent = [hash];
    return at;
  }

  async drop() {
    if (this.#isUnsure) {
      const found = await this.#api.copy();
      if (found && this.#isOwn(found)) this.adopt(found);
      this.#isUnsure = false;
    }
    if (this.#known) await this.#api.dropCopy(this.#known.tag);
    this.#known = this.sent = undefined;
  }

  /**
   * The copy that stands in the way of a save: another window's. Nothing if it is our own, or gone after a revision.
   *
   * @returns {Promise<Copy | undefined>}
   */
  async other() {
    const found = await this.#api.copy();
    this.#isUnsure = false;
    if (found && !this.#isOwn(found)) return found;
    if (found) this.adopt(found);
    else this.#known = undefined;
    return undefined;
  }

  /** @param {Copy} copy */
  #isOwn(copy) {
    return this.sent?.includes(hashOfJson(copy.json)) ?? false;
  }
}
