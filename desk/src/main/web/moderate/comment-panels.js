import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import "./ban-form.js";
import { historyView } from "./comment-view.js";
import "./erase-form.js";
import "./person-comments.js";
import "./reply-form.js";

/** What else can be known of a comment and done about it; each part is made when it is opened. */
export class CommentPanels extends DeskElement {
  static properties = { ...DeskElement.properties, comment: { attribute: false }, moderation: { attribute: false }, opened: { state: true } };

  constructor() {
    super();
    this.comment = /** @type {import("./outbox.js").Comment} */ (/** @type {unknown} */ (undefined));
    this.moderation = /** @type {import("./moderation.js").Moderation} */ (/** @type {unknown} */ (undefined));
    /** @type {Set<string>} */
    this.opened = new Set();
  }

  render() {
    const { desk, comment, moderation } = this;
    return html`<div class="panels">
      ${this.panel("history", historyView(comment, desk), comment.history.length)}
      ${this.panel("person", html`<person-comments .desk=${desk} .comment=${comment} .moderation=${moderation}></person-comments>`)}
      ${comment.status === "approved" ? this.panel("reply", html`<reply-form .desk=${desk} .comment=${comment} .moderation=${moderation}></reply-form>`) : nothing}
      ${this.panel("ban", html`<ban-form .desk=${desk} .comment=${comment}></ban-form>`)}
      ${this.panel("erase", html`<erase-form .desk=${desk} .comment=${comment} .moderation=${moderation}></erase-form>`)}
    </div>`;
  }

  /**
   * @param {string} name
   * @param {unknown} content
   * @param {number} [count]
   */
  panel(name, content, count) {
    const toggle = (/** @type {Event & {currentTarget: HTMLDetailsElement}} */ event) => {
      if (event.currentTarget.open) this.opened = new Set([...this.opened, name]);
    };
    return html`<details class="panel" @toggle=${toggle}>
      <summary>${say(`moderate.panel.${name}`)} ${count ? html`<span class="badge number">${count}</span>` : nothing}</summary>
      ${this.opened.has(name) ? html`<div class="panel-body">${content}</div>` : nothing}
    </details>`;
  }
}

customElements.define("comment-panels", CommentPanels);
