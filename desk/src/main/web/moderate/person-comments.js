import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";
import { keyOf } from "./outbox.js";

/** @typedef {import("./outbox.js").Comment} Comment */

/** Everything else that the sender of a comment has written, newest first. */
export class PersonComments extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    comment: { attribute: false },
    moderation: { attribute: false },
    items: { state: true },
    next: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    /** @type {{articleId: string, commentId: string}} the comment, or the one that a ban names */
    this.comment = { articleId: "", commentId: "" };
    /** @type {import("./moderation.js").Moderation | undefined} without it nothing is to be decided */
    this.moderation = undefined;
    /** @type {Comment[] | undefined} */
    this.items = undefined;
    /** @type {string | undefined} */
    this.next = undefined;
    this.wrong = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.more();
  }

  async more() {
    const { articleId, commentId } = this.comment;
    try {
      const { body } = await this.desk.api.get("/api/comments", { query: { article: articleId, person: commentId, limit: 50, cursor: this.next } });
      this.items = [...(this.items ?? []), ...body.items];
      this.next = body.next;
      this.wrong = "";
    } catch (fault) {
      this.wrong = messageOf(fault, { passing: "moderate.passing" });
    }
  }

  /** Those that wait for a decision. */
  get pending() {
    const waiting = this.moderation?.sender.outbox.waiting;
    return (this.items ?? []).filter((item) => item.status === "pending" && !waiting?.has(keyOf(item)));
  }

  render() {
    if (this.wrong) return html`<p class="wrong" role="alert">${this.wrong} <button type="button" @click=${this.more}>${say("desk.again")}</button></p>`;
    if (!this.items) return html`<p class="hint" role="status">${say("moderate.loading")}</p>`;
    const pending = this.pending.length;
    return html`
      ${this.moderation && pending > 1 ? html`<p><button type="button" class="danger" @click=${this.rejectAll}>${say("moderate.person.rejectAll", pending)}</button></p>` : nothing}
      <ul class="list person-list">
        ${this.items.map((item) => this.line(item))}
      </ul>
      ${this.next ? html`<button type="button" @click=${this.more}>${say("moderate.person.more")}</button>` : nothing}
    `;
  }

  /** @param {Comment} item */
  line(item) {
    const { clock } = this.desk;
    return html`<li class="list-item">
      <p class="hint">
        <span class="badge is-${item.status}">${say(`moderate.status.${item.status}`)}</span>
        <time datetime=${item.submittedAt}>${clock.dateTime(item.submittedAt)}</time>
        ${keyOf(item) === keyOf(this.comment) ? html`<strong>${say("moderate.person.this")}</strong>` : nothing}
      </p>
      <details>
        <summary><bdi>${item.name}</bdi>: <bdi>${item.title}</bdi></summary>
        <div class="comment-body" dir="auto">${item.body}</div>
        <p class="hint">${say("moderate.on")} <bdi>${item.article?.headline}</bdi></p>
      </details>
    </li>`;
  }

  /** Each goes the way of every decision: it can be undone for four seconds. */
  rejectAll() {
    this.moderation?.rejectAll(this.pending, say("moderate.reason.spam"));
    this.requestUpdate();
  }
}

customElements.define("person-comments", PersonComments);
