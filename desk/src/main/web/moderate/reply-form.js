import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import { messageAt, messageOf } from "../shell/faults.js";
import { Kept } from "../shell/kept.js";
import { say } from "../words/words.js";
import { isWritten, textField } from "./field.js";

const PATH = "/api/comments/replies";

/** The newspaper's reply to a comment that is shown. What is written stays in the browser until it is sent. */
export class ReplyForm extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    comment: { attribute: false },
    moderation: { attribute: false },
    text: { state: true },
    fault: { state: true },
    done: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.comment = /** @type {import("./outbox.js").Comment} */ (/** @type {unknown} */ (undefined));
    this.moderation = /** @type {import("./moderation.js").Moderation} */ (/** @type {unknown} */ (undefined));
    /** @type {string | undefined} what is written and not sent */
    this.text = undefined;
    /** @type {unknown} */
    this.fault = undefined;
    this.done = "";
    this.busy = false;
    /** @type {Kept<string> | undefined} */
    this.kept = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.kept ??= new Kept(`reply/${this.comment.commentId}`, this.desk.session.name);
    this.text ??= this.kept.read();
  }

  get limit() {
    return this.desk.edition.limits.comment.body;
  }

  /** @param {string} text */
  write(text) {
    this.text = text;
    this.done = "";
    this.kept?.write(text);
  }

  /** @param {Event} event */
  send(event) {
    event.preventDefault();
    const body = (this.text ?? "").trim();
    this.ask(this.comment.reply ? "PUT" : "POST", { body }, "moderate.reply.sent");
  }

  withdraw() {
    this.ask("DELETE", {}, "moderate.reply.withdrawn");
  }

  /**
   * @param {"POST" | "PUT" | "DELETE"} method
   * @param {{body?: string}} said
   * @param {string} done
   */
  async ask(method, said, done) {
    const { articleId, commentId, revision } = this.comment;
    const seen = method === "POST" ? {} : { revision };
    this.busy = true;
    try {
      await this.desk.api.send(method, PATH, { json: { articleId, commentId, ...seen, ...said } });
      this.text = undefined;
      this.fault = undefined;
      this.done = say(done);
      this.kept?.write(undefined);
      await this.moderation.readAgain([this.comment]);
    } catch (fault) {
      this.fault = fault;
      // A colleague has replied, edited or decided meanwhile: that is shown, and what is written stays.
      if (fault instanceof Problem && [409, 412].includes(fault.status)) await this.moderation.readAgain([this.comment]);
    }
    this.busy = false;
  }

  render() {
    const { reply } = this.comment;
    const text = this.text ?? reply?.body ?? "";
    const wrong = this.fault ? messageOf(this.fault, { shown: ["body"], passing: "moderate.passing" }) : "";
    const same = text.trim() === (reply?.body ?? "").trim();
    return html`<form @submit=${this.send}>
      ${textField({
        name: "reply-text",
        label: say("moderate.reply.text"),
        hint: say("moderate.reply.hint", this.desk.edition.name),
        value: text,
        limit: this.limit,
        rows: 5,
        wrong: messageAt(this.fault, "body"),
        onInput: (value) => this.write(value),
      })}
      ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
      <p role="status">${this.done}</p>
      <button class="main" ?disabled=${this.busy || same || !isWritten(text, this.limit)}>${say(reply ? "moderate.reply.edit" : "moderate.reply.send")}</button>
      ${reply ? html`<button type="button" class="danger" ?disabled=${this.busy} @click=${this.withdraw}>${say("moderate.reply.withdraw")}</button>` : nothing}
    </form>`;
  }
}

customElements.define("reply-form", ReplyForm);
