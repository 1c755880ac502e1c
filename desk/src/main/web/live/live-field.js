import { html } from "lit";
import { pickPictures } from "../pictures/pick.js";
import { DeskElement } from "../shell/element.js";
import "../text/rich-text.js";

/**
 * The editor of one entry. Ctrl+Enter, or ⌘Enter, sends.
 *
 * - `label`
 * - `value`: HTML
 *
 * @fires input after each change
 * @fires send
 */
export class LiveField extends DeskElement {
  static properties = { ...DeskElement.properties, label: { attribute: false } };

  constructor() {
    super();
    this.label = "";
    this.first = "";
    this.addEventListener("keydown", (event) => this.press(event), true);
  }

  get editor() {
    return /** @type {import("../text/rich-text.js").RichText | null} */ (this.querySelector("rich-text"));
  }

  get value() {
    return this.editor?.value ?? this.first;
  }

  set value(html) {
    this.first = html;
    if (this.editor) this.editor.value = html;
  }

  firstUpdated() {
    const editor = /** @type {import("../text/rich-text.js").RichText} */ (this.editor);
    editor.value = this.first;
  }

  async focus() {
    await this.updateComplete;
    await this.editor?.updateComplete;
    this.editor?.focus();
  }

  render() {
    return html`<rich-text .desk=${this.desk} .label=${this.label} @pick-pictures=${this.pick} @paste-files=${this.pick}></rich-text>`;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (!(event.ctrlKey || event.metaKey) || (event.code !== "Enter" && event.code !== "NumpadEnter") || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new Event("send", { bubbles: true }));
  }

  /** @param {CustomEvent<{many?: boolean, files?: File[], done: (pictures: object[]) => void}>} event */
  async pick({ detail: { many = true, files, done } }) {
    done(await pickPictures(this.desk, { many, files }));
  }
}

customElements.define("live-field", LiveField);
