import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { fits } from "../../shell/count.js";
import { say } from "../../words/words.js";
import { GroupField } from "./field.js";

/** A list of texts with something beside each. */
class RowsField extends GroupField {
  /** @param {number} index @param {string} name @param {string} text */
  put(index, name, text) {
    this.give(this.list.map((row, i) => (i === index ? { ...row, [name]: text } : row)));
  }

  /**
   * @param {number} index
   * @param {string} name
   * @param {string} label
   */
  cell(index, name, label) {
    const text = this.list[index][name] ?? "";
    return html`<input aria-label=${label} placeholder=${label} dir=${this.directionOf(text)} autocomplete="off" .value=${live(text)} aria-invalid=${!fits(text, this.each)}
      @input=${(/** @type {Event & {currentTarget: HTMLInputElement}} */ event) => this.put(index, name, event.currentTarget.value)} />`;
  }

  /** @param {number} index @param {string} name */
  remover(index, name) {
    return html`<button type="button" aria-label=${say("write.remove", name)} @click=${() => this.removeAt(index)}>×</button>`;
  }
}

/** The same article in other languages. */
class TranslationsField extends RowsField {
  control() {
    return html`
      <ul class="rows">
        ${this.list.map(({ language }, index) => html`<li class="row-line translation">
          ${this.cell(index, "language", say("write.translations.language"))} ${this.cell(index, "url", say("write.translations.url"))}
          ${this.remover(index, language)}
        </li>`)}
      </ul>
      ${this.list.length < this.limit
        ? html`<button type="button" data-after @click=${() => this.give([...this.list, { language: "", url: "" }])}>${say("write.translations.add")}</button>`
        : nothing}
    `;
  }
}

/** What was corrected; a new correction is made when the article is published. */
class CorrectionsField extends RowsField {
  control() {
    if (!this.list.length) return html`<p class="hint" data-after tabindex="-1">${say("write.corrections.none")}</p>`;
    return html`<ul class="rows" data-after tabindex="-1">
      ${this.list.map(({ at, text }, index) => html`<li class="row-line">
        <div class="correction">
          <time datetime=${at} class="hint">${this.desk.clock.dateTime(at)}</time>
          ${this.cell(index, "text", say("write.corrections.text"))}
        </div>
        ${this.remover(index, text)}
      </li>`)}
    </ul>`;
  }
}

customElements.define("translations-field", TranslationsField);
customElements.define("corrections-field", CorrectionsField);
