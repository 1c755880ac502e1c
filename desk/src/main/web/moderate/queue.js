import { keyOf, Outbox, STATUS_AFTER } from "./outbox.js";

/**
 * @typedef {import("./outbox.js").Comment} Comment
 * @typedef {import("./outbox.js").Status} Status
 * @typedef {import("./outbox.js").Verb} Verb
 *
 * Why a comment cannot be decided here any more, or must be read again.
 *
 * @typedef {object} Note
 * @property {"elsewhere" | "gone" | "changed" | "refused"} kind
 * @property {string} [by] who decided, if that is known
 * @property {string} [at]
 * @property {Status} [status]
 * @property {string} [message] why the newsroom refused it
 *
 * @typedef {{comment: Comment, note?: Note, until?: number}} Entry
 *
 * @typedef {"open" | "waiting" | "sending" | "decided" | "elsewhere"} State
 */

/** How long a comment stays in the list that a colleague has decided, in milliseconds. */
const LINGER = 20_000;

/**
 * The comments of one status, oldest first: which are shown, which one is read, and what has become of each. Without clock,
 * network and page.
 */
export class Queue {
  /**
   * @param {Outbox} outbox
   * @param {Status} status
   */
  constructor(outbox, status) {
    this.outbox = outbox;
    this.status = status;
    /** @type {Map<string, Entry>} */
    this.entries = new Map();
    /** @type {string[]} keys, oldest comment first */
    this.order = [];
    /** @type {string | undefined} */
    this.selected = undefined;
    /** @type {string[]} comments that somebody else decided or changed while a decision of this person waited */
    this.overtaken = [];
  }

  /**
   * Takes in a part of the list, from the comment behind `after` up to the last one of `items`, or to the end.
   *
   * @param {Comment[]} items
   * @param {{after?: string, isEnd: boolean}} part `after` is the id of a comment
   * @returns {Comment[]} those that should have been in it: somebody else has decided them, or they are erased
   */
  merge(items, { after = "", isEnd }) {
    const last = isEnd ? "\uffff" : (items.at(-1)?.commentId ?? "");
    const listed = new Set(items.map(keyOf));
    const known = [...this.entries.keys()];
    for (const item of items) this.#take(item);
    if (!this.selected) this.selected = this.#firstOpen();
    return known
      .filter((key) => !listed.has(key) && ["open", "waiting"].includes(this.stateOf(key)))
      .map((key) => this.of(key).comment)
      .filter(({ commentId, status }) => status === this.status && commentId > after && commentId <= last);
  }

