import { html, nothing } from "lit";
import { say } from "../../words/words.js";
import { pickPictures } from "../seams.js";
import { FieldElement } from "./field.js";
import "../../text/rich-text.js";

/** @typedef {HTMLElement & {desk: unknown, label: string, value: string, setFindings: (findings: unknown[], html: string) => Promise<void>}} RichText */

/** The text of the article. Its value is made of the document only when somebody asks for it: not on each key. */
export class BodyField extends FieldElement {
  constructor() {
    super();
    this.text = /** @type {RichText} */ (document.createElement("rich-text"));
  }

  /** @param {string | undefined} html */
  fill(html) {
    this.text.value = html ?? "";
  }

  read() {
    return this.text.value;
  }

  heading() {
    return nothing;
  }

  control() {
    this.text.desk = this.desk;
    this.text.label = say(this.field.phrase);
    return html`<div class="body" @input=${this.take} @pick-pictures=${this.pick} @paste-files=${this.pick}>${this.text}</div>`;
  }

  /** @param {CustomEvent<{many?: boolean, files?: File[], done: (pictures: import("../seams.js").Picture[]) => void}>} event */
  async pick({ detail: { many = true, files, done } }) {
    const pictures = await pickPictures(this.desk, { many, files });
    if (pictures.length) done(pictures);
  }

  /** @param {Event} event */
  take(event) {
    // A dialog of the text's own has fields too, whose words are not yet part of it; to ask is cheap, and finds no change.
    event.stopPropagation();
    this.clear();
    this.changed();
  }
}

customElements.define("body-field", BodyField);
