import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { AreaElement } from "../shell/element.js";
import { Poll } from "../shell/poll.js";
import { say } from "../words/words.js";
import "./comment-panels.js";
import { commentView } from "./comment-view.js";
import { commandOf, isTyping, keysAreOn } from "./keys.js";
import "./keys-dialog.js";
import { Moderation } from "./moderation.js";
import { queueHead } from "./queue-head.js";
import { queueList, stateText } from "./queue-list.js";
import "./reject-dialog.js";
import { senderOf } from "./sender.js";

/** Seconds between two looks at what colleagues have decided and what has come in. */
const EVERY = 10;

/** The queue of comments: each is read, and decided by a button or a key. */
export class CommentQueue extends AreaElement {
  static properties = { ...AreaElement.properties, listed: { state: true } };

  constructor() {
    super();
    /** Whether a phone shows the list. */
    this.listed = false;
    /** @type {{status: import("./outbox.js").Status, flag: string}} */
    this.filters = { status: "pending", flag: "" };
    /** Whether the comment that is read gets the focus once it is shown. */
    this.goes = false;
    /** @type {string | undefined} the comment that was shown last */
    this.read = undefined;
    this.poll = new Poll(EVERY, async () => this.moderation?.look());
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.press(event);
    /** @type {Moderation | undefined} */
    this.moderation = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.moderation = new Moderation(this.desk, senderOf(this.desk), () => this.requestUpdate());
    this.moderation.start();
    document.addEventListener("keydown", this.onKey);
    this.poll.start();
    this.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.moderation?.stop();
    document.removeEventListener("keydown", this.onKey);
    this.poll.stop();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {string[] | undefined} */ (changed.get("parts"));
    if (before && before.join() !== this.parts.join()) this.begin();
  }

  /** Of `#/moderate/article/01J…`: only comments on this article. */
  get article() {
    return this.parts[0] === "article" ? this.parts[1] : undefined;
  }

  begin() {
    const { status, flag } = this.filters;
    this.moderation?.open(status, { article: this.article, flag: flag || undefined });
    this.moderation?.fill();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (!keysAreOn() || document.querySelector("dialog[open]")) return;
    const command = commandOf(event, isTyping(event.target));
    if (!command) return;
    event.preventDefault();
    this.goes = !["reject", "help"].includes(command);
    if (command === "approve") this.moderation?.decide("approve");
    else if (command === "refuse") this.moderation?.decide("reject");
    else if (command === "reject") this.ask();
    else if (command === "undo") this.moderation?.undo();
    else if (command === "help") this.help();
    else this.moderation?.move(command === "next" ? 1 : -1);
  }

  /** Asks why the comment is rejected. */
  ask() {
    const { queue } = this.moderation ?? {};
    if (!queue?.selected || queue.stateOf(queue.selected) === "elsewhere") return;
    const dialog = /** @type {import("./reject-dialog.js").RejectDialog} */ (this.querySelector("reject-dialog"));
    dialog.ask(queue.of(queue.selected).comment.name, (reason) => {
      this.goes = true;
      this.moderation?.decide("reject", reason);
    });
  }

  help() {
    /** @type {import("./keys-dialog.js").KeysDialog} */ (this.querySelector("keys-dialog")).show();
  }

  /** @param {string} key */
  choose(key) {
    this.listed = false;
    this.goes = true;
    this.moderation?.select(key);
  }

  updated() {
    const row = /** @type {HTMLElement | null} */ (this.querySelector('.queue-row[aria-current="true"]'));
    const list = this.querySelector(".queue-side");
    // Only the list moves, not the page.
    if (row && list) {
      const [above, below] = [row.offsetTop - list.scrollTop, row.offsetTop + row.offsetHeight - list.scrollTop - list.clientHeight];
      if (above < 0 || below > 0) list.scrollTop += above < 0 ? above : below;
    }
    const key = this.moderation?.queue.selected;
    const main = this.querySelector(".queue-main");
    // Each comment is read from its beginning, also on a phone.
    if (key !== this.read && main && main.getBoundingClientRect().top < 0) requestAnimationFrame(() => main.scrollIntoView({ block: "start" }));
    this.read = key;
    if (!this.goes) return;
    this.goes = false;
    const target = /** @type {HTMLElement | null} */ (this.querySelector(".comment-title, .queue-empty"));
    target?.focus({ preventScroll: true });
  }

