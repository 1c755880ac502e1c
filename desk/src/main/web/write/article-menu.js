import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { messageOfAny } from "../shell/faults.js";
import { say } from "../words/words.js";
import { loadMenuDialog } from "./seams.js";

/** @typedef {import("./menu-dialog.js").MenuDialog} MenuDialog */

/**
 * What else can be done with an article.
 *
 * @fires copied the whole text is wanted on the clipboard
 * @fires moved `detail`: a receipt; the article has another status
 * @fires deleted
 */
export class ArticleMenu extends DeskElement {
  static properties = { ...DeskElement.properties, article: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./fields.js").Fields | undefined} the revision, as the API answers it; none while it is new */
    this.article = undefined;
  }

  render() {
    const { status, id, publishedAt, url } = this.article ?? {};
    const isOut = status === "published" || status === "scheduled";
    return html`
      <details class="menu" @keydown=${this.onKey} @focusout=${this.onLeave}>
        <summary class="button">${say("write.menu")}</summary>
        <ul>
          ${this.item("write.copyAll", () => this.dispatchEvent(new Event("copied")))}
          ${status === "published" && url ? html`<li><a href=${url} target="_blank" rel="noopener">${say("write.open")}</a></li>` : nothing}
          ${id ? this.item("write.link", (dialog) => dialog.ask("link")) : nothing}
          ${id ? this.item("write.duplicate", (dialog) => dialog.duplicate()) : nothing}
          ${isOut ? this.item("write.withdraw", (dialog) => dialog.ask("withdraw")) : nothing}
          ${status === "withdrawn" ? this.item("write.restore", (dialog) => dialog.restore()) : nothing}
          ${status === "draft" && !publishedAt ? this.item("write.delete", (dialog) => dialog.ask("delete")) : nothing}
        </ul>
      </details>
      <menu-dialog .desk=${this.desk} .article=${this.article}></menu-dialog>
    `;
  }

  /** @param {string} phrase @param {(dialog: MenuDialog) => void} act */
  item(phrase, act) {
    const choose = async () => {
      this.close();
      try {
        if (act.length) await loadMenuDialog();
        act(/** @type {MenuDialog} */ (this.querySelector("menu-dialog")));
      } catch (fault) {
        this.desk.notify(messageOfAny(fault));
      }
    };
    return html`<li><button type="button" @click=${choose}>${say(phrase)}</button></li>`;
  }

  close() {
    /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = false;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const details = /** @type {HTMLDetailsElement} */ (this.querySelector("details"));
    if (event.key !== "Escape" || !details.open) return;
    this.close();
    details.querySelector("summary")?.focus();
  }

  /** @param {FocusEvent & {currentTarget: HTMLElement}} event */
  onLeave(event) {
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) this.close();
  }
}

customElements.define("article-menu", ArticleMenu);