  /** @param {Comment} read */
  #take(read) {
    const key = keyOf(read);
    const known = this.outbox.known.get(key);
    const item = known && known.revision > read.revision ? { ...read, ...known } : read;
    const entry = this.entries.get(key);
    if (!entry) {
      this.entries.set(key, { comment: item });
      // Nearly always it is the newest.
      const place = this.order.findLastIndex((other) => this.of(other).comment.commentId < item.commentId) + 1;
      this.order.splice(place, 0, key);
    } else if (item.revision > entry.comment.revision) {
      // An answer may be older than what is known of a comment, but a later revision is the truth.
      this.#overtake(key);
      entry.note = entry.comment.status === item.status ? { kind: "changed" } : undefined;
      entry.comment = item;
    }
  }

  /**
   * What a comment is now that was missing, or that the newsroom would not have decided: null if there is no such comment,
   * undefined if that is not to be found out.
   *
   * @param {string} key
   * @param {Comment | null | undefined} comment
   * @param {number} now
   */
  resolve(key, comment, now) {
    const entry = this.entries.get(key);
    if (!entry || (comment && comment.revision <= entry.comment.revision && comment.status === this.status)) return;
    this.#overtake(key);
    entry.until = now + LINGER;
    if (!comment) {
      entry.note = { kind: comment === null ? "gone" : "elsewhere" };
      return;
    }
    entry.comment = comment;
    const last = comment.history.at(-1);
    entry.note =
      comment.status === this.status
        ? { kind: "changed" }
        : { kind: "elsewhere", status: comment.status, by: last?.by, at: last?.at };
  }

  /**
   * @param {import("./outbox.js").Outcome} outcome of a decision
   * @param {string} by who decided
   * @param {number} now
   */
  settle({ key, intent, status, commentStatus, revision, message }, by, now) {
    const entry = this.entries.get(key);
    if (!entry) return;
    if (status === 200 && commentStatus && revision !== undefined) {
      if (revision < entry.comment.revision) return; // somebody has changed it since
      const decided = { at: new Date(now).toISOString(), by, decision: intent.decision, reason: intent.reason };
      const history = revision > entry.comment.revision ? [...entry.comment.history, decided] : entry.comment.history;
      entry.comment = { ...entry.comment, status: commentStatus, revision, history };
      entry.note = undefined;
    } else if ([404, 409, 412].includes(status)) {
      entry.until = now + LINGER;
      entry.note = status === 404 ? { kind: "gone" } : { kind: "elsewhere", status: commentStatus };
    } else {
      entry.note = { kind: "refused", message };
    }
  }

  /**
   * Decides the comment that is read and goes on to the next one.
   *
   * @param {Verb} decision
   * @param {number} now
   * @param {string} [reason]
   * @returns {boolean} false if it is not to be decided: a colleague was first, or nothing is read
   */
  decide(decision, now, reason) {
    const key = this.selected;
    if (!key || !["open", "waiting", "sending"].includes(this.stateOf(key))) return false;
    const entry = this.of(key);
    this.outbox.decide(entry.comment, decision, now, reason);
    entry.note = undefined;
    this.selected = this.#openAfter(key) ?? this.#firstOpen();
    return true;
  }

  /**
   * @param {number} now
   * @returns {{key: string, wasSent: boolean} | undefined} what was undone; it is read again
   */
  undo(now) {
    const undone = this.outbox.undo(now);
    if (undone && this.entries.has(undone.key)) this.selected = undone.key;
    return undone;
  }

  /** Reads the next open comment, if the present one was decided. */
  goOn() {
    if (this.selected && this.stateOf(this.selected) !== "open") this.selected = this.#openAfter(this.selected) ?? this.#firstOpen();
  }

  /** @param {string} key */
  select(key) {
    if (this.entries.has(key)) this.selected = key;
  }

  /**
   * @param {1 | -1} step
   * @param {number} now
   */
  move(step, now) {
    const shown = this.shown(now);
    const place = this.selected ? shown.indexOf(this.selected) : -1;
    const next = place < 0 ? shown.at(step > 0 ? 0 : -1) : shown[place + step];
    if (next) this.selected = next;
    return next !== undefined;
  }

  /** @param {string} key */
  #overtake(key) {
    if (this.outbox.drop(key)) this.overtaken.push(key);
  }

  /** @param {string} key @returns {State} */
  stateOf(key) {
    if (this.outbox.waiting.has(key)) return "waiting";
    if (this.outbox.flying.has(key)) return "sending";
    const { comment, note } = this.of(key);
    if (note?.kind === "elsewhere" || note?.kind === "gone") return "elsewhere";
    return comment.status === this.status ? "open" : "decided";
  }

  /** @param {string} key @returns {Verb | undefined} what was decided and is not answered yet */
  verbOf(key) {
    return (this.outbox.waiting.get(key) ?? this.outbox.flying.get(key))?.decision;
  }

  /** The comments of the list, by their keys. @param {number} now */
  shown(now) {
    return this.order.filter((key) => {
      if (key === this.selected) return true;
      const state = this.stateOf(key);
      if (state === "elsewhere") return (this.of(key).until ?? 0) > now;
      // What was undone goes back to where it was.
      if (state === "waiting" || state === "sending") return this.#willStay(key);
      return state === "open";
    });
  }

  /** Whether a comment was of this status before what is decided about it, or is after it. @param {string} key */
  #willStay(key) {
    const verb = this.verbOf(key);
    return this.of(key).comment.status === this.status || (verb !== undefined && STATUS_AFTER[verb] === this.status);
  }

  /** How many comments are still to be decided. */
  get open() {
    return this.order.filter((key) => this.stateOf(key) === "open").length;
  }

  /** How many of them come behind the one that is read. */
  get openBehind() {
    const place = this.selected ? this.order.indexOf(this.selected) : -1;
    return this.order.slice(place + 1).filter((key) => this.stateOf(key) === "open").length;
  }

  /** @param {string} key @returns {Entry} */
  of(key) {
    return /** @type {Entry} */ (this.entries.get(key));
  }

  /** @param {string} key */
  #openAfter(key) {
    return this.order.slice(this.order.indexOf(key) + 1).find((other) => this.stateOf(other) === "open");
  }

  #firstOpen() {
    return this.order.find((key) => this.stateOf(key) === "open");
  }
}
