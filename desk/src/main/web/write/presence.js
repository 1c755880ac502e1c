import { Poll } from "../shell/poll.js";

/** Seconds between two looks. */
const EVERY = 15;

/**
 * Who else is at an article, and whether there is a newer revision of it. Whoever looks is seen, too.
 *
 * @typedef {object} Seen what `PUT /api/articles/{id}/presence` answers
 * @property {string[]} open other editors who have it open
 * @property {string[]} working other editors with words that are no revision yet
 * @property {number} revision
 * @property {string} status
 * @property {string} editor
 * @property {string} revisedAt
 */
export class Presence {
  /**
   * @param {import("../api/api.js").Api} api
   * @param {import("./newsroom.js").Newsroom} newsroom
   * @param {() => import("./draft.js").Base | undefined} base from which the editor began
   * @param {() => void} tell something has changed
   */
  constructor(api, newsroom, base, tell) {
    this.api = api;
    this.newsroom = newsroom;
    this.base = base;
    this.tell = tell;
    /** Others who write. @type {string[]} */
    this.working = [];
    /** Others who read. @type {string[]} */
    this.reading = [];
    /** @type {import("./newsroom.js").Revision | undefined} */
    this.newer = undefined;
    /** Whether the newsroom has answered since the article was opened. */
    this.isHeard = false;
    this.poll = new Poll(EVERY, () => this.look());
    this.onHide = () => this.#leave();
  }

  start() {
    this.poll.start();
    addEventListener("pagehide", this.onHide);
    this.look().catch(() => {});
  }

  stop() {
    this.poll.stop();
    removeEventListener("pagehide", this.onHide);
    this.#leave();
  }

  get path() {
    return `/api/articles/${this.newsroom.id}/presence`;
  }

  async look() {
    if (!this.base() || !this.newsroom.id) return;
    const { body } = await this.api.put(this.path, undefined);
    // It was let go of meanwhile.
    if (!this.poll.isRunning) return this.#leave();
    const { open, working, ...newest } = /** @type {Seen} */ (body);
    const newer = newest.revision > (this.base()?.revision ?? 0) ? newest : undefined;
    const reading = open.filter((name) => !working.includes(name));
    const before = JSON.stringify([this.working, this.reading, this.newer?.revision]);
    const isFirst = !this.isHeard;
    Object.assign(this, { working, reading, newer, isHeard: true });
    if (isFirst || JSON.stringify([working, reading, newer?.revision]) !== before) this.tell();
  }

  /** Who is not heard to leave is forgotten after a while. */
  #leave() {
    if (this.newsroom.id) this.api.delete(this.path, { outlives: true }).catch(() => {});
  }
}
