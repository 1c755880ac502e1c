import { Problem, SignedOut, Unreachable } from "../api/problem.js";

/**
 * An entry that the newspaper has not confirmed. `key` goes with each try, so that one whose answer was lost is not added
 * twice.
 *
 * @typedef {object} Waiting
 * @property {string} key
 * @property {string} bodyHtml
 * @property {number} since milliseconds since 1970
 * @property {boolean} tried
 *
 * @typedef {Waiting & {state: "waiting" | "sending" | "signedOut" | "refused", fault?: unknown}} Item
 *
 * @typedef {object} World
 * @property {(waiting: Waiting) => Promise<unknown>} post
 * @property {(item: Waiting) => boolean} keep in the browser; whether that worked
 * @property {(key: string) => void} forget
 * @property {() => number} now
 * @property {() => string} newKey
 */

/** The newspaper knows a key for a day; after that the same entry could be added again. */
const KEY_IS_GOOD = 20 * 60 * 60 * 1000;

/** Sends entries in the order in which they were written, and keeps each until it is confirmed. */
export class Outbox {
  /**
   * @param {World} world
   * @param {object} told
   * @param {() => void} told.changed
   * @param {(answer: any) => void} told.sent
   */
  constructor(world, told) {
    this.world = world;
    this.told = told;
    /** @type {Item[]} */
    this.items = [];
    this.isKept = true;
    this.isRunning = false;
  }

  /** Takes over what an earlier page left. @param {Waiting[]} left */
  begin(left) {
    const old = this.world.now() - KEY_IS_GOOD;
    const items = left.map((waiting) => ({ ...waiting, state: /** @type {Item["state"]} */ (waiting.tried && waiting.since < old ? "refused" : "waiting") }));
    this.items = [...items.sort((a, b) => a.since - b.since), ...this.items];
    this.told.changed();
  }

  /** @param {string} bodyHtml */
  add(bodyHtml) {
    const item = { key: this.world.newKey(), bodyHtml, since: this.world.now(), tried: false, state: /** @type {Item["state"]} */ ("waiting") };
    this.#keep(item);
    this.items = [...this.items, item];
    this.told.changed();
    return this.run();
  }

  /** Sends what waits. What fails for a while stays, and so does what comes after it. */
  async run() {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      for (let item = this.#first(); item; item = this.#first()) {
        if (!(await this.#send(item))) break;
      }
    } finally {
      this.isRunning = false;
      this.told.changed();
    }
  }

  /** The person tries again what was refused, or held because its key is too old. @param {Item} item */
  again(item) {
    if (item.state === "sending") return;
    this.#forget(item);
    Object.assign(item, { key: this.world.newKey(), since: this.world.now(), tried: false, state: "waiting", fault: undefined });
    this.#keep(item);
    this.items = [...this.items, item];
    return this.run();
  }

  /** The person takes it back. One that is on its way cannot be. @param {Item} item */
  drop(item) {
    if (item.state === "sending") return;
    this.#forget(item);
    this.told.changed();
  }

  get isEmpty() {
    return !this.items.length;
  }

  #first() {
    return this.items.find(({ state }) => state === "waiting" || state === "signedOut");
  }

  /** @param {Item} item @returns {Promise<boolean>} whether to go on with the next */
  async #send(item) {
    item.state = "sending";
    item.tried = true;
    this.#keep(item);
    this.told.changed();
    try {
      const answer = await this.world.post(item);
      this.#forget(item);
      this.told.sent(answer);
      return true;
    } catch (fault) {
      item.fault = fault;
      if (fault instanceof Problem && !fault.isPassing) {
        item.state = "refused";
        return true;
      }
      item.state = fault instanceof SignedOut ? "signedOut" : "waiting";
      if (!(fault instanceof SignedOut || fault instanceof Unreachable || fault instanceof Problem)) throw fault;
      return false;
    }
  }

  /** @param {Item} item */
  #keep({ key, bodyHtml, since, tried }) {
    this.isKept = this.world.keep({ key, bodyHtml, since, tried });
  }

  /** @param {Item} item */
  #forget(item) {
    this.world.forget(item.key);
    this.items = this.items.filter((other) => other !== item);
  }
}
