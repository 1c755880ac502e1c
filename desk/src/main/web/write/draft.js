import { Problem, SignedOut, Unreachable } from "../api/problem.js";
import { copyOf, revisionOf, same } from "./article.js";
import { fieldOf } from "./fields.js";
import { WorkingCopy } from "./working-copy.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {import("./article.js").Article} Article
 *
 * @typedef {object} Entry what the journal of this browser keeps of an article
 * @property {Fields} fields
 * @property {number} at milliseconds
 * @property {number} [revision] from which the editor began; absent if the newsroom has no article yet
 * @property {string[]} [sent] hashes of the last working copies that were sent, to know them again
 * @property {import("./opening.js").Version} [other] older words that are no part of them, until the person drops them
 * @property {{key: string, json: Fields}} [create] the creation that was begun: it is sent again as it is
 *
 * @typedef {{revision: number, fields: Fields, article: Fields}} Base a revision: what the form makes of it, and all that the API answers
 * @typedef {import("./working-copy.js").Copy} Copy
 * @typedef {{id: string, revision: number, status: string, url?: string, pressed: unknown[], cleaned: string[], millis: number}} Receipt
 *
 * @typedef {import("./working-copy.js").CopyApi & Creation} Newsroom where the article is
 * @typedef {object} Creation
 * @property {(json: Fields, key: string) => Promise<Receipt>} create from then on the newsroom is that of the new article
 * @property {(json: Fields, revision: number) => Promise<Receipt>} revise
 *
 * @typedef {object} Journal where this browser keeps the article
 * @property {(entry: Entry) => Promise<void>} keep
 * @property {() => Promise<void>} forget
 * @property {(id: string, entry: Entry) => Promise<void>} become keeps it under its id from now on
 *
 * @typedef {object} Ports
 * @property {Newsroom} newsroom
 * @property {Journal} journal
 * @property {() => Fields} read what is in the form now
 * @property {() => void} tell something of the state has changed
 * @property {() => number} now milliseconds
 * @property {(milliseconds: number, act: () => void) => () => void} after gives what cancels it
 * @property {() => string} key a new Idempotency-Key
 *
 * @typedef {object} Opened
 * @property {string} [id]
 * @property {Base} [base]
 * @property {Copy} [copy]
 * @property {Entry} [entry]
 * @property {Fields} fields
 * @property {Fields} [blank] the form of a new article
 * @property {import("./opening.js").Version} [other]
 *
 * @typedef {"away" | "busy" | "signedOut" | "refused" | "otherCopy" | "gone" | "stale"} TroubleKind
 * @typedef {{kind: TroubleKind, fault?: Problem, other?: Copy}} Trouble why the newsroom has not got the last words
 */

/** How long after a key the journal has it, and how long after the last key, or at most the first, the newsroom. */
export const KEEP_AFTER = 400;
export const SAVE_AFTER = 1500;
export const SAVE_WITHIN = 8000;

/** Seconds until the next try, after so many that failed. */
const WAITS = [2, 4, 8, 16, 30, 60];

/** Troubles that only the person can end: nothing is sent before. */
const STANDING = new Set(["otherCopy", "gone", "stale"]);

/** Troubles that have a time of their own for the next try, or none: typing does not bring it forward. */
const WAITING = new Set([...STANDING, "away", "busy", "signedOut"]);

/** Nothing is saved while two versions wait for a decision. */
export class Undecided extends Error {}

/**
 * The words of one editor on the way to the newsroom: from the form into the journal, from there into the working copy, and
 * with {@link Draft#revise} into a revision. An answer never changes the form.
 */
export class Draft {
  #ports;
  #copy;
  #create;
  #blank;
  #changedAt;
  #kept = "";
  /** @type {(() => void) | undefined} */
  #keepTimer;
  /** @type {(() => void) | undefined} */
  #saveTimer;
  #typedSince = 0;
  #failures = 0;
  /** @type {Promise<unknown> | undefined} */
  #busy;
  #closed = false;

  /**
   * @param {Ports} ports
   * @param {Opened} opened
   */
  constructor(ports, opened) {
    this.#ports = ports;
    this.id = opened.id;
    this.base = opened.base;
    this.fields = opened.fields;
    this.#copy = new WorkingCopy(ports.newsroom, opened.copy, opened.entry?.sent);
    this.#create = opened.entry?.create;
    this.#blank = opened.blank ?? {};
    /** Older words that can be looked at. */
    this.other = opened.other ?? opened.entry?.other;
    this.#changedAt = opened.entry?.at ?? opened.copy?.at ?? ports.now();
    /** When the newsroom got the words that it has, in milliseconds. */
    this.savedAt = opened.copy?.at;
    this.journalFails = false;
    /** @type {Trouble | undefined} */
    this.trouble = undefined;
  }

