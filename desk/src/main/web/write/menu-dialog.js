import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import { messageOfAny } from "../shell/faults.js";
import { say } from "../words/words.js";

/** @typedef {"withdraw" | "delete" | "link"} Question */

/**
 * Does what the menu of an article offers, and asks first where that is needed.
 *
 * @fires moved `detail`: a receipt; the article has another status
 * @fires deleted
 */
export class MenuDialog extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    article: { attribute: false },
    asked: { state: true },
    link: { state: true },
    wrong: { state: true },
    isBusy: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./fields.js").Fields | undefined} the revision, as the API answers it; none while it is new */
    this.article = undefined;
    /** @type {Question | undefined} */
    this.asked = undefined;
    /** @type {{url: string, until: string} | undefined} */
    this.link = undefined;
    this.wrong = "";
    this.isBusy = false;
    /** The Idempotency-Key of a copy that was asked for and not heard of. @type {string | undefined} */
    this.key = undefined;
  }

  get path() {
    return `/api/articles/${this.article?.id}`;
  }

  get seen() {
    return { ifMatch: `"${this.article?.revision}"` };
  }

  render() {
    return html`<dialog aria-labelledby="menu-title" @close=${() => (this.asked = undefined)}>
        ${this.asked ? html`<h2 id="menu-title">${say(`write.${this.asked}`)}</h2>` : nothing}
        ${this.asked === "withdraw" ? this.withdrawal() : this.asked === "delete" ? this.deletion() : this.asked === "link" ? this.preview() : nothing}
        ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
    </dialog>`;
  }

  withdrawal() {
    const { reason, publicReason } = this.desk.edition.limits.article;
    return html`<form @submit=${this.withdraw}>
      <p>${say("write.withdraw.explain")}</p>
      <label class="field">${say("write.withdraw.reason")} <input name="reason" maxlength=${reason} dir="auto" autocomplete="off" /></label>
      <label class="field">${say("write.withdraw.publicReason")} <input name="publicReason" maxlength=${publicReason} dir="auto" autocomplete="off" /></label>
      ${this.buttons("write.withdraw", "danger")}
    </form>`;
  }

  deletion() {
    return html`<form @submit=${this.deleteDraft}>
      <p>${say("write.delete.explain")}</p>
      ${this.buttons("write.delete", "danger")}
    </form>`;
  }

  preview() {
    return html`<form @submit=${this.copyLink}>
      <p>${say("write.link.explain")}</p>
      ${this.link
        ? html`<label class="field">${say("write.link.address")} <input readonly dir="ltr" .value=${this.link.url} @focus=${select} /></label>
            <p class="hint">${say("write.link.until", this.desk.clock.dateTime(this.link.until))}</p>`
        : nothing}
      <p class="row">
        ${this.link ? html`<button class="main">${say("write.link.copy")}</button>` : nothing}
        <button type="button" class="danger" ?disabled=${this.isBusy} @click=${this.revoke}>${say("write.link.revoke")}</button>
        <button type="button" @click=${this.end}>${say("write.close")}</button>
      </p>
    </form>`;
  }

  /** @param {string} phrase @param {string} kind */
  buttons(phrase, kind) {
    return html`<p class="row">
      <button class=${kind} ?disabled=${this.isBusy}>${say(phrase)}</button>
      <button type="button" @click=${this.end}>${say("write.close")}</button>
    </p>`;
  }

  /** @param {Question} question */
  async ask(question) {
    this.asked = question;
    this.wrong = "";
    this.link = undefined;
    await this.updateComplete;
    /** @type {HTMLDialogElement} */ (this.querySelector("dialog")).showModal();
    if (question === "link") this.attempt(async () => (this.link = (await this.desk.api.post(`${this.path}/preview-link`, {})).body));
  }

  end() {
    /** @type {HTMLDialogElement} */ (this.querySelector("dialog")).close();
  }

  /** @param {SubmitEvent & {currentTarget: HTMLFormElement}} event */
  withdraw(event) {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, text]) => String(text).trim());
    this.attempt(async () => {
      const { body } = await this.desk.api.post(`${this.path}/withdraw`, Object.fromEntries(given), this.seen);
      this.end();
      this.dispatchEvent(new CustomEvent("moved", { bubbles: true, detail: body }));
    });
  }

  restore() {
    this.attempt(async () => {
      const { body } = await this.desk.api.post(`${this.path}/restore`, {}, this.seen);
      this.dispatchEvent(new CustomEvent("moved", { bubbles: true, detail: body }));
    });
  }

  /** @param {Event} event */
  deleteDraft(event) {
    event.preventDefault();
    this.attempt(async () => {
      await this.desk.api.delete(this.path, this.seen);
      this.end();
      this.dispatchEvent(new Event("deleted", { bubbles: true }));
    });
  }

  duplicate() {
    this.key ??= crypto.randomUUID();
    this.attempt(async () => {
      const { body } = await this.desk.api.post(`${this.path}/duplicate`, {}, { idempotencyKey: this.key });
      this.key = undefined;
      location.hash = `#/write/${body.id}`;
      this.desk.notify(say("write.duplicated"));
    });
  }

  /** @param {Event} event */
  async copyLink(event) {
    event.preventDefault();
    await navigator.clipboard.writeText(this.link?.url ?? "");
    this.desk.notify(say("write.copied"));
  }

  revoke() {
    this.attempt(async () => {
      await this.desk.api.delete(`${this.path}/preview-link`);
      this.end();
      this.desk.notify(say("write.link.revoked"));
    });
  }

  /** @param {() => Promise<unknown>} act */
  async attempt(act) {
    this.isBusy = true;
    this.wrong = "";
    try {
      await act();
    } catch (fault) {
      const stale = fault instanceof Problem && fault.status === 412;
      this.wrong = stale ? say("write.stale") : messageOfAny(fault);
      if (!this.asked) this.desk.notify(this.wrong);
    } finally {
      this.isBusy = false;
    }
  }
}

/** @param {Event & {currentTarget: HTMLInputElement}} event */
const select = (event) => event.currentTarget.select();

customElements.define("menu-dialog", MenuDialog);
