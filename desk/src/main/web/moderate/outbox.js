/**
 * A comment as the API answers it to moderators.
 *
 * @typedef {"pending" | "approved" | "rejected"} Status
 * @typedef {{rule: string, field: string, matched: string}} Flag
 * @typedef {{at: string, by: string, decision: Verb, reason?: string}} PastDecision
 * @typedef {{at: string, by: string, body?: string}} ReplyVersion
 *
 * @typedef {object} Comment
 * @property {string} articleId
 * @property {string} commentId
 * @property {number} revision
 * @property {string} name
 * @property {string} email
 * @property {string} title
 * @property {string} body
 * @property {string} submittedAt
 * @property {Status} status
 * @property {Flag[]} flags
 * @property {PastDecision[]} history
 * @property {ReplyVersion} [reply]
 * @property {ReplyVersion[]} [replyHistory]
 * @property {{headline: string, url?: string}} [article]
 *
 * @typedef {"approve" | "reject" | "undo"} Verb
 *
 * A decision that was not answered yet.
 *
 * @typedef {object} Intent
 * @property {string} articleId
 * @property {string} commentId
 * @property {number | undefined} revision of the comment that was read; unknown while an earlier decision on it is unanswered
 * @property {Status} before what the comment was
 * @property {Verb} decision
 * @property {string} [reason]
 * @property {number} due when it is sent, in milliseconds
 * @property {boolean} [reverses] it takes back one that was sent
 *
 * What became of a decision: 200, or 404, 409, 412 as the API names it, or another status if the request was refused.
 *
 * @typedef {{key: string, intent: Intent, status: number, commentStatus?: Status, revision?: number, message?: string}} Outcome
 *
 * What outlives the page.
 *
 * @typedef {{flying: Intent[], waiting: Intent[]}} Kept
 */

/** How long a decision can be undone before it is sent, in milliseconds. */
export const WAIT = 4000;

/** Between two requests: decisions that fall due meanwhile go together. */
const PAUSE = 1000;

/** The most decisions in a request. */
const BATCH = 100;

/** @type {Record<Verb, Status>} */
export const STATUS_AFTER = { approve: "approved", reject: "rejected", undo: "pending" };

/** @type {Record<Status, Verb>} */
const VERB_TO = { approved: "approve", rejected: "reject", pending: "undo" };

/** @param {{articleId: string, commentId: string}} comment */
export const keyOf = ({ articleId, commentId }) => `${articleId}/${commentId}`;

/**
 * Decisions on their way to the newsroom. Each waits for four seconds, so that an undone one is never sent. A request without
 * an answer is repeated as it was until it is answered, and nothing else goes before; the revision in it tells the newsroom
 * that it is the same one. Without clock, network and page: the time is passed in.
 */
export class Outbox {
  constructor() {
    /** @type {Map<string, Intent>} by comment: not sent yet */
    this.waiting = new Map();
    /** @type {Map<string, Intent>} by comment: sent, and not answered yet */
    this.flying = new Map();
    /** @type {Map<string, Intent & {after: number}>} by comment: the last one that was carried out, and the revision it gave */
    this.sent = new Map();
    /** @type {Map<string, {status: Status, revision: number}>} by comment: what it is since a decision, which an older list does not know */
    this.known = new Map();
    /** @type {string[]} comments in the order of the decisions on them */
    this.past = [];
    this.asked = 0;
    this.notBefore = 0;
  }

  /**
   * @param {Comment} comment as it was read
   * @param {Verb} decision
   * @param {number} now
   * @param {string} [reason]
   */
  decide(comment, decision, now, reason) {
    const key = keyOf(comment);
    const flying = this.flying.get(key);
    const before = flying ? STATUS_AFTER[flying.decision] : comment.status;
    // Who comes back to what the comment is has changed their mind in time.
    if (STATUS_AFTER[decision] === before) {
      this.waiting.delete(key);
      return;
    }
    this.past.push(key);
    this.waiting.set(key, {
      articleId: comment.articleId,
      commentId: comment.commentId,
      revision: flying ? undefined : comment.revision,
      before,
      decision,
      ...(reason ? { reason } : {}),
      due: now + WAIT,
    });
  }

  /**
   * Takes the last decision back: it is not sent, or, if it was sent, its contrary is.
   *
   * @param {number} now
   * @returns {{key: string, wasSent: boolean} | undefined}
   */
  undo(now) {
    for (let key = this.past.pop(); key; key = this.past.pop()) {
      if (this.waiting.delete(key)) return { key, wasSent: false };
      const flying = this.flying.get(key);
      const gone = flying ?? this.sent.get(key);
      if (!gone) continue;
      const { articleId, commentId, decision, before } = gone;
      this.waiting.set(key, {
        articleId,
        commentId,
        revision: flying ? undefined : this.sent.get(key)?.after,
        before: STATUS_AFTER[decision],
        decision: VERB_TO[before],
        due: now,
        reverses: true,
      });
      this.sent.delete(key);
      return { key, wasSent: true };
    }
  }

