import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { messageAt, messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";
import { isWritten, textField } from "./field.js";

const DAY = 24 * 60 * 60 * 1000;

/** How long a ban may be chosen to last, in days. */
const LENGTHS = [1, 3, 7, 30, 90, 365];

/** Bans the sender of a comment for a time. */
export class BanForm extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    comment: { attribute: false },
    days: { state: true },
    reason: { state: true },
    fault: { state: true },
    done: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.comment = /** @type {import("./outbox.js").Comment} */ (/** @type {unknown} */ (undefined));
    /** @type {"person" | "address"} */
    this.by = "person";
    this.days = 7;
    this.reason = "";
    /** @type {unknown} */
    this.fault = undefined;
    this.done = "";
    this.busy = false;
  }

  get limit() {
    return this.desk.edition.limits.comment.reason;
  }

  get until() {
    return new Date(Date.now() + this.days * DAY);
  }

  /** @param {SubmitEvent} event */
  async ban(event) {
    event.preventDefault();
    const { articleId, commentId } = this.comment;
    this.by = /** @type {"person" | "address"} */ (new FormData(/** @type {HTMLFormElement} */ (event.target)).get("ban-by"));
    this.busy = true;
    try {
      const { body } = await this.desk.api.post("/api/comments/bans", { articleId, commentId, by: this.by, until: this.until.toISOString(), reason: this.reason.trim() });
      this.done = say("moderate.ban.done", this.desk.clock.dateTime(body.until));
      this.reason = "";
      this.fault = undefined;
    } catch (fault) {
      this.fault = fault;
    }
    this.busy = false;
  }

  render() {
    const wrong = this.fault ? messageOf(this.fault, { shown: ["reason", "until"], passing: "moderate.passing" }) : "";
    return html`<form @submit=${this.ban}>
      <p class="hint">${say("moderate.ban.hint")}</p>
      <fieldset>
        <legend>${say("moderate.ban.by")}</legend>
        <label class="check"><input type="radio" name="ban-by" value="person" checked /> ${say("moderate.by.person")} <bdi class="hint">${this.comment.email}</bdi></label>
        <label class="check"><input type="radio" name="ban-by" value="address" /> ${say("moderate.by.address")}</label>
      </fieldset>
      <label class="field"
        >${say("moderate.ban.length")}
        <select @change=${(/** @type {Event & {currentTarget: HTMLSelectElement}} */ event) => (this.days = Number(event.currentTarget.value))}>
          ${LENGTHS.map((days) => html`<option value=${days} ?selected=${days === this.days}>${say("moderate.days", days)}</option>`)}
        </select>
        <span class="hint">${say("moderate.ban.until", this.desk.clock.dateTime(this.until))}</span>
        ${messageAt(this.fault, "until") ? html`<span class="wrong">${messageAt(this.fault, "until")}</span>` : nothing}
      </label>
      ${textField({ name: "ban-reason", label: say("moderate.ban.reason"), value: this.reason, limit: this.limit, wrong: messageAt(this.fault, "reason"), onInput: (value) => (this.reason = value) })}
      ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
      <p role="status">${this.done}</p>
      <button class="danger" ?disabled=${this.busy || !isWritten(this.reason, this.limit)}>${say("moderate.ban")}</button>
      <a href="#/bans">${say("moderate.bans")}</a>
    </form>`;
  }
}

customElements.define("ban-form", BanForm);
