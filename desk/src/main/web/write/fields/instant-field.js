import { html } from "lit";
import "../../publish/edition-time.js";
import { say } from "../../words/words.js";
import { FieldElement } from "./field.js";

/** @typedef {import("../../publish/edition-time.js").EditionTime} EditionTime */

/**
 * A time by the newspaper's clock. While what is typed names no instant, or one of two, the field keeps the last one, and
 * says what is to be decided.
 */
class InstantField extends FieldElement {
  constructor() {
    super();
    /** The instant that the person began with: what was not touched is not said to have passed. @type {string | undefined} */
    this.begun = undefined;
  }

  /** @param {string | undefined} value */
  fill(value) {
    super.fill(value);
    this.begun = value;
    this.time?.show(value);
  }

  get time() {
    return /** @type {EditionTime | null} */ (this.querySelector("edition-time"));
  }

  get fault() {
    const { time } = this;
    return time && !time.isEmpty && !time.instant ? time.fault : "";
  }

  /** It labels itself. */
  heading() {}

  control() {
    return html`<edition-time .desk=${this.desk} .label=${say(this.field.phrase)} .value=${this.begun} .describedBy=${this.described}
      @picked=${this.take}></edition-time>`;
  }

  take() {
    const { time } = this;
    if (time && (time.isEmpty || time.instant)) this.give(time.instant);
    else this.clear();
  }
}

customElements.define("instant-field", InstantField);