  /** Whether there are words that no revision has. */
  get isChanged() {
    return !same(this.fields, this.base?.fields ?? this.#blank);
  }

  /** Whether the newsroom has the last words, as a revision or as a working copy. */
  get isSaved() {
    if (!this.isChanged) return !this.#copy.isThere;
    return this.base !== undefined && this.#copy.is(this.#copyJson(this.base));
  }

  get isSaving() {
    return this.#busy !== undefined;
  }

  /** Something in the form has changed. */
  typed() {
    if (this.#closed) return;
    this.#keepTimer ??= this.#ports.after(KEEP_AFTER, () => this.keep());
    this.#typedSince ||= this.#ports.now();
    if (WAITING.has(this.trouble?.kind ?? "")) return;
    const left = this.#typedSince + SAVE_WITHIN - this.#ports.now();
    this.#saveIn(Math.max(0, Math.min(SAVE_AFTER, left)));
  }

  /** Puts what is in the form into the journal. */
  async keep() {
    this.#keepTimer?.();
    this.#keepTimer = undefined;
    // When it is closed, the form may be that of another article.
    const fields = this.#closed ? this.fields : this.#ports.read();
    if (!same(fields, this.fields)) {
      this.fields = fields;
      this.#changedAt = this.#ports.now();
      if (!this.#busy) this.#follow();
    }
    await this.#write();
  }

  /** Tries to save now: the network is back, the person has signed in again or asks for it. */
  async again() {
    this.#failures = 0;
    await this.save();
  }

  /** Saves as a working copy what the newsroom has not got. One save at a time; without a change there is none. */
  async save() {
    if (this.#busy || this.#closed || STANDING.has(this.trouble?.kind ?? "")) return;
    this.#saveTimer?.();
    this.#saveTimer = undefined;
    this.#typedSince = 0;
    return this.#alone(async () => {
      await this.keep();
      if (this.isSaved || !this.#canBegin()) return;
      try {
        if (!this.base) await this.#begin();
        else if (this.isChanged) this.savedAt = await this.#copy.save(this.#copyJson(this.base), () => this.#write());
        else await this.#dropCopy();
        this.#failures = 0;
        this.trouble = undefined;
      } catch (fault) {
        await this.#failed(fault);
      }
    });
  }

  /**
   * Makes a revision of what is in the form. Throws a {@link Problem}; one with 412 if a colleague has made a newer one.
   *
   * @param {string} status
   * @param {Fields} [extra] what the revision says of itself: `publishAt`, `correction`, `minor`
   * @returns {Promise<Receipt>}
   */
  async revise(status, extra = {}) {
    while (this.#busy) await this.#busy;
    if (STANDING.has(this.trouble?.kind ?? "")) throw new Undecided();
    return this.#alone(async () => {
      await this.keep();
      /** @type {Receipt | undefined} */
      let receipt;
      try {
        if (!this.base) receipt = await this.#begin();
        const base = /** @type {Base} */ (this.base);
        if (!receipt || status !== "draft" || this.isChanged) {
          const fields = this.fields;
          receipt = await this.#ports.newsroom.revise(revisionOf(fields, base.article, status, extra), base.revision);
          this.base = { revision: receipt.revision, fields, article: { ...base.article, ...fields, ...extra, status, url: receipt.url } };
        }
        this.trouble = undefined;
        this.savedAt = this.#ports.now();
        await this.keep();
        // If this fails, the journal knows that the copy is older, and it is taken away later.
        if (!this.isChanged) await this.#dropCopy().catch(() => this.#saveIn(WAITS[0] * 1000));
        return receipt;
      } catch (fault) {
        if (fault instanceof SignedOut) this.trouble = { kind: "signedOut" };
        throw fault;
      }
    });
  }

  /** Nothing is sent until {@link Draft#rebase}: what two editors changed is being decided. */
  stop() {
    this.trouble = { kind: "stale" };
    this.#ports.tell();
  }

  /**
   * Goes on from another revision, or from a working copy that another window saved; the form has what was made of both.
   *
   * @param {Base} base
   * @param {Copy} [copy]
   */
  async rebase(base, copy) {
    this.base = base;
    if (copy) this.#copy.adopt(copy);
    this.trouble = undefined;
    this.#failures = 0;
    await this.keep();
    this.#ports.tell();
    await this.save();
  }

  /** Ends, with everything in the journal, and a last try to save if nothing is on the way. */
  async close() {
    const kept = this.keep();
    const saved = this.isSaved ? undefined : this.save();
    this.#closed = true;
    this.#keepTimer?.();
    this.#saveTimer?.();
    await kept;
    await saved;
  }

  /** The article was deleted or is left by will: nothing of it stays here. */
  async forget() {
    this.#closed = true;
    this.#keepTimer?.();
    this.#saveTimer?.();
    await this.#ports.journal.forget();
  }

  /** @returns {Entry} */
  #entry() {
    return { fields: this.fields, revision: this.base?.revision, sent: this.#copy.sent, create: this.#create, other: this.other, at: this.#changedAt };
  }

  async #write() {
    const entry = this.#entry();
    const text = JSON.stringify(entry);
    if (text === this.#kept) return;
    this.#kept = text;
    // An article without a word is not worth keeping, nor is what the newsroom has.
    const isNeeded = this.isChanged || this.#copy.isThere || this.#create || this.other;
    try {
      await (isNeeded ? this.#ports.journal.keep(entry) : this.#ports.journal.forget());
      this.#fails(false);
    } catch {
      this.#kept = "";
      this.#fails(true);
    }
  }

  /** @param {boolean} fails */
  #fails(fails) {
    if (this.journalFails === fails) return;
    this.journalFails = fails;
    this.#ports.tell();
  }

  /** A new article begins with its headline. */
  #canBegin() {
    return Boolean(this.base || this.#create || this.fields.headline?.trim());
  }

  /** @param {Base} base */
  #copyJson(base) {
    return copyOf(this.fields, base.fields, base.revision);
  }

  /** Creates the article, at first without the fields that are not right yet: the working copy has them. */
  async #begin() {
    try {
      return await this.#createOf(this.fields);
    } catch (fault) {
      const wrong = fault instanceof Problem && fault.status === 422 ? fault.errors.map(({ field }) => fieldOf(field)?.name ?? field) : [];
      if (!wrong.length || wrong.includes("headline")) throw fault;
      return this.#createOf(Object.fromEntries(Object.entries(this.fields).filter(([name]) => !wrong.includes(name))));
    }
  }