  render() {
    if (!this.moderation) return nothing;
    const { queue, loader, wrong } = this.moderation;
    return html`
      ${queueHead(this, this.moderation)}
      ${wrong ? html`<p class="wrong" role="alert">${wrong} <button type="button" @click=${() => this.moderation?.fill()}>${say("desk.again")}</button></p>` : nothing}
      <div class="queue ${this.listed ? "is-listed" : ""}">
        <div class="queue-side">
          ${queueList(queue, this.desk, (key) => this.choose(key))}
          ${loader.isComplete ? nothing : html`<p class="hint">${say("moderate.more")}</p>`}
        </div>
        <div class="queue-main">${queue.selected ? this.comment(this.moderation, queue.selected) : this.empty(this.moderation)}</div>
      </div>
      <reject-dialog .desk=${this.desk}></reject-dialog>
      <keys-dialog .desk=${this.desk}></keys-dialog>
    `;
  }

  /** @param {Moderation} moderation */
  empty({ queue, loader }) {
    const text = !loader.parts.length ? "moderate.loading" : loader.isComplete ? `moderate.empty.${queue.status}` : "moderate.noneYet";
    return html`<p class="empty queue-empty" role="status" tabindex="-1">${say(text)}</p>`;
  }

  /**
   * @param {Moderation} moderation
   * @param {string} key
   */
  comment(moderation, key) {
    const { comment, note } = moderation.queue.of(key);
    const said = stateText(moderation.queue, key);
    const state = moderation.queue.stateOf(key);
    return html`
      <article class="comment" aria-label=${say("moderate.comment", comment.name)}>
        ${said ? html`<p class="comment-state is-${state}">${said} ${note?.message ?? ""}</p>` : nothing}
        ${keyed(key, commentView(comment, this.desk, this.ofArticle(comment)))}
        ${this.actions(moderation, state === "elsewhere")}
      </article>
      ${keyed(key, html`<comment-panels .desk=${this.desk} .comment=${comment} .moderation=${moderation}></comment-panels>`)}
    `;
  }

  /** @param {import("./outbox.js").Comment} comment */
  ofArticle({ articleId }) {
    if (this.article) return nothing;
    return html`<a class="hint" href="#/moderate/article/${articleId}">${say("moderate.ofArticle")}</a>`;
  }

  /**
   * @param {Moderation} moderation
   * @param {boolean} isDecided by a colleague
   */
  actions(moderation, isDecided) {
    const { status } = moderation.queue;
    return html`<div class="comment-actions" role="group" aria-label=${say("moderate.actions")}>
      ${status === "approved"
        ? nothing
        : html`<button type="button" class="main" ?disabled=${isDecided} @click=${() => moderation.decide("approve")}>${say("moderate.approve")}</button>`}
      ${status === "rejected" ? nothing : html`<button type="button" class="danger" ?disabled=${isDecided} @click=${this.ask}>${say("moderate.reject")}</button>`}
      ${status === "pending" ? nothing : html`<button type="button" ?disabled=${isDecided} @click=${() => moderation.decide("undo")}>${say("moderate.backToQueue")}</button>`}
      ${step("previous", "‹", () => moderation.move(-1))}
      ${step("next", "›", () => moderation.move(1))}
    </div>`;
  }
}

/**
 * A button that has room for its sign alone on a phone.
 *
 * @param {string} name
 * @param {string} sign
 * @param {() => void} go
 */
const step = (name, sign, go) =>
  html`<button type="button" class="step" @click=${go}><span class="step-sign" aria-hidden="true">${sign}</span><span class="step-name">${say(`moderate.${name}`)}</span></button>`;

customElements.define("comment-queue", CommentQueue);
