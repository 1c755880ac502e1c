import { lookUp } from "./colleagues.js";

/**
 * @typedef {import("./outbox.js").Comment} Comment
 * @typedef {import("../api/api.js").Api} Api
 *
 * @typedef {{article?: string, flag?: string}} Filters
 */

/** Comments in a part of the list. */
const PART = 100;

/** While so few are left behind the one that is read, the next part is fetched. */
const FEW = 20;

/** The most parts in a row that may come without a comment, when few have the flag. */
const EMPTY_PARTS = 5;

/** Fills a queue from the API, part by part, and learns what colleagues decide. */
export class QueueLoader {
  /**
   * @param {Api} api
   * @param {import("./queue.js").Queue} queue
   * @param {Filters} filters
   */
  constructor(api, queue, filters) {
    this.api = api;
    this.queue = queue;
    this.filters = filters;
    /** @type {{cursor?: string, after: string}[]} */
    this.parts = [];
    /** @type {string | undefined} */
    this.next = undefined;
    /** @type {string | undefined} when the comment was sent that has waited longest, on any article */
    this.oldestPending = undefined;
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
  }

  /** Whether everything that the filters find is there. */
  get isComplete() {
    return this.parts.length > 0 && this.next === undefined;
  }

  /** Fetches the next part, if there is one and few comments are left. */
  async fill() {
    if (this.loading || this.isComplete || (this.parts.length && this.queue.openBehind >= FEW)) return;
    await this.more();
  }

  more() {
    this.loading ??= this.#more().finally(() => (this.loading = undefined));
    return this.loading;
  }

  async #more() {
    for (let i = 0; i < EMPTY_PARTS && !this.isComplete; i++) {
      const cursor = this.next;
      const after = cursor ? this.#last() : "";
      const body = await this.#read(cursor);
      this.parts.push({ cursor, after });
      this.next = body.next;
      await this.#merge(body, after);
      if (body.items.length) return;
    }
  }

  /** Looks again at the beginning of the list, and at the part that is being read. */
  async refresh() {
    if (this.loading || !this.parts.length) return;
    const read = this.queue.selected?.split("/")[1] ?? "";
    const here = this.parts.findLast(({ after }) => after < read) ?? this.parts[0];
    for (const { cursor, after } of new Set([this.parts[0], here])) {
      const body = await this.#read(cursor);
      if (!cursor && !body.next) {
        this.parts = [{ after: "" }];
        this.next = undefined;
      } else if (this.isComplete) {
        // More has arrived than fits into the last part.
        this.next = body.next;
      }
      await this.#merge(body, after);
    }
  }

  /**
   * Finds out what became of comments.
   *
   * @param {Comment[]} comments
   */
  async findOut(comments) {
    if (!comments.length) return;
    for (const [key, comment] of await lookUp(this.api, comments)) this.queue.resolve(key, comment, Date.now());
  }

  /** @param {string | undefined} cursor */
  async #read(cursor) {
    const query = { status: this.queue.status, ...this.filters, limit: PART, cursor };
    const { body } = await this.api.get("/api/comments", { query });
    this.oldestPending = body.oldestPending;
    return body;
  }

  /**
   * @param {{items: Comment[], next?: string}} body
   * @param {string} after
   */
  async #merge({ items, next }, after) {
    await this.findOut(this.queue.merge(items, { after, isEnd: next === undefined }));
  }

  /** The id of the newest comment that is there. */
  #last() {
    const key = this.queue.order.at(-1);
    return key ? this.queue.of(key).comment.commentId : "";
  }
}
