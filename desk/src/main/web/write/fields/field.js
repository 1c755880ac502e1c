import { html, nothing } from "lit";
import { count, fits } from "../../shell/count.js";
import { DeskElement } from "../../shell/element.js";
import { say } from "../../words/words.js";

/**
 * A field of the form: its label, what is wrong with it, and between them what each kind of field draws. Says `typed` when
 * the person has changed its value.
 */
export class FieldElement extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    field: { attribute: false },
    value: { attribute: false },
    problems: { attribute: false },
    suggestion: { attribute: false },
  };

  constructor() {
    super();
    this.field = /** @type {import("../fields.js").Field} */ (/** @type {unknown} */ (undefined));
    /** @type {any} */
    this.value = undefined;
    /** @type {string[]} what is wrong with it, as the API says it */
    this.problems = [];
    /** What it will be if it is left empty. */
    this.suggestion = "";
  }

  get identity() {
    return `field-${this.field.name}`;
  }

  /** Grapheme clusters of a text, elements of a list. */
  get limit() {
    return this.desk.edition.limits.article[this.field.limit ?? ""] ?? Infinity;
  }

  /** Grapheme clusters of each text of a list. */
  get each() {
    return this.desk.edition.limits.article[this.field.each ?? ""] ?? Infinity;
  }

  /** @param {any} value */
  fill(value) {
    this.value = value;
  }

  /** @returns {any} */
  read() {
    return this.value;
  }

  /** @param {any} value that the person gave */
  give(value) {
    this.value = value;
    this.clear();
    this.changed();
  }

  /** What the person has to decide before it can be saved, in words; empty if nothing. */
  get fault() {
    return "";
  }

  /** It may be right now. */
  clear() {
    if (this.problems.length) this.problems = [];
  }

  /**
   * The direction of a text that people write; an empty one begins as the newspaper does.
   *
   * @param {string} text
   */
  directionOf(text) {
    return text ? "auto" : this.desk.edition.direction;
  }

  changed() {
    this.dispatchEvent(new Event("typed", { bubbles: true }));
  }

  /** What describes a control to who cannot see it. */
  get described() {
    const parts = [this.field.hint && "hint", this.problems.length && "wrong", "count"];
    return parts.filter((part) => part).map((part) => `${this.identity}-${part}`).join(" ");
  }

  render() {
    return html`<div class="field">${this.heading()} ${this.control()} ${this.notes()}</div>`;
  }

  /** @returns {unknown} */
  heading() {
    return html`<label for=${this.identity}>${say(this.field.phrase)}</label>`;
  }

  /** @returns {unknown} */
  control() {
    return nothing;
  }

  notes() {
    return html`
      ${this.field.hint ? html`<p class="hint" id="${this.identity}-hint">${say(this.field.hint)}</p>` : nothing}
      ${this.problems.length ? html`<p class="wrong" id="${this.identity}-wrong">${this.problems.join(" ")}</p>` : nothing}
    `;
  }

  /**
   * How long a text is, once it is worth knowing.
   *
   * @param {string} text
   * @param {number} limit
   */
  counter(text, limit) {
    const length = count(text);
    if (fits(text, limit) && length < limit * 0.6) return html`<span class="counter" id="${this.identity}-count"></span>`;
    const isLong = !fits(text, limit);
    return html`<span class="counter ${isLong ? "wrong" : ""}" id="${this.identity}-count">
      ${isLong ? say("write.tooLong", Math.max(1, length - limit)) : say("write.count", length, limit)}
    </span>`;
  }
}

/** A field of several controls. */
export class GroupField extends FieldElement {
  render() {
    return html`<fieldset class="field" aria-describedby=${this.described || nothing}>
      <legend>${say(this.field.phrase)}</legend>
      ${this.control()} ${this.notes()}
    </fieldset>`;
  }

  /** @returns {any[]} */
  get list() {
    return this.value ?? [];
  }

  /** @param {number} index */
  removeAt(index) {
    this.give(this.list.filter((_, i) => i !== index));
    this.focusAfter();
  }

  /** Where the keyboard is after what it was on has gone. */
  async focusAfter() {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("[data-after]"))?.focus();
  }
}
