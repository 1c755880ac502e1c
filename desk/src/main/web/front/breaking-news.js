import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { Problem } from "../api/problem.js";
import { count, fits } from "../shell/count.js";
import { messageAt, messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { Poll } from "../shell/poll.js";
import { say } from "../words/words.js";
import { Kept } from "../shell/kept.js";
import "./article-finder.js";

/**
 * @typedef {{text: string, until: string, editor: string, articleId?: string, url?: string}} Breaking
 * @typedef {{text: string, minutes: number, article?: {id: string, headline: string}}} Draft
 */

const PATH = "/api/homepage/breaking";
const EVERY = 15;

/** Minutes for which it is shown. */
const CHOICES = [30, 60, 180];

const FIELDS = ["text", "articleId", "until"];

/**
 * Writes the breaking news that every page shows, tells what is shown now, and ends it. Each is asked twice.
 *
 * @fires pressed when pages have changed, or soon will
 */
export class BreakingForm extends DeskElement {
  static properties = { ...DeskElement.properties, now: { state: true }, draft: { state: true }, asks: { state: true }, fault: { state: true }, isBusy: { state: true } };

  constructor() {
    super();
    /** @type {Breaking | undefined} */
    this.now = undefined;
    /** @type {Draft} */
    this.draft = { text: "", minutes: 60 };
    /** @type {"" | "show" | "end"} */
    this.asks = "";
    /** @type {unknown} */
    this.fault = undefined;
    this.isBusy = false;
    this.until = "";
    /** Counts requests: an answer that a later one has overtaken is not used. */
    this.turn = 0;
    this.poll = new Poll(EVERY, () => this.look());
    /** @type {Kept<Draft> | undefined} */
    this.kept = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.kept ??= new Kept("breaking", this.desk.session.name);
    this.draft = this.kept.read() ?? this.draft;
    this.poll.start();
    this.poll.now();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.poll.stop();
  }

  async look() {
    const turn = ++this.turn;
    const now = await this.desk.api.get(PATH).then(({ body }) => body, absent);
    if (turn === this.turn && !this.isBusy) this.now = now;
  }

  render() {
    return html`<section class="breaking-desk" aria-labelledby="breaking-title">
      <h2 id="breaking-title">${say("front.breaking")}</h2>
      ${this.present()} ${this.form()}
      <dialog class="breaking-ask" aria-labelledby="breaking-ask" @close=${() => (this.asks = "")}>
        ${this.asks === "show" ? this.askToShow() : this.asks === "end" ? this.askToEnd() : nothing}
      </dialog>
    </section>`;
  }

  present() {
    if (!this.now) return html`<p class="hint">${say("front.breaking.none")}</p>`;
    const { text, until, editor } = this.now;
    return html`<div class="breaking-now">
      <p class="hint">${say("front.breaking.now")}</p>
      <p class="breaking-strip" dir="auto">${text}</p>
      <p class="hint">${say("front.breaking.until", this.desk.clock.dateTime(until), editor)}</p>
      <button type="button" class="danger" @click=${() => this.ask("end")}>${say("front.breaking.end")}</button>
    </div>`;
  }

  form() {
    const { text, minutes, article } = this.draft;
    const wrong = fits(text, this.limit) ? messageAt(this.fault, "text") : say("front.tooLong", this.limit);
    const wrongArticle = messageAt(this.fault, "articleId");
    return html`<form @submit=${this.send}>
      <div class="field">
        <label for="breaking-text">${say("front.breaking.text")}</label>
        <textarea id="breaking-text" rows="2" dir="auto" aria-describedby="breaking-said" aria-invalid=${wrong ? "true" : nothing} .value=${live(text)}
          @input=${(/** @type {Event & {currentTarget: HTMLTextAreaElement}} */ event) => this.give({ text: event.currentTarget.value })} @keydown=${this.press}></textarea>
        <div id="breaking-said">
          <p class="hint">${say("front.breaking.hint")} <span class="number">${say("front.count", count(text), this.limit)}</span></p>
          ${wrong ? html`<p class="wrong">${wrong}</p>` : nothing}
        </div>
      </div>
      <fieldset class="breaking-times">
        <legend>${say("front.breaking.for")}</legend>
        ${CHOICES.map((choice) => html`<label class="check"><input type="radio" name="minutes" .checked=${live(choice === minutes)} @change=${() => this.give({ minutes: choice })} />
          ${choice < 60 ? say("front.breaking.minutes", choice) : say("front.breaking.hours", choice / 60)}</label>`)}
        ${messageAt(this.fault, "until") ? html`<p class="wrong">${messageAt(this.fault, "until")}</p>` : nothing}
      </fieldset>
      <div class="field">
        <p class="breaking-article"><b>${say("front.breaking.article")}</b> <bdi>${article ? article.headline : say("front.breaking.article.none")}</bdi></p>
        ${article ? html`<button type="button" @click=${() => this.give({ article: undefined })}>${say("front.breaking.article.remove")}</button>` : nothing}
        ${wrongArticle ? html`<p class="wrong" role="alert">${wrongArticle}</p>` : nothing}
      </div>
      <button class="main" ?disabled=${!text.trim() || !fits(text, this.limit) || this.isBusy}>${say("front.breaking.ask")}</button>
      ${this.fault ? html`<p class="wrong" role="alert">${messageOf(this.fault, { shown: FIELDS, away: "front.breaking.kept" })}</p>` : nothing}
    </form>
    <details class="breaking-find">
      <summary>${say("front.find")}</summary>
      <article-finder .desk=${this.desk} .label=${say("front.find")} .taken=${article ? [article.id] : []}
        @found=${(/** @type {CustomEvent<import("./article-finder.js").Found>} */ { detail: { id, headline } }) => this.give({ article: { id, headline } })}></article-finder>
    </details>`;
  }

  askToShow() {
    return html`<h3 id="breaking-ask">${say("front.breaking.sure", this.desk.clock.dateTime(this.until))}</h3>
      <p class="breaking-strip" dir="auto">${this.line}</p>
      ${this.now ? html`<p>${say("front.breaking.instead")}</p>` : nothing}
      <div class="row">
        <button type="button" autofocus @click=${this.close}>${say("front.breaking.no")}</button>
        <button type="button" class="main" @click=${this.show}>${say("front.breaking.yes")}</button>
      </div>`;
  }

  askToEnd() {
    return html`<h3 id="breaking-ask">${say("front.breaking.end.sure")}</h3>
      <p class="breaking-strip" dir="auto">${this.now?.text}</p>
      <div class="row">
        <button type="button" autofocus @click=${this.close}>${say("front.breaking.end.no")}</button>
        <button type="button" class="danger" @click=${this.end}>${say("front.breaking.end.yes")}</button>
      </div>`;
  }

  /** Of the text, in grapheme clusters. */
  get limit() {
    return this.desk.edition.limits.homepage.breaking;
  }

  /** The text as it is sent: one line. */
  get line() {
    return this.draft.text.trim().replace(/\s+/gu, " ");
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  /** @param {Partial<Draft>} change */
  give(change) {
    this.draft = { ...this.draft, ...change };
    this.kept?.write(this.draft);
    if (this.fault) this.fault = undefined;
  }

  /** Enter sends: it is one line. @param {KeyboardEvent & {currentTarget: HTMLTextAreaElement}} event */
  press(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }

  /** @param {Event} event */
  send(event) {
    event.preventDefault();
    if (!this.line || !fits(this.line, this.limit)) return;
    this.until = new Date(Date.now() + this.draft.minutes * 60_000).toISOString();
    this.ask("show");
  }

  /** @param {"show" | "end"} what */
  async ask(what) {
    this.asks = what;
    await this.updateComplete;
    this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  async show() {
    const { article } = this.draft;
    const sent = this.line;
    await this.run(async () => {
      const { status, body } = await this.desk.api.put(PATH, { text: sent, until: this.until, ...(article && { articleId: article.id }) });
      this.now = body;
      // What was typed meanwhile stays.
      if (this.line === sent) this.give({ text: "", article: undefined });
      this.desk.notify(say(status === 202 ? "front.breaking.later" : "front.breaking.shown"));
    });
  }

  async end() {
    await this.run(async () => {
      await this.desk.api.delete(PATH);
      this.now = undefined;
      this.desk.notify(say("front.breaking.ended"));
    });
  }

  /** @param {() => Promise<void>} act */
  async run(act) {
    this.close();
    this.isBusy = true;
    this.turn++;
    try {
      await act();
      this.fault = undefined;
      this.dispatchEvent(new Event("pressed", { bubbles: true }));
    } catch (fault) {
      messageOf(fault);
      this.fault = fault;
    }
    this.isBusy = false;
    if (this.fault) this.poll.now();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("#breaking-text"))?.focus();
  }
}

/** Nothing runs: that is no failure. @param {unknown} fault */
const absent = (fault) => {
  if (!(fault instanceof Problem && fault.status === 404)) throw fault;
  return undefined;
};

customElements.define("breaking-news", BreakingForm);
