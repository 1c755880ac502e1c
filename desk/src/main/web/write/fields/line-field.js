import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { fits } from "../../shell/count.js";
import { say } from "../../words/words.js";
import { FieldElement } from "./field.js";

/** One line of text. */
export class LineField extends FieldElement {
  get text() {
    return this.value ?? "";
  }

  get isWrong() {
    return this.problems.length > 0 || !fits(this.text, this.limit);
  }

  heading() {
    return html`<div class="field-head">
      <label for=${this.identity}>${say(this.field.phrase)}</label>${this.counter(this.text, this.limit)}
    </div>`;
  }

  /** @returns {unknown} */
  control() {
    return html`<input id=${this.identity} dir=${this.directionOf(this.text)} autocomplete="off" .value=${live(this.text)} aria-describedby=${this.described}
      aria-invalid=${this.isWrong} @input=${this.take} />`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement | HTMLTextAreaElement}} event */
  take(event) {
    this.give(event.currentTarget.value);
  }
}

/** A text that may run over several lines and is one paragraph. */
export class LinesField extends LineField {
  control() {
    return html`<textarea id=${this.identity} class="growing" dir=${this.directionOf(this.text)} rows="2" .value=${live(this.text)} aria-describedby=${this.described}
      placeholder=${this.suggestion || nothing} aria-invalid=${this.isWrong} @input=${this.take} @keydown=${this.onKey}></textarea>`;
  }

  updated() {
    const area = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Enter" && !event.isComposing) event.preventDefault();
  }
}

/** The headline, as large as readers see it. */
export class HeadlineField extends LinesField {}

customElements.define("line-field", LineField);
customElements.define("lines-field", LinesField);
customElements.define("headline-field", HeadlineField);
