import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {string} [hint]
 * @property {string} [type] of the input; `check` for a tick
 * @property {boolean} [required]
 *
 * @typedef {object} Question
 * @property {string} title
 * @property {Field[]} fields
 * @property {Record<string, string>} values
 * @property {boolean} [articles] whether to look for articles of the newspaper, whose address is taken
 * @property {string} [remove] the label of a button that takes away what is asked about
 * @property {(values: Record<string, string>) => string | undefined} [check] what is wrong
 *
 * @typedef {{id: string, headline: string, url?: string}} Found
 */

/** Milliseconds after the last key before articles are looked for. */
const PAUSE = 250;

/** How many dialogs there were, so that each has ids of its own. */
let dialogs = 0;

/** Asks for a few lines: the address of a link, the description of a picture. */
export class TextDialog extends DeskElement {
  static properties = { ...DeskElement.properties, question: { state: true }, found: { state: true }, wrong: { state: true } };

  constructor() {
    super();
    /** @type {Question | undefined} */
    this.question = undefined;
    /** @type {Found[] | undefined} */
    this.found = undefined;
    this.wrong = "";
    this.idPrefix = `text-dialog-${++dialogs}`;
    /** @type {(answer: Record<string, string> | "remove" | undefined) => void} */
    this.answer = () => {};
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /**
   * @param {Question} question
   * @returns {Promise<Record<string, string> | "remove" | undefined>} undefined if nothing is to change
   */
  async ask(question) {
    this.question = question;
    this.found = undefined;
    this.wrong = "";
    await this.updateComplete;
    for (const { name, type } of question.fields) {
      const input = this.input(name);
      if (type === "check") input.checked = question.values[name] === "on";
      else input.value = question.values[name] ?? "";
    }
    this.querySelector("dialog")?.showModal();
    this.input(question.fields[0].name).select();
    return new Promise((resolve) => (this.answer = resolve));
  }

  /** @param {string} name */
  input(name) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`input[name="${name}"]`));
  }

  render() {
    const { question } = this;
    return html`<dialog aria-labelledby=${`${this.idPrefix}-title`} @close=${() => this.answer(undefined)}>
      ${question && html`<form novalidate @submit=${this.submit}>
        <h2 id=${`${this.idPrefix}-title`}>${question.title}</h2>
        ${question.fields.map((field) => this.field(field))}
        ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
        ${question.articles ? this.articles() : nothing}
        <p class="row text-buttons">
          <button class="main">${say("text.done")}</button>
          <button type="button" @click=${() => this.end(undefined)}>${say("text.cancel")}</button>
          ${question.remove
            ? html`<button type="button" class="danger" @click=${() => this.end("remove")}>${question.remove}</button>`
            : nothing}
        </p>
      </form>`}
    </dialog>`;
  }

  /** @param {Field} field */
  field({ name, label, hint, type = "text" }) {
    if (type === "check") return html`<p class="field"><label class="check"><input type="checkbox" name=${name} /> ${label}</label></p>`;
    return html`<p class="field">
      <label>${label}<input name=${name} type=${type} dir="auto" autocomplete="off" aria-describedby=${hint ? `${this.idPrefix}-${name}` : nothing} /></label>
      ${hint ? html`<span class="hint" id=${`${this.idPrefix}-${name}`}>${hint}</span>` : nothing}
    </p>`;
  }

  articles() {
    return html`<p class="field">
        <label>${say("text.findArticle")}<input type="search" name="q" dir="auto" autocomplete="off" maxlength="200" @input=${this.later} @keydown=${this.now} /></label>
      </p>
      <div role="status">${this.found && !this.found.length ? html`<p class="hint">${say("text.noArticle")}</p>` : nothing}</div>
      ${this.found?.length
        ? html`<ul class="list text-found" aria-label=${say("text.findArticle")}>
            ${this.found.map(
              (article) => html`<li><button type="button" @click=${() => this.take(article)}><bdi>${article.headline}</bdi></button></li>`,
            )}
          </ul>`
        : nothing}`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  later(event) {
    const { value } = event.currentTarget;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(value), PAUSE);
  }

  /** Enter looks at once, and does not end the dialog. @param {KeyboardEvent & {currentTarget: HTMLInputElement}} event */
  now(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.find(event.currentTarget.value);
  }

  /** @param {string} q */
  async find(q) {
    clearTimeout(this.timer);
    if (!q.trim()) {
      this.found = undefined;
      return;
    }
    try {
      const { body } = await this.desk.api.get("/api/articles", { query: { q, limit: 20 } });
      if (this.input("q").value === q) this.found = body.items.filter((/** @type {Found} */ { url }) => url);
    } catch (fault) {
      this.wrong = messageOf(fault);
    }
  }

  /** @param {Found} article */
  take(article) {
    this.input("href").value = article.url ?? "";
    const text = this.input("text");
    if (text && !text.value) text.value = article.headline;
    this.input("href").focus();
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    event.stopPropagation();
    const { fields, check } = /** @type {Question} */ (this.question);
    const values = Object.fromEntries(
      fields.map(({ name, type }) => [name, type === "check" ? (this.input(name).checked ? "on" : "") : this.input(name).value.trim()]));
    const missing = fields.find(({ name, required }) => required && !values[name]);
    this.wrong = missing ? say("text.missing", missing.label) : (check?.(values) ?? "");
    if (!this.wrong) this.end(values);
    else this.input((missing ?? fields[0]).name).focus();
  }

  /** @param {Record<string, string> | "remove" | undefined} answer */
  end(answer) {
    this.answer(answer);
    this.querySelector("dialog")?.close();
  }
}

customElements.define("text-dialog", TextDialog);
