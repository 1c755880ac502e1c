import { Problem, SignedOut, Unreachable } from "./problem.js";

/**
 * An answer. `etag` goes back as `ifMatch` or `ifNoneMatch`, exactly as it came; with 304 and 204 there is no `body`.
 *
 * @typedef {{status: number, body: any, etag: string | null}} Answer
 *
 * @typedef {object} Options
 * @property {unknown} [json] what is sent
 * @property {Record<string, string | number | undefined>} [query] without the values that are undefined
 * @property {string} [ifMatch]
 * @property {string} [ifNoneMatch]
 * @property {string} [idempotencyKey]
 * @property {AbortSignal} [signal]
 * @property {boolean} [outlives] it is sent even if the page is closed at once
 * @property {number} [timeout] milliseconds, 30 s unless told
 */

const TIMEOUT = 30_000;

/** The newspaper's API, called as who has signed in. An answer that is not 2xx or 304 is thrown as a {@link Problem}. */
export class Api {
  /** @param {{token(force?: boolean): Promise<string>}} session */
  constructor(session) {
    this.session = session;
  }

  /**
   * @param {string} path `/api/articles`
   * @param {Options} [options]
   */
  get(path, options) {
    return this.send("GET", path, options);
  }

  /**
   * The items of a list that comes in parts.
   *
   * @param {string} path
   * @param {Options["query"]} query
   * @param {number} [most] how many parts are read
   * @returns {Promise<any[]>}
   */
  async all(path, query, most = Infinity) {
    const items = [];
    let cursor;
    for (let part = 0; part < most; part++) {
      const { body } = await this.get(path, { query: { ...query, cursor } });
      items.push(...body.items);
      cursor = body.next;
      if (!cursor) break;
    }
    return items;
  }

  /**
   * @param {string} path
   * @param {unknown} json
   * @param {Options} [options]
   */
  post(path, json, options) {
    return this.send("POST", path, { ...options, json });
  }

  /**
   * @param {string} path
   * @param {unknown} json
   * @param {Options} [options]
   */
  put(path, json, options) {
    return this.send("PUT", path, { ...options, json });
  }

  /**
   * @param {string} path
   * @param {Options} [options]
   */
  delete(path, options) {
    return this.send("DELETE", path, options);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async send(method, path, options = {}) {
    let answer = await this.#fetch(method, path, options, await this.session.token());
    if (answer.status === 401) {
      // The token may have ended just now, or its session was revoked.
      answer = await this.#fetch(method, path, options, await this.session.token(true));
      if (answer.status === 401) throw new SignedOut();
    }
    const type = answer.headers.get("content-type") ?? "";
    const text = await answer.text().catch(() => {
      throw new Unreachable();
    });
    const body = type.includes("json") && text ? JSON.parse(text) : text;
    if (!answer.ok && answer.status !== 304) {
      const wait = Number(answer.headers.get("retry-after")) || undefined;
      throw new Problem(answer.status, typeof body === "string" ? {} : body, wait);
    }
    return { status: answer.status, body, etag: answer.headers.get("etag") };
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Options} options
   * @param {string} token
   */
  async #fetch(method, path, options, token) {
    /** @type {Record<string, string>} */
    const headers = { Authorization: `Bearer ${token}` };
    if (options.json !== undefined) headers["Content-Type"] = "application/json";
    if (options.ifMatch) headers["If-Match"] = options.ifMatch;
    if (options.ifNoneMatch) headers["If-None-Match"] = options.ifNoneMatch;
    if (options.idempotencyKey) headers["Idempotency-Key"] = options.idempotencyKey;
    const signals = [AbortSignal.timeout(options.timeout ?? TIMEOUT), ...(options.signal ? [options.signal] : [])];
    try {
      return await fetch(path + search(options.query), {
        method,
        headers,
        body: options.json === undefined ? undefined : JSON.stringify(options.json),
        // The desk keeps what it needs itself; a browser that answers from its cache would hide a 412.
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        keepalive: options.outlives,
        signal: anyOf(signals),
      });
    } catch (fault) {
      if (options.signal?.aborted) throw fault;
      throw new Unreachable();
    }
  }
}

/** @param {Options["query"]} query */
const search = (query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : "";
};

/**
 * `AbortSignal.any`, which Safari has only since 17.4.
 *
 * @param {AbortSignal[]} signals
 */
const anyOf = (signals) => {
  if (signals.length === 1) return signals[0];
  const all = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) all.abort(signal.reason);
    signal.addEventListener("abort", () => all.abort(signal.reason), { once: true });
  }
  return all.signal;
};
