import { Problem, Unreachable } from "../api/problem.js";

/** @typedef {import("./fields.js").Fields} Fields */

/** A newsroom as the API describes it, with a network that can be cut before and after a request is carried out. For tests. */
export class FakeServer {
  constructor() {
    /** @type {Map<string, {revisions: Fields[], copies: Map<string, {tag: string, json: string}>}>} */
    this.articles = new Map();
    /** @type {Map<string, {id: string, json: string}>} */
    this.keys = new Map();
    this.tags = 0;
    this.requests = 0;
  }

  /** @param {string} id */
  article(id) {
    const article = this.articles.get(id);
    if (!article) throw new Problem(404, {});
    return article;
  }

  /** @param {Fields} json @param {string} key */
  create(json, key) {
    const text = JSON.stringify(json);
    const known = this.keys.get(key);
    if (known && known.json !== text) throw new Problem(422, {});
    const id = known?.id ?? `id${this.articles.size}`;
    if (!known) {
      const errors = ["headline", "section"].filter((field) => json[field] === "wrong" || (field === "headline" && !json.headline?.trim()));
      if (errors.length) throw new Problem(422, { errors: errors.map((field) => ({ field, message: "" })) });
      this.keys.set(key, { id, json: text });
      this.articles.set(id, { revisions: [JSON.parse(text)], copies: new Map() });
    }
    return { id, revision: 1, status: "draft", pressed: [], cleaned: [], millis: 1 };
  }

  /** @param {string} id @param {Fields} json @param {number} revision */
  revise(id, json, revision) {
    const { revisions } = this.article(id);
    if (revisions.length !== revision) throw new Problem(412, {});
    revisions.push(JSON.parse(JSON.stringify(json)));
    return { id, revision: revisions.length, status: json.status, pressed: [], cleaned: [], millis: 1 };
  }

  /** @param {string} id @param {string} person @param {Fields} json @param {string | undefined} tag */
  saveCopy(id, person, json, tag) {
    const { copies } = this.article(id);
    const text = JSON.stringify(json);
    const now = copies.get(person);
    if (now?.tag !== tag && now?.json !== text) throw new Problem(412, {});
    if (now?.tag === tag || !now) copies.set(person, { tag: `t${++this.tags}`, json: text });
    return { tag: /** @type {{tag: string}} */ (copies.get(person)).tag, at: 0 };
  }

  /** @param {string} id @param {string} person */
  copy(id, person) {
    const copy = this.article(id).copies.get(person);
    return copy && { tag: copy.tag, at: 0, json: JSON.parse(copy.json) };
  }

  /** @param {string} id @param {string} person @param {string} tag */
  dropCopy(id, person, tag) {
    const { copies } = this.article(id);
    if (copies.has(person) && copies.get(person)?.tag !== tag) throw new Problem(412, {});
    copies.delete(person);
  }
}

/** One window's way to the server. */
export class FakeNewsroom {
  /**
   * @param {FakeServer} server
   * @param {string} person
   * @param {string | undefined} id
   * @param {() => Promise<"ok" | "lost" | "lostAnswer">} network what becomes of a request; waits as long as it takes
   */
  constructor(server, person, id, network) {
    this.server = server;
    this.person = person;
    this.id = id;
    this.network = network;
    this.inFlight = 0;
    this.most = 0;
  }

  /** @template T @param {() => T} act @returns {Promise<T>} */
  async #send(act) {
    this.server.requests++;
    this.most = Math.max(this.most, ++this.inFlight);
    try {
      const fate = await this.network();
      if (fate === "lost") throw new Unreachable();
      const answer = act();
      await this.network();
      if (fate === "lostAnswer") throw new Unreachable();
      return answer;
    } finally {
      this.inFlight--;
    }
  }

  copy() {
    return this.#send(() => this.server.copy(/** @type {string} */ (this.id), this.person));
  }

  /** @param {Fields} json @param {string | undefined} tag */
  saveCopy(json, tag) {
    return this.#send(() => this.server.saveCopy(/** @type {string} */ (this.id), this.person, json, tag));
  }

  /** @param {string} tag */
  dropCopy(tag) {
    return this.#send(() => this.server.dropCopy(/** @type {string} */ (this.id), this.person, tag));
  }

  /** @param {Fields} json @param {string} key */
  async create(json, key) {
    const receipt = await this.#send(() => this.server.create(json, key));
    this.id = receipt.id;
    return receipt;
  }

  /** @param {Fields} json @param {number} revision */
  revise(json, revision) {
    return this.#send(() => this.server.revise(/** @type {string} */ (this.id), json, revision));
  }
}
