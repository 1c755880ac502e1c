import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";

/** Erases all comments of a person, who asked for it. It asks twice: the address is to be typed once more. */
export class EraseForm extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    comment: { attribute: false },
    moderation: { attribute: false },
    asks: { state: true },
    typed: { state: true },
    fault: { state: true },
    erased: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.comment = /** @type {import("./outbox.js").Comment} */ (/** @type {unknown} */ (undefined));
    this.moderation = /** @type {import("./moderation.js").Moderation} */ (/** @type {unknown} */ (undefined));
    this.asks = false;
    this.typed = "";
    /** @type {unknown} */
    this.fault = undefined;
    /** @type {number | undefined} */
    this.erased = undefined;
    this.busy = false;
  }

  get isSure() {
    return this.typed.trim().toLowerCase() === this.comment.email.toLowerCase();
  }

  async ask() {
    this.asks = true;
    await this.updateComplete;
    this.querySelector("input")?.focus();
  }

  /** @param {Event} event */
  async erase(event) {
    event.preventDefault();
    if (!this.isSure) return;
    const { email } = this.comment;
    this.busy = true;
    this.fault = undefined;
    try {
      // A request erases some hundreds at most, and says whether more may be left.
      for (let more = true; more; ) {
        const { body } = await this.desk.api.post("/api/comments/erasures", { email });
        this.erased = (this.erased ?? 0) + body.erased;
        more = body.more;
      }
      this.asks = false;
      const theirs = [...this.moderation.queue.entries.values()].map((entry) => entry.comment).filter((comment) => comment.email.toLowerCase() === email.toLowerCase());
      this.moderation.tell(say("moderate.erase.done", this.erased ?? 0));
      this.moderation.gone(theirs);
    } catch (fault) {
      this.fault = fault;
    }
    this.busy = false;
  }

  render() {
    const wrong = this.fault ? messageOf(this.fault, { passing: "moderate.passing" }) : "";
    return html`
      <p class="hint">${say("moderate.erase.hint", this.comment.email)}</p>
      ${this.asks ? this.form() : html`<button type="button" class="danger" @click=${this.ask}>${say("moderate.erase")}</button>`}
      ${wrong ? html`<p class="wrong" role="alert">${wrong} ${this.erased ? say("moderate.erase.some", this.erased) : ""}</p>` : nothing}
    `;
  }

  form() {
    return html`<form @submit=${this.erase}>
      <label for="erase-email">${say("moderate.erase.type", this.comment.email)}</label>
      <input id="erase-email" dir="ltr" autocomplete="off" .value=${this.typed} @input=${(/** @type {Event & {currentTarget: HTMLInputElement}} */ event) => (this.typed = event.currentTarget.value)} />
      <p class="row">
        <button class="danger" ?disabled=${this.busy || !this.isSure}>${say("moderate.erase.sure")}</button>
        <button type="button" @click=${() => (this.asks = false)}>${say("moderate.cancel")}</button>
      </p>
    </form>`;
  }
}

customElements.define("erase-form", EraseForm);
