import { html } from "lit";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { isWritten, textField } from "./field.js";

/** Reasons that are often given, chosen by the keys 1 to 6. */
const REASONS = ["insult", "topic", "spam", "private", "hate", "repeated"];

/** Asks why a comment is rejected. The reason is for the newsroom; its reader does not see it. */
export class RejectDialog extends DeskElement {
  static properties = { ...DeskElement.properties, name: { state: true }, other: { state: true } };

  constructor() {
    super();
    this.name = "";
    this.other = "";
    this.reject = (/** @type {string} */ _reason) => {};
  }

  /**
   * @param {string} name whose comment it is
   * @param {(reason: string) => void} reject
   */
  ask(name, reject) {
    this.name = name;
    this.reject = reject;
    this.dialog.showModal();
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  get limit() {
    return this.desk.edition.limits.comment.reason;
  }

  /** @param {string} reason */
  choose(reason) {
    // What was written stays: the decision may be undone or refused, and the next one may have the same reason.
    this.dialog.close();
    this.reject(reason);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const place = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const isWriting = event.target instanceof HTMLInputElement;
    const reason = place && !isWriting && !event.ctrlKey && !event.altKey && !event.metaKey ? REASONS[Number(place) - 1] : undefined;
    if (!reason) return;
    event.preventDefault();
    this.choose(say(`moderate.reason.${reason}`));
  }

  /** @param {Event} event */
  send(event) {
    event.preventDefault();
    if (isWritten(this.other, this.limit)) this.choose(this.other.trim());
  }

  render() {
    return html`<dialog class="reject" aria-labelledby="reject-title" @keydown=${this.press}>
      <h2 id="reject-title">${say("moderate.reject.title", this.name)}</h2>
      <p class="hint">${say("moderate.reject.hint")}</p>
      <ol class="reasons">
        ${REASONS.map((reason) => html`<li><button type="button" @click=${() => this.choose(say(`moderate.reason.${reason}`))}>${say(`moderate.reason.${reason}`)}</button></li>`)}
      </ol>
      <form @submit=${this.send}>
        ${textField({ name: "reject-other", label: say("moderate.reason.other"), value: this.other, limit: this.limit, onInput: (value) => (this.other = value) })}
        <div class="row">
          <button class="main" ?disabled=${!isWritten(this.other, this.limit)}>${say("moderate.reject.other")}</button>
          <button type="button" @click=${() => this.choose("")}>${say("moderate.reject.none")}</button>
          <button type="button" @click=${() => this.dialog.close()}>${say("moderate.cancel")}</button>
        </div>
      </form>
    </dialog>`;
  }
}

customElements.define("reject-dialog", RejectDialog);
