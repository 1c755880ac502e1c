import { Problem } from "../api/problem.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {import("./draft.js").Copy} Copy
 * @typedef {import("./draft.js").Receipt} Receipt
 * @typedef {{revision: number, editor: string, revisedAt: string, status: string}} Revision
 */

/** One article at the API. */
export class Newsroom {
  /**
   * @param {import("../api/api.js").Api} api
   * @param {string | undefined} id of an article that exists
   */
  constructor(api, id) {
    this.api = api;
    this.id = id;
  }

  get path() {
    return `/api/articles/${this.id}`;
  }

  /** @returns {Promise<import("./article.js").Article>} */
  async article() {
    return (await this.api.get(this.path)).body;
  }

  /** @param {number} n @returns {Promise<import("./article.js").Article>} */
  async revision(n) {
    return (await this.api.get(`${this.path}/revisions/${n}`)).body;
  }

  /** @returns {Promise<Copy | undefined>} */
  async copy() {
    const answer = await this.api.get(`${this.path}/working-copy`).catch(missing);
    return answer && { tag: answer.etag ?? "", at: timeOf(answer.etag ?? ""), json: answer.body };
  }

  /** @param {Fields} json @param {string | undefined} tag */
  async saveCopy(json, tag) {
    const seen = tag ? { ifMatch: tag } : { ifNoneMatch: "*" };
    const { body, etag } = await this.api.put(`${this.path}/working-copy`, json, seen);
    return { tag: etag ?? "", at: Date.parse(body.savedAt) };
  }

  /** @param {string} tag */
  dropCopy(tag) {
    return this.api.delete(`${this.path}/working-copy`, { ifMatch: tag });
  }

  /** @param {Fields} json @param {string} key @returns {Promise<Receipt>} */
  async create(json, key) {
    const { body } = await this.api.post("/api/articles", json, { idempotencyKey: key });
    this.id = body.id;
    return body;
  }

  /** @param {Fields} json @param {number} revision @returns {Promise<Receipt>} */
  async revise(json, revision) {
    return (await this.api.put(this.path, json, { ifMatch: `"${revision}"` })).body;
  }
}

/** What is not there is undefined; any other fault is thrown again. @param {unknown} fault */
export const missing = (fault) => {
  if (fault instanceof Problem && fault.status === 404) return undefined;
  throw fault;
};

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * When a copy was saved: its tag is a [ULID](https://github.com/ulid/spec), which begins with its time. 0 if it is none.
 *
 * @param {string} tag
 */
export const timeOf = (tag) => {
  const time = /^(?:W\/)?"([0-9A-HJKMNP-TV-Z]{10})[0-9A-HJKMNP-TV-Z]{16}"$/.exec(tag)?.[1] ?? "";
  return [...time].reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0);
};
