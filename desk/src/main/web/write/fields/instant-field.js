import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { instantOf, localOf } from "../../publish/zone.js";
import { FieldElement } from "./field.js";

/** A time by the newspaper's clock. */
class InstantField extends FieldElement {
  control() {
    const zone = this.desk.edition.timeZone;
    return html`<input id=${this.identity} type="datetime-local" .value=${live(this.value ? localOf(this.value, zone) : "")}
        aria-describedby="${this.described} ${this.identity}-gmt" aria-invalid=${this.problems.length > 0} @change=${this.take} />
      <p class="hint" id="${this.identity}-gmt">
        ${this.value ? html`<span dir="ltr">${zone} · ${new Date(this.value).toISOString().slice(0, 16).replace("T", " ")} GMT</span>` : nothing}
      </p>`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  take(event) {
    const { value } = event.currentTarget;
    this.give(value ? instantOf(value, this.desk.edition.timeZone) : undefined);
  }
}

customElements.define("instant-field", InstantField);
