import { html, nothing } from "lit";
import { AreaElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { messageOf } from "./fault.js";
import { mended, valueAt } from "./findings.js";
import { writtenOf } from "./draft-fields.js";
import "./article-preview.js";
import "./article-revisions.js";
import "./copy-desk.js";
import "./publish-sheet.js";

/** @typedef {"preview" | "check" | "revisions"} View */

/** @type {View[]} */
const VIEWS = ["preview", "check", "revisions"];

/** Reads an article before it goes out, without the editor: `#/review/<id>`. */
export class ArticleReview extends AreaElement {
  static properties = {
    ...AreaElement.properties,
    article: { state: true },
    receipts: { state: true },
    view: { state: true },
    isMended: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    /** @type {Record<string, any> | undefined} */
    this.article = undefined;
    /** @type {Record<number, import("./receipt.js").Receipt>} */
    this.receipts = {};
    /** @type {View} */
    this.view = "preview";
    /** Whether slips were mended here that no revision has yet. */
    this.isMended = false;
    this.wrong = "";
    /** @type {string | undefined} */
    this.tag = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("parts")) this.read();
  }

  async read() {
    try {
      const { body, etag } = await this.desk.api.get(`/api/articles/${this.parts[0]}`);
      this.article = body;
      this.tag = etag ?? undefined;
      this.isMended = false;
      this.wrong = "";
    } catch (fault) {
      this.wrong = messageOf(fault);
    }
  }

  /**
   * Makes a revision of what is shown.
   *
   * @param {string} status
   * @param {Record<string, any>} extra
   * @returns {Promise<import("./receipt.js").Receipt>}
   */
  async save(status, extra) {
    const { coverage, corrections, ...fields } = writtenOf(/** @type {Record<string, any>} */ (this.article));
    const revision = { ...fields, ...(fields.kind === "live" ? { coverage } : {}), status, ...extra };
    const { body } = await this.desk.api.put(`/api/articles/${this.parts[0]}`, revision, { ifMatch: this.tag });
    this.receipts = { ...this.receipts, [body.revision]: body };
    await this.read();
    return body;
  }

  render() {
    const { article } = this;
    if (!article) return this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : html`<p class="waiting" role="status">${say("articles.waiting")}</p>`;
    return html`
      <header class="list-head">
        <h1><bdi>${article.headline}</bdi></h1>
        <p class="row">
          <span class="badge status-${article.status}">${say(`articles.status.${article.status}`)}</span>
          <a class="button" href="#/write/${article.id}">${say("publish.review.write")}</a>
          <button type="button" class="main" @click=${this.publish}>${say("publish.review.publish")}</button>
        </p>
      </header>
      <p class="wrong" role="alert">${this.wrong}</p>
      <div class="row preview-head" role="group" aria-label=${say("publish.review")}>
        ${VIEWS.map((view) => html`<button type="button" aria-pressed=${this.view === view} @click=${() => (this.view = view)}>${say(`publish.review.${view}`)}</button>`)}
        ${this.isMended && article.status !== "published" ? html`<button type="button" class="main" @click=${this.keep}>${say("publish.review.save")}</button>` : nothing}
        ${this.isMended ? html`<span class="hint" role="status">${say("publish.review.mended")}</span>` : nothing}
      </div>
      <div class="review-view" @fix=${this.fix} @restored=${this.read}>${this.shown(article)}</div>
      <publish-sheet .desk=${this.desk} .article=${article} @show-field=${this.write}
        .save=${(/** @type {string} */ status, /** @type {Record<string, any>} */ extra) => this.save(status, extra)}></publish-sheet>
    `;
  }

  /** @param {Record<string, any>} article */
  shown(article) {
    if (this.view === "check") return html`<copy-desk .desk=${this.desk} .article=${article}></copy-desk>`;
    if (this.view === "revisions") return html`<article-revisions .desk=${this.desk} .article=${article} .receipts=${this.receipts}></article-revisions>`;
    return html`<article-preview .desk=${this.desk} .article=${article}></article-preview>`;
  }

  publish() {
    /** @type {import("./publish-sheet.js").PublishSheet} */ (this.querySelector("publish-sheet")).open();
  }

  write() {
    location.hash = `#/write/${this.parts[0]}`;
  }

  /** @param {CustomEvent} event */
  fix({ detail }) {
    if (!this.article || valueAt(this.article, detail.field) !== detail.value) return;
    this.article = mended(this.article, detail);
    this.isMended = true;
  }

  async keep() {
    try {
      const { status, publishAt } = /** @type {Record<string, any>} */ (this.article);
      const { revision } = await this.save(status === "scheduled" ? status : "draft", status === "scheduled" ? { publishAt } : {});
      this.desk.notify(say("publish.review.saved", revision));
    } catch (fault) {
      this.wrong = messageOf(fault);
    }
  }
}

customElements.define("article-review", ArticleReview);
