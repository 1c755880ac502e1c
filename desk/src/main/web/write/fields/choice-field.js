import { html } from "lit";
import { live } from "lit/directives/live.js";
import { say } from "../../words/words.js";
import { FieldElement, GroupField } from "./field.js";

/** One of the values that the newspaper has. */
class ChoiceField extends FieldElement {
  control() {
    const choices = this.field.choices?.(this.desk.edition) ?? [];
    return html`<select id=${this.identity} aria-describedby=${this.described} aria-invalid=${this.problems.length > 0} @change=${this.take}>
      ${this.field.initial ? "" : html`<option value="" ?selected=${!this.value}>${say("write.none")}</option>`}
      ${choices.map(({ value, name }) => html`<option value=${value} ?selected=${value === this.value}>${name}</option>`)}
    </select>`;
  }

  /** @param {Event & {currentTarget: HTMLSelectElement}} event */
  take(event) {
    this.give(event.currentTarget.value);
  }
}

/** Some of the values that the newspaper has. */
class ChecksField extends GroupField {
  control() {
    const isFull = this.list.length >= this.limit;
    return html`<div class="checks">
      ${this.field.choices?.(this.desk.edition).map(({ value, name }) => {
        const isChosen = this.list.includes(value);
        return html`<label class="check">
          <input type="checkbox" .checked=${live(isChosen)} ?disabled=${isFull && !isChosen} @change=${() => this.toggle(value)} />${name}
        </label>`;
      })}
    </div>`;
  }

  /** @param {string} value */
  toggle(value) {
    this.give(this.list.includes(value) ? this.list.filter((other) => other !== value) : [...this.list, value]);
  }
}

/** Yes or no. */
class FlagField extends FieldElement {
  heading() {
    return html`<label class="check">
      <input type="checkbox" id=${this.identity} .checked=${live(Boolean(this.value))} @change=${this.take} />${say(this.field.phrase)}
    </label>`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  take(event) {
    this.give(event.currentTarget.checked);
  }
}

customElements.define("choice-field", ChoiceField);
customElements.define("checks-field", ChecksField);
customElements.define("flag-field", FlagField);
