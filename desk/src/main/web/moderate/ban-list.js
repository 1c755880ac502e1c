import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { AreaElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";
import { keyOf } from "./outbox.js";
import "./person-comments.js";

/** @typedef {{articleId: string, commentId: string, by: "person" | "address", until: string, reason: string, bannedBy: string, bannedAt: string}} Ban */

/** The senders whose comments are rejected for now; a ban can be lifted. */
export class BanList extends AreaElement {
  static properties = { ...AreaElement.properties, bans: { state: true }, next: { state: true }, wrong: { state: true }, asked: { state: true }, opened: { state: true } };

  constructor() {
    super();
    /** @type {Ban[] | undefined} */
    this.bans = undefined;
    /** @type {string | undefined} */
    this.next = undefined;
    this.wrong = "";
    /** @type {Ban | undefined} the one that is to be lifted, if the person is sure */
    this.asked = undefined;
    /** @type {Set<Ban>} */
    this.opened = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.more();
  }

  async more() {
    try {
      // A part may hold nothing although more follows.
      do {
        const { body } = await this.desk.api.get("/api/comments/bans", { query: { limit: 100, cursor: this.next } });
        this.bans = [...(this.bans ?? []), ...body.items];
        this.next = body.next;
      } while (this.next && !this.bans.length);
      this.wrong = "";
    } catch (fault) {
      this.wrong = messageOf(fault, { passing: "moderate.passing" });
    }
  }

  /** @param {Ban} ban */
  async lift(ban) {
    const { articleId, commentId, by } = ban;
    try {
      await this.desk.api.delete("/api/comments/bans", { json: { articleId, commentId, by } });
      this.bans = this.bans?.filter((other) => other !== ban);
      this.wrong = "";
      this.desk.notify(say("moderate.bans.lifted"));
      /** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
    } catch (fault) {
      this.wrong = messageOf(fault, { passing: "moderate.passing" });
    }
    this.asked = undefined;
  }

  render() {
    return html`
      <header class="list-head">
        <h1 tabindex="-1">${say("moderate.bans")}</h1>
        <a href="#/moderate">${say("moderate.back")}</a>
      </header>
      <p class="hint">${say("moderate.bans.hint")}</p>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      ${!this.bans
        ? html`<p class="waiting" role="status">${say("moderate.loading")}</p>`
        : this.bans.length
          ? html`<ul class="list">${repeat(this.bans, (ban) => keyOf(ban) + ban.by, (ban) => this.line(ban))}</ul>`
          : html`<p class="empty">${say("moderate.bans.none")}</p>`}
      ${this.next ? html`<p><button type="button" @click=${this.more}>${say("moderate.person.more")}</button></p>` : nothing}
    `;
  }

  /** @param {Ban} ban */
  line(ban) {
    const { clock } = this.desk;
    return html`<li class="list-item ban">
      <p class="ban-reason" dir="auto">${ban.reason}</p>
      <p class="hint">
        <span class="badge">${say(`moderate.by.${ban.by}`)}</span>
        <time datetime=${ban.until}>${say("moderate.ban.until", clock.dateTime(ban.until))}</time>
        <span>${say("moderate.bans.by", ban.bannedBy, clock.dateTime(ban.bannedAt))}</span>
      </p>
      <details @toggle=${(/** @type {Event & {currentTarget: HTMLDetailsElement}} */ event) => event.currentTarget.open && (this.opened = new Set([...this.opened, ban]))}>
        <summary>${say("moderate.panel.person")}</summary>
        ${this.opened.has(ban) ? html`<person-comments .desk=${this.desk} .comment=${ban}></person-comments>` : nothing}
      </details>
      ${this.asked === ban
        ? html`<p class="row">
            <strong>${say("moderate.bans.sure")}</strong>
            <button type="button" class="main" @click=${() => this.lift(ban)}>${say("moderate.bans.lift")}</button>
            <button type="button" @click=${() => (this.asked = undefined)}>${say("moderate.cancel")}</button>
          </p>`
        : html`<button type="button" @click=${() => (this.asked = ban)}>${say("moderate.bans.lift")}</button>`}
    </li>`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("asked") && this.asked) /** @type {HTMLElement | null} */ (this.querySelector(".ban button.main"))?.focus();
  }
}

customElements.define("ban-list", BanList);