  /**
   * @param {string} key of a comment whose waiting decision means nothing any more
   * @returns {boolean} whether there was one
   */
  drop(key) {
    return this.waiting.delete(key);
  }

  /**
   * What is to be sent now; it flies until it is answered. Empty if nothing is due.
   *
   * @param {number} now
   */
  batch(now) {
    if (now < this.notBefore || this.asked) return [];
    if (!this.flying.size) {
      for (const [key, intent] of this.waiting) {
        if (intent.due > now || this.flying.size === BATCH) continue;
        this.waiting.delete(key);
        this.flying.set(key, intent);
      }
    }
    const batch = [...this.flying.values()].slice(0, BATCH);
    this.asked = batch.length;
    return batch.map(({ articleId, commentId, decision, reason, revision }) => ({ articleId, commentId, decision, reason, revision }));
  }

  /**
   * @param {{status: number, commentStatus?: Status, revision?: number, detail?: string}[]} results in the order of the batch
   * @param {number} now
   * @returns {Outcome[]}
   */
  answered(results, now) {
    const batch = [...this.flying].slice(0, this.asked);
    this.asked = 0;
    this.notBefore = now + PAUSE;
    return batch.map(([key, intent], i) => this.#settle(key, intent, results[i]));
  }

  /**
   * @param {string} key
   * @param {Intent} intent
   * @param {{status: number, commentStatus?: Status, revision?: number, detail?: string}} result
   * @returns {Outcome}
   */
  #settle(key, intent, { status, commentStatus, revision, detail }) {
    this.flying.delete(key);
    const next = this.waiting.get(key);
    if (status === 200 && revision !== undefined) {
      // A comment that was so already, by somebody else, has another revision; that decision is not ours to undo.
      if (!intent.reverses && revision === (intent.revision ?? 0) + 1) this.sent.set(key, { ...intent, after: revision });
      else this.sent.delete(key);
      if (next) next.revision = revision;
      if (commentStatus) this.known.set(key, { status: commentStatus, revision });
    } else {
      this.waiting.delete(key);
      this.sent.delete(key);
    }
    return { key, intent, status, commentStatus, revision, message: detail };
  }

  /**
   * The request was refused: those that the refusal names, or all, are not decided. The others are sent again.
   *
   * @param {number} status
   * @param {Map<number, string>} named messages by place in the batch
   * @param {string} message
   * @param {number} now
   * @returns {Outcome[]}
   */
  refused(status, named, message, now) {
    const batch = [...this.flying].slice(0, this.asked);
    this.asked = 0;
    this.notBefore = now + PAUSE;
    return batch
      .map(([key, intent], i) => ({ key, intent, status, message: named.size ? (named.get(i) ?? "") : message, i }))
      .filter(({ i }) => !named.size || named.has(i))
      .map(({ i, ...outcome }) => {
        this.flying.delete(outcome.key);
        this.waiting.delete(outcome.key);
        return outcome;
      });
  }

  /**
   * No answer came. The same request is repeated.
   *
   * @param {number} now
   * @param {number} wait milliseconds
   */
  lost(now, wait) {
    this.asked = 0;
    this.notBefore = now + wait;
  }

  /** When {@link batch} may have something; undefined if nothing is left or an answer is awaited. */
  nextAt() {
    if (this.asked || !this.left) return undefined;
    const due = this.flying.size ? 0 : Math.min(...[...this.waiting.values()].map((intent) => intent.due));
    return Math.max(due, this.notBefore);
  }

  /** How many decisions were not answered yet. */
  get left() {
    return this.waiting.size + this.flying.size;
  }

  /** @returns {Kept} */
  kept() {
    return { flying: [...this.flying.values()], waiting: [...this.waiting.values()] };
  }

  /**
   * Takes over what another page left, to be sent at once.
   *
   * @param {Kept} kept
   * @param {number} now
   * @returns {number} how many
   */
  adopt({ flying, waiting }, now) {
    const before = this.left;
    const isNew = (/** @type {Intent} */ intent) => !this.flying.has(keyOf(intent)) && !this.waiting.has(keyOf(intent));
    const unanswered = flying.filter(isNew);
    const unsent = waiting.filter(isNew);
    for (const intent of unanswered) this.flying.set(keyOf(intent), intent);
    for (const intent of unsent) this.waiting.set(keyOf(intent), { ...intent, due: now });
    this.past.push(...new Set([...unanswered, ...unsent].map(keyOf)));
    return this.left - before;
  }
}
