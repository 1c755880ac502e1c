import { html } from "lit";
import { Problem } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { addressOf } from "../shell/page-parts.js";
import { loadPart, say } from "../words/words.js";
import { Undecided } from "../write/draft.js";
import { previewOf } from "./draft-fields.js";
import { missingFrom } from "./missing.js";
import { receipt } from "./receipt.js";
import { form, question } from "./sheet-form.js";

/**
 * What a revision says of itself: `publishAt`, `expireAt`, `correction`, `minor`.
 *
 * @typedef {Record<string, any>} Extra
 * @typedef {"now" | "later" | "off"} When
 * @typedef {import("./receipt.js").Receipt} Receipt
 * @typedef {import("./edition-time.js").EditionTime} EditionTime
 */

/** How long after the last choice the address is asked for, in milliseconds. */
const PAUSE = 400;

let count = 0;

/**
 * The sheet before an article is published: what will happen, what is missing, when and where; then the receipt. Who shows
 * it sets `article`, the present fields with what the API adds to them, and `save`.
 *
 * @fires show-field `detail.field`: the person wants to fill it in; the sheet is closed
 * @fires closed
 */
export class PublishSheet extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    article: { attribute: false },
    save: { attribute: false },
    restores: { attribute: false },
    when: { state: true },
    ends: { state: true },
    correction: { state: true },
    address: { state: true },
    errors: { state: true },
    wrong: { state: true },
    waits: { state: true },
    asks: { state: true },
    receipt: { state: true },
  };

  constructor() {
    super();
    /** @type {Record<string, any>} */
    this.article = {};
    /** @type {(status: string, extra: Extra) => Promise<Receipt>} */
    this.save = () => Promise.reject(new Error("save is not set"));
    /** The number of an old revision, if that is what `article` has. @type {number | undefined} */
    this.restores = undefined;
    this.key = `publish-sheet-${++count}`;
    /** @type {When} */
    this.when = "now";
    this.ends = false;
    this.correction = "";
    /** @type {string | undefined} */
    this.address = undefined;
    /** What the server says of fields. @type {import("../api/problem.js").FieldError[]} */
    this.errors = [];
    this.wrong = "";
    this.waits = false;
    /** What is to be confirmed, because the article is in the breaking news. @type {Extra | undefined} */
    this.asks = undefined;
    this.isBreaking = false;
    /** @type {Receipt | undefined} */
    this.receipt = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
    /** @type {AbortController | undefined} */
    this.asking = undefined;
  }

  reset() {
    this.when = this.article.status === "scheduled" ? "later" : "now";
    this.ends = Boolean(this.article.expireAt);
    this.correction = this.wrong = "";
    this.address = this.asks = this.receipt = undefined;
    this.errors = [];
    this.waits = this.isBreaking = false;
  }

  async open() {
    await loadPart("publish/edition-time", () => import("./edition-time.js"));
    this.reset();
    await this.updateComplete;
    const dialog = this.dialog;
    if (!dialog.open) dialog.showModal();
    this.look();
    if (this.isOut) this.lookAtBreaking();
  }

  close() {
    this.dialog.close();
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  /** Whether readers have it. */
  get isOut() {
    return this.article.status === "published";
  }

  /** @param {string} name */
  time(name) {
    return /** @type {EditionTime | null} */ (this.querySelector(`edition-time[data-name=${name}]`));
  }

  /** Asks, after a pause, what the server says of the article as it would be published, and for its address. */
  look() {
    // What will happen is told with the time that was chosen.
    this.requestUpdate();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    if (this.missing.some(({ isRequired }) => isRequired)) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const at = this.when === "later" ? this.time("publishAt")?.instant : undefined;
    try {
      const { body } = await this.desk.api.post("/api/articles/preview", previewOf(this.article, at), { signal: asking.signal });
      this.address = this.isOut ? this.article.url : addressOf(body);
      this.errors = [];
    } catch (fault) {
      if (asking.signal.aborted) return;
      // It is asked again when the person publishes; what a problem says helps before.
      if (fault instanceof Problem) this.errors = fault.errors;
    }
  }

  async lookAtBreaking() {
    const { id } = this.article;
    const answer = await this.desk.api.get("/api/homepage/breaking").catch(() => undefined);
    this.isBreaking = Boolean(id) && answer?.body.articleId === id && Date.parse(answer?.body.until) > Date.now();
  }

  get missing() {
    return missingFrom(this.article);
  }

  render() {
    return html`<dialog class="publish-sheet" aria-labelledby="${this.key}-title" @picked=${this.look} @close=${this.closed}>
      ${this.receipt ? receipt(this, this.receipt) : this.asks ? question(this, this.asks) : form(this)}
    </dialog>`;
  }

  closed() {
    clearTimeout(this.pause);
    this.dispatchEvent(new Event("closed"));
  }

  /** @param {When} when */
  choose(when) {
    this.when = when;
    this.look();
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  end(event) {
    this.ends = event.currentTarget.checked;
  }

  /** @param {Event & {currentTarget: HTMLTextAreaElement}} event */
  correct(event) {
    this.correction = event.currentTarget.value;
    this.errors = this.errors.filter(({ field }) => field !== "correction");
  }

  /** @param {string} name */
  errorOf(name) {
    return this.errors.find(({ field }) => field === name)?.message ?? "";
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    this.sendWithout({});
  }

  /** A correction that was typed is not left behind. @param {Extra} extra */
  sendWithout(extra) {
    if (this.waits) return;
    if (this.isOut && this.correction.trim()) this.#wrongCorrection(say("publish.correction.unsent"));
    else this.begin(extra);
  }

  sendCorrection() {
    const correction = this.correction.trim();
    if (correction) this.begin({ correction });
    else this.#wrongCorrection(say("publish.correction.empty"));
  }

  /** @param {string} message */
  #wrongCorrection(message) {
    this.errors = [{ field: "correction", message }];
    document.getElementById(`${this.key}-correction`)?.focus();
  }

  /** Looks at what the person has chosen, and sends it. @param {Extra} extra */
  begin(extra) {
    const all = { ...extra };
    const status = this.isOut || this.when === "now" ? "published" : this.when === "later" ? "scheduled" : "draft";
    clearTimeout(this.pause);
    this.asking?.abort();
    this.errors = [];
    this.wrong = "";
    if (status !== "draft") {
      if (this.missing.some(({ isRequired }) => isRequired)) {
        this.wrong = say("publish.incomplete");
        return;
      }
      for (const name of ["publishAt", "expireAt"]) {
        const time = this.time(name);
        if (time && !time.check()) return;
      }
      if (status === "scheduled") all.publishAt = this.time("publishAt")?.instant;
      const expireAt = this.time("expireAt")?.instant;
      if (expireAt !== this.article.expireAt) all.expireAt = expireAt;
    }
    if (this.isBreaking) this.ask(all);
    else this.send(status, all);
  }

  /** @param {Extra | undefined} extra what is to be confirmed, or nothing any more */
  async ask(extra) {
    this.asks = extra;
    await this.updateComplete;
    // Not a button: a key that is still held down must not answer.
    this.querySelector("h2")?.focus();
  }

  /** @param {string} status @param {Extra} extra */
  async send(status, extra) {
    if (this.waits) return;
    this.waits = true;
    this.wrong = "";
    try {
      this.receipt = await this.save(status, extra);
      this.asks = undefined;
      await this.updateComplete;
      this.querySelector("h2")?.focus();
    } catch (fault) {
      this.asks = undefined;
      if (fault instanceof Problem) this.errors = fault.errors;
      // Something else is to be settled first, and who saves shows it.
      if (fault instanceof Undecided) this.close();
      else this.wrong = messageOf(fault, { away: "publish.unreachable", shown: this.errors.map(({ field }) => field) });
    } finally {
      this.waits = false;
    }
  }

  /** @param {string} field */
  show(field) {
    this.close();
    this.dispatchEvent(new CustomEvent("show-field", { bubbles: true, detail: { field } }));
  }
}

customElements.define("publish-sheet", PublishSheet);
