import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import { addressOf } from "../shell/page-parts.js";
import { say } from "../words/words.js";
import { previewOf } from "./draft-fields.js";
import { gmt } from "./edition-time.js";
import { messageOf } from "./fault.js";
import { missingFrom } from "./missing.js";
import { receipt } from "./receipt.js";

/**
 * What a revision says of itself: `publishAt`, `expireAt`, `correction`, `minor`.
 *
 * @typedef {Record<string, any>} Extra
 * @typedef {"now" | "later" | "off"} When
 * @typedef {import("./receipt.js").Receipt} Receipt
 * @typedef {import("./edition-time.js").EditionTime} EditionTime
 */

/** Fields that the sheet has itself. */
const OWN = new Set(["publishAt", "expireAt", "correction"]);

/** How long after the last choice the address is asked for, in milliseconds. */
const PAUSE = 400;

/**
 * The sheet before an article is published: what will happen, what is missing, when and where; then the receipt. Who shows
 * it sets `article`, the present fields with what the API adds to them, and `save`.
 *
 * @fires show-field `detail.field`: the person wants to fill it in; the sheet is closed
 */
export class PublishSheet extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    article: { attribute: false },
    save: { attribute: false },
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
    await import("./edition-time.js");
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
    return html`<dialog class="publish-sheet" aria-labelledby="publish-title" @picked=${this.look} @close=${() => clearTimeout(this.pause)}>
      ${this.receipt ? receipt(this, this.receipt) : this.asks ? this.question(this.asks) : this.form()}
    </dialog>`;
  }

  form() {
    const { status } = this.article;
    const isClosed = status === "withdrawn";
    return html`<form method="dialog" @submit=${this.submit} novalidate>
      <h2 id="publish-title">${say(this.isOut ? "publish.titleOut" : "publish.title")}</h2>
      <p class="publish-headline"><bdi>${this.article.headline || say("publish.no.headline")}</bdi></p>
      ${isClosed ? html`<p class="wrong">${say("publish.withdrawn")}</p>` : nothing}
      ${this.lacks()}
      ${isClosed ? nothing : html`${this.isOut ? this.correcting() : this.times()} ${this.ending()} ${this.place()}`}
      <p class="wrong" role="alert">${this.wrong}</p>
      <div class="row publish-buttons">
        ${isClosed ? nothing : this.isOut ? this.revisingButtons() : this.publishButton()}
        <button type="button" @click=${this.close}>${say("publish.cancel")}</button>
        <span role="status">${this.waits ? say("publish.waits") : ""}</span>
      </div>
    </form>`;
  }

  /** What is missing, and what the server says of fields that are not in the sheet. */
  lacks() {
    const { missing } = this;
    const others = this.errors.filter(({ field }) => !OWN.has(field));
    const required = missing.filter((lack) => lack.isRequired);
    const wanted = missing.filter((lack) => !lack.isRequired);
    /** @param {{field: string, text: string}[]} list */
    const lines = (list) => html`<ul>
      ${list.map(({ field, text }) => html`<li>${text}
        <button type="button" class="link" @click=${() => this.show(field)}>${say("publish.fill")}<span class="unseen"> ${text}</span></button></li>`)}
    </ul>`;
    const said = (/** @type {typeof missing} */ list) => list.map(({ field, phrase }) => ({ field, text: say(phrase) }));
    return html`<div class="publish-lacks">
      ${required.length || others.length
        ? html`<div class="publish-required"><h3>${say("publish.required")}</h3>
            ${lines([...said(required), ...others.map(({ field, message }) => ({ field, text: message }))])}</div>`
        : nothing}
      ${wanted.length
        ? html`<details ?open=${!required.length && wanted.length < 3}><summary>${say("publish.wanted", wanted.length)}</summary>${lines(said(wanted))}</details>`
        : nothing}
    </div>`;
  }

  times() {
    const isScheduled = this.article.status === "scheduled";
    /** @param {When} when */
    const choice = (when) => html`<label class="check">
      <input type="radio" name="when" value=${when} .checked=${this.when === when} @change=${() => this.choose(when)} /> ${say(`publish.${when}`)}
    </label>`;
    return html`<fieldset class="publish-when">
      <legend>${say("publish.when")}</legend>
      ${choice("now")} ${choice("later")}
      ${this.when === "later"
        ? html`<edition-time data-name="publishAt" .desk=${this.desk} .label=${say("publish.at")} .value=${this.article.publishAt}
            .wrong=${this.errorOf("publishAt")}></edition-time>`
        : nothing}
      ${isScheduled ? choice("off") : nothing}
    </fieldset>`;
  }

  /** @param {When} when */
  choose(when) {
    this.when = when;
    this.look();
  }

  ending() {
    if (this.when === "off") return nothing;
    return html`<div class="field">
      <label class="check"><input type="checkbox" .checked=${this.ends} @change=${this.end} /> ${say("publish.ends")}</label>
      ${this.ends
        ? html`<edition-time data-name="expireAt" .desk=${this.desk} .label=${say("publish.endsAt")} .value=${this.article.expireAt}
            .wrong=${this.errorOf("expireAt")}></edition-time>`
        : nothing}
    </div>`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  end(event) {
    this.ends = event.currentTarget.checked;
  }

  correcting() {
    const wrong = this.errorOf("correction");
    return html`<p class="hint">${say("publish.revising")}</p>
      <div class="field">
        <label for="publish-correction">${say("publish.correction")}</label>
        <textarea id="publish-correction" rows="2" dir="auto" .value=${this.correction} aria-invalid=${wrong ? "true" : nothing}
          aria-describedby="publish-correction-hint" @input=${this.correct}></textarea>
        <p class="hint" id="publish-correction-hint">${say("publish.correction.hint")}</p>
        ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
      </div>`;
  }

  /** @param {Event & {currentTarget: HTMLTextAreaElement}} event */
  correct(event) {
    this.correction = event.currentTarget.value;
    this.errors = this.errors.filter(({ field }) => field !== "correction");
  }

  place() {
    const address = this.isOut ? this.article.url : this.address;
    if (!address || this.when === "off") return nothing;
    return html`<p class="publish-address">${say(this.isOut ? "publish.addressIs" : "publish.address")} <bdi dir="ltr">${readable(address)}</bdi></p>`;
  }

  publishButton() {
    return html`<button type="submit" class="main" ?disabled=${this.waits}>${say(`publish.do.${this.when}`)}</button>`;
  }

  revisingButtons() {
    return html`
      <button type="submit" class="main" ?disabled=${this.waits}>${say("publish.do.revise")}</button>
      <button type="button" ?disabled=${this.waits} @click=${() => this.begin({ minor: true })}>${say("publish.do.minor")}</button>
      <button type="button" ?disabled=${this.waits} @click=${this.sendCorrection}>${say("publish.do.correct")}</button>`;
  }

  /** @param {Extra} extra */
  question(extra) {
    return html`<h2 id="publish-title">${say("publish.breaking")}</h2>
      <p class="publish-headline"><bdi>${this.article.headline}</bdi></p>
      <p>${say("publish.breaking.explain")}</p>
      <p class="wrong" role="alert">${this.wrong}</p>
      <div class="row publish-buttons">
        <button type="button" class="main" autofocus ?disabled=${this.waits} @click=${() => this.send("published", extra)}>${say("publish.breaking.yes")}</button>
        <button type="button" @click=${() => (this.asks = undefined)}>${say("publish.back")}</button>
      </div>`;
  }

  /** @param {string} name */
  errorOf(name) {
    return this.errors.find(({ field }) => field === name)?.message ?? "";
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    if (this.waits) return;
    if (this.isOut && this.correction.trim()) return this.focusOn("publish-correction", say("publish.correction.unsent"));
    this.begin({});
  }

  sendCorrection() {
    const correction = this.correction.trim();
    if (!correction) return this.focusOn("publish-correction", say("publish.correction.empty"));
    this.begin({ correction });
  }

  /** @param {string} id @param {string} message of the correction */
  focusOn(id, message) {
    this.errors = [{ field: "correction", message }];
    document.getElementById(id)?.focus();
  }

  /** Looks at what the person has chosen, and sends it. @param {Extra} extra */
  begin(extra) {
    const all = { ...extra };
    const status = this.isOut || this.when === "now" ? "published" : this.when === "later" ? "scheduled" : "draft";
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
    if (this.isBreaking) this.asks = all;
    else this.send(status, all);
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
      try {
        this.wrong = messageOf(fault, new Set(this.errors.map(({ field }) => field)));
      } catch {
        // Something else is to be settled first, and who saves shows it.
        this.close();
      }
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

/** An address as a person reads it. @param {string} address */
export const readable = (address) => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** «23 فبراير 2026، 18:26 (16:26 بتوقيت غرينتش)» @param {import("../shell/desk.js").Desk} desk @param {string} instant */
export const bothTimes = (desk, instant) => say("publish.bothTimes", desk.clock.dateTime(instant), gmt(desk).time(instant));

customElements.define("publish-sheet", PublishSheet);
