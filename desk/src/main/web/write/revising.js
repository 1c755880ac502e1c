import { Problem } from "../api/problem.js";
import { messageOfAny } from "../shell/faults.js";
import { say } from "../words/words.js";
import { filled, same } from "./article.js";
import { Undecided } from "./draft.js";
import { FIELDS } from "./fields.js";
import { baseOf } from "./opening.js";
import { loadJoining } from "./seams.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {import("./joining.js").Joining} Joining
 * @typedef {import("./draft.js").Receipt} Receipt
 *
 * @typedef {object} Desktop what a revision is made of, and whom it is told
 * @property {import("./draft.js").Draft} draft
 * @property {import("./newsroom.js").Newsroom} newsroom
 * @property {import("./article-form.js").ArticleForm} form
 * @property {string} me the user name of the person
 * @property {(text: string) => void} notify
 * @property {(joining: Joining | undefined) => Promise<unknown>} ask shows what has to be decided, or no longer anything
 * @property {() => void} tell something has changed
 */

/** Makes revisions of an article, and joins them with those of others. */
export class Revising {
  /** @param {Desktop} desktop */
  constructor(desktop) {
    this.desktop = desktop;
    /** What has to be decided first. @type {Joining | undefined} */
    this.joining = undefined;
    /** Why the last try made no revision. */
    this.wrong = "";
    this.isBusy = false;
  }

  get status() {
    return this.desktop.draft.base?.article.status ?? "draft";
  }

  /**
   * Makes a revision. If a colleague has made one meanwhile, both are joined; a draft that needs no decision is then saved.
   * Throws {@link Undecided} when something is to be decided first, which is then asked.
   *
   * @param {string} status
   * @param {Fields} [extra]
   * @returns {Promise<Receipt>}
   */
  async save(status, extra) {
    const { draft, form, tell } = this.desktop;
    this.wrong = "";
    this.isBusy = true;
    tell();
    try {
      form.mark([]);
      if (this.isUndecided()) throw new Undecided();
      const receipt = await draft.revise(status, extra).catch((fault) => this.#settleFirst(fault, status, extra));
      // The revision is made; what the newsroom made of it may be learned later.
      await this.refresh().catch(() => {});
      return receipt;
    } catch (fault) {
      if (fault instanceof Problem) this.#refuse(fault);
      throw fault;
    } finally {
      this.isBusy = false;
      tell();
    }
  }

  /** Whether a field names no value yet; the person is told, and brought there. */
  isUndecided() {
    this.wrong = this.desktop.form.undecided();
    this.desktop.tell();
    return Boolean(this.wrong);
  }

  /** Saves as what it is: a draft, or scheduled. What no word has changed of is saved already. */
  async saveHere() {
    const { draft, tell } = this.desktop;
    try {
      await draft.keep();
      if (draft.isChanged || !draft.base || this.isUndecided()) await this.save(this.status);
    } catch (fault) {
      if (fault instanceof Problem || fault instanceof Undecided) return;
      this.wrong = `${say("write.notRevised")} ${messageOfAny(fault)}`;
      tell();
    }
  }

  /**
   * @param {unknown} fault that ended a revision
   * @param {string} status
   * @param {Fields} [extra]
   * @returns {Promise<Receipt>}
   */
  async #settleFirst(fault, status, extra) {
    const { draft } = this.desktop;
    if (fault instanceof Undecided) this.decide();
    if (!(fault instanceof Problem && fault.status === 412)) throw fault;
    const isJoined = await this.takeIn();
    if (this.joining) throw new Undecided();
    if (!isJoined || !draft.base) throw fault;
    const { revision, article } = draft.base;
    // What readers will see is read once more by who publishes it.
    if (status === "published" && draft.isChanged) throw new Problem(412, { detail: say("write.joinedFirst") });
    if (draft.isChanged || article.status !== status) return draft.revise(status, extra);
    // The answer to a first try was lost.
    return { id: article.id, revision, status, url: article.url, pressed: [], cleaned: [], millis: 0 };
  }

  /** @param {Problem} problem */
  #refuse(problem) {
    const others = this.desktop.form.mark(problem.errors);
    this.desktop.form.reveal();
    this.wrong = [problem.message, ...others.map(({ message }) => message)].join(" ");
  }

  /** Learns what the newsroom made of the revision: its slug, its corrections. The text stays as it is. */
  async refresh() {
    const { draft, form, newsroom, tell } = this.desktop;
    const base = baseOf(await newsroom.article());
    if (base.revision !== draft.base?.revision) return;
    const now = form.read();
    const [shown, began] = [{ ...now }, { ...draft.base.fields }];
    for (const { name, place } of FIELDS) {
      if (place === "head" || place === "text" || now[name] !== began[name]) continue;
      shown[name] = began[name] = base.fields[name];
    }
    form.fill(filled(shown));
    draft.base = { ...base, fields: filled(began) };
    await draft.keep();
    tell();
  }

  /** Takes a colleague's newest revision into the form. Gives whether no decision is left. */
  async takeIn() {
    const { draft, newsroom, form } = this.desktop;
    const { withRevision, settle } = await loadJoining();
    const joining = draft.base && (await withRevision(draft, newsroom, () => form.read()));
    return joining ? this.#meet(joining, settle) : false;
  }

  /** Asks for the decision that waits, between what is in the form now and the newest other version. */
  async decide() {
    const { draft, newsroom, form, notify } = this.desktop;
    const other = draft.trouble?.other ?? this.joining?.copy;
    try {
      const { withCopy, settle } = await loadJoining();
      if (other) await this.#meet(await withCopy(draft, other, newsroom, () => form.read()), settle);
      else await this.takeIn();
    } catch (fault) {
      notify(messageOfAny(fault));
    }
  }

  /** @param {Joining} joining @param {typeof import("./joining.js").settle} settle */
  async #meet(joining, settle) {
    const { draft, form, notify, ask } = this.desktop;
    this.joining = joining;
    if (joining.merged.conflicts.length) {
      draft.stop();
      await ask(joining);
      return false;
    }
    const fields = settle(joining.merged, []);
    const isNews = !same(fields, form.read());
    await this.settle(fields);
    const isOther = joining.who && joining.who !== this.desktop.me;
    if (isNews) notify(isOther ? say("write.joined", /** @type {string} */ (joining.who)) : say("write.joinedOwn"));
    return true;
  }

  /**
   * Goes on with what was made of both.
   *
   * @param {Fields} fields
   */
  async settle(fields) {
    const { draft, form, ask, tell } = this.desktop;
    if (!this.joining) return;
    const { base, copy } = this.joining;
    this.joining = undefined;
    this.wrong = "";
    form.fill(fields);
    await ask(undefined);
    await draft.rebase(base, copy);
    tell();
  }
}
