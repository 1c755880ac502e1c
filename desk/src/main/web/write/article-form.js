import { html } from "lit";
import { loadAhead } from "../shell/ahead.js";
import { DeskElement } from "../shell/element.js";
import { messageOfAny } from "../shell/faults.js";
import { say } from "../words/words.js";
import { filled } from "./article.js";
import { FIELDS, fieldOf } from "./fields.js";
import { Waiting } from "./fields/waiting.js";
import { loadMoreFields } from "./seams.js";
import "./fields/authors-field.js";
import "./fields/body-field.js";
import "./fields/choice-field.js";
import "./fields/line-field.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {import("./fields/field.js").FieldElement} FieldElement
 */

/** Where the details are beside the text, and always shown. */
const WIDE = matchMedia("(min-width: 60.01rem)");

/** All fields of an article. Each says `typed` when the person changes it; nothing else changes what is in it but `fill`. */
export class ArticleForm extends DeskElement {
  constructor() {
    super();
    /** @type {Map<string, FieldElement | Waiting>} */
    this.elements = new Map();
    this.onWide = () => {
      const fold = this.querySelector("details");
      if (fold && WIDE.matches) fold.open = true;
    };
  }

  connectedCallback() {
    super.connectedCallback();
    WIDE.addEventListener("change", this.onWide);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    WIDE.removeEventListener("change", this.onWide);
  }

  /** @param {import("../shell/desk.js").Desk} desk */
  begin(desk) {
    this.desk = desk;
    for (const field of FIELDS) {
      this.elements.set(field.name, customElements.get(field.element) ? this.create(field) : new Waiting());
    }
  }

  /** @param {import("./fields.js").Field} field */
  create(field) {
    const element = /** @type {FieldElement} */ (document.createElement(field.element));
    element.desk = this.desk;
    element.field = field;
    return element;
  }

  firstUpdated() {
    loadAhead(() => this.complete());
  }

  /** Shows the fields whose elements are loaded later, with what they hold. */
  async complete() {
    if (![...this.elements.values()].some((element) => element instanceof Waiting)) return;
    await loadMoreFields();
    for (const [name, waiting] of this.elements) {
      if (!(waiting instanceof Waiting)) continue;
      const element = this.create(/** @type {import("./fields.js").Field} */ (fieldOf(name)));
      element.fill(waiting.value);
      element.problems = waiting.problems;
      this.elements.set(name, element);
    }
    this.requestUpdate();
    await this.updateComplete;
  }

  /** The fold was opened: its fields are needed now. */
  unfold() {
    this.complete().catch((fault) => this.desk.notify(messageOfAny(fault)));
  }

  /**
   * Puts other values into the form. A field whose value is the same is not touched: neither its cursor nor what can be undone.
   *
   * @param {Fields} fields
   */
  fill(fields) {
    const now = this.read();
    for (const [name, element] of this.elements) {
      if (fields[name] !== now[name]) element.fill(fields[name]);
    }
  }

  /**
   * Shows what the newsroom makes of fields that are left empty.
   *
   * @param {Fields} article the revision, as the API answers it
   */
  tell(article) {
    const summary = this.elements.get("summary");
    if (summary) summary.suggestion = article.summaryMade ? article.summary : "";
  }

  /** @returns {Fields} */
  read() {
    return filled(Object.fromEntries([...this.elements].map(([name, element]) => [name, element.read()])));
  }

  /**
   * Shows what is wrong at its field.
   *
   * @param {import("../api/problem.js").FieldError[]} errors
   * @returns {import("../api/problem.js").FieldError[]} those of no field
   */
  mark(errors) {
    for (const [name, element] of this.elements) {
      const own = errors.filter(({ field }) => fieldOf(field)?.name === name);
      if (own.length || element.problems.length) element.problems = own.map(({ message }) => message);
    }
    return errors.filter(({ field }) => !fieldOf(field));
  }

  /** What the person has to decide before the form can be saved, and goes there; nothing if it is all clear. */
  undecided() {
    for (const [name, element] of this.elements) {
      if (element instanceof Waiting || !element.fault) continue;
      this.go(name);
      return say("write.undecided", say(element.field.phrase), element.fault);
    }
    return "";
  }

  /** The field of the text. */
  get body() {
    return /** @type {import("./fields/body-field.js").BodyField} */ (this.elements.get("bodyHtml"));
  }

  /** Goes to the first field that is wrong. */
  reveal() {
    const wrong = [...this.elements].find(([, { problems }]) => problems.length);
    if (wrong) this.go(wrong[0]);
  }

  /** @param {string} path of a field, `image.alt` */
  async go(path) {
    const name = fieldOf(path)?.name ?? "";
    if (this.elements.get(name) instanceof Waiting) await this.complete().catch((fault) => this.desk.notify(messageOfAny(fault)));
    const element = this.elements.get(name);
    if (!element || element instanceof Waiting) return;
    for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    /** @type {HTMLElement | null} */ (element.querySelector("input, select, textarea, [contenteditable=true], button"))?.focus();
  }

  render() {
    return html`
      <div class="write-text">${this.of("head")} ${this.of("text")}</div>
      <aside class="write-details" aria-label=${say("write.details")}>
        <details class="write-fold" ?open=${WIDE.matches}>
          <summary>${say("write.details")}</summary>
          ${this.of("details")}
          <details class="write-more" @toggle=${this.unfold}>
            <summary>${say("write.more")}</summary>
            ${this.of("more")}
          </details>
        </details>
      </aside>
    `;
  }

  /** @param {string} place */
  of(place) {
    return FIELDS.filter((field) => field.place === place).map(({ name }) => this.elements.get(name)).filter((element) => !(element instanceof Waiting));
  }
}

customElements.define("article-form", ArticleForm);