  /**
   * A creation whose answer was lost is sent again with the same words, so that there is one article.
   *
   * @param {Fields} words
   */
  async #createOf(words) {
    this.#create ??= { key: this.#ports.key(), json: revisionOf(words, {}, "draft") };
    const { key, json } = this.#create;
    await this.#write();
    let receipt;
    try {
      receipt = await this.#ports.newsroom.create(json, key);
    } catch (fault) {
      // What is refused was not made: other words are another creation.
      if (fault instanceof Problem && !fault.isPassing) this.#create = undefined;
      throw fault;
    }
    const { status: _, ...fields } = json;
    this.id = receipt.id;
    this.base = { revision: receipt.revision, fields: same(fields, this.fields) ? this.fields : fields, article: { ...json } };
    this.#create = undefined;
    this.savedAt = this.#ports.now();
    this.#kept = JSON.stringify(this.#entry());
    await this.#ports.journal.become(receipt.id, this.#entry()).then(
      () => this.#fails(false),
      () => this.#fails(true));
    return receipt;
  }

  async #dropCopy() {
    await this.#copy.drop();
    await this.#write();
  }

  /** @param {unknown} fault */
  async #failed(fault) {
    const status = fault instanceof Problem ? fault.status : 0;
    if (fault instanceof SignedOut) this.trouble = { kind: "signedOut" };
    else if (status === 412) await this.#meet();
    else if (status === 404) this.trouble = { kind: "gone" };
    else if (fault instanceof Problem && !fault.isPassing) this.trouble = { kind: "refused", fault };
    else this.#retry(fault);
  }

  /** @param {unknown} fault */
  #retry(fault) {
    this.trouble = { kind: fault instanceof Unreachable ? "away" : "busy" };
    if (!(fault instanceof Unreachable || fault instanceof Problem)) console.error(fault);
    this.#saveIn(Math.max(this.#wait(), (fault instanceof Problem && fault.retryAfter) || 0) * 1000);
    this.#failures++;
  }

  /** The copy in the newsroom is not the one that this window saved last. */
  async #meet() {
    try {
      const other = await this.#copy.other();
      this.trouble = other && { kind: "otherCopy", other };
    } catch (fault) {
      await this.#failed(fault);
    }
  }

  /** Sees to it that what is not saved will be: something was typed, or a time to save came, while another request was on its way. */
  #follow() {
    if (this.#saveTimer || this.isSaved || !this.#canBegin()) return;
    const kind = this.trouble?.kind ?? "";
    if (kind === "away" || kind === "busy") this.#saveIn(this.#wait() * 1000);
    else if (!WAITING.has(kind) && (kind !== "refused" || this.#typedSince)) this.#saveIn(SAVE_AFTER);
  }

  /** Seconds until the next try. */
  #wait() {
    return WAITS[Math.min(this.#failures, WAITS.length - 1)];
  }

  /** @param {number} milliseconds */
  #saveIn(milliseconds) {
    if (this.#closed) return;
    this.#saveTimer?.();
    this.#saveTimer = this.#ports.after(milliseconds, () => {
      this.#saveTimer = undefined;
      this.save();
    });
  }

  /**
   * @template T
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  async #alone(act) {
    let end = () => {};
    this.#busy = new Promise((resolve) => (end = () => resolve(undefined)));
    this.#ports.tell();
    try {
      return await act();
    } finally {
      this.#busy = undefined;
      end();
      this.#follow();
      this.#ports.tell();
    }
  }
}
