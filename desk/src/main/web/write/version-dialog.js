import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { copyAll, plainText } from "./clipboard.js";

/**
 * Shows other words of the same article, to be copied or taken.
 *
 * @fires taken instead of those in the form
 * @fires dropped they are not needed
 */
export class VersionDialog extends DeskElement {
  static properties = { ...DeskElement.properties, version: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./opening.js").Version | undefined} */
    this.version = undefined;
  }

  async open() {
    await this.updateComplete;
    /** @type {HTMLDialogElement | null} */ (this.querySelector("dialog"))?.showModal();
  }

  render() {
    if (!this.version) return nothing;
    const { from, at, fields } = this.version;
    return html`<dialog aria-labelledby="version-title">
      <h2 id="version-title">${say(`write.version.${from}`, this.desk.clock.dateTime(at))}</h2>
      <div class="version-text" dir="auto" tabindex="0">${plainText(fields)}</div>
      <p class="row">
        <button type="button" class="main" @click=${() => this.end("taken")}>${say("write.version.take")}</button>
        <button type="button" @click=${this.copy}>${say("write.copyAll")}</button>
        <button type="button" class="danger" @click=${() => this.end("dropped")}>${say("write.version.drop")}</button>
        <button type="button" @click=${() => this.end("")}>${say("write.close")}</button>
      </p>
    </dialog>`;
  }

  async copy() {
    if (!this.version) return;
    await copyAll(this.version.fields);
    this.desk.notify(say("write.copied"));
  }

  /** @param {string} decision */
  end(decision) {
    /** @type {HTMLDialogElement | null} */ (this.querySelector("dialog"))?.close();
    if (decision) this.dispatchEvent(new Event(decision));
  }
}

customElements.define("version-dialog", VersionDialog);
