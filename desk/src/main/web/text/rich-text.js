import { html } from "lit";
import { live } from "lit/directives/live.js";
import { DeskElement } from "../shell/element.js";

/** The text of an article as HTML. */
class RichText extends DeskElement {
  static properties = { ...DeskElement.properties, label: { attribute: false }, value: { attribute: false } };

  constructor() {
    super();
    this.label = "";
    this.value = "";
  }

  render() {
    return html`<textarea class="growing" rows="16" dir="auto" aria-label=${this.label} .value=${live(this.value)} @input=${this.take}></textarea>`;
  }

  /** @param {Event & {currentTarget: HTMLTextAreaElement}} event */
  take(event) {
    this.value = event.currentTarget.value;
  }
}

customElements.define("rich-text", RichText);
