import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import "../shell/page-frame.js";
import { say } from "../words/words.js";
import { previewOf } from "./draft-fields.js";
import { messageOf } from "./fault.js";

/** How long after the last change the page is asked for, in milliseconds. */
const PAUSE = 350;

/** The windows in which it is shown, in pixels: a phone and a screen. */
const WIDTHS = [360, 1280];

/** The page of an article as it would be with the present fields, beside the text. Who shows it sets `article`. */
export class ArticlePreview extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    article: { attribute: false },
    width: { state: true },
    wrong: { state: true },
    waits: { state: true },
  };

  constructor() {
    super();
    /** @type {Record<string, any>} */
    this.article = {};
    this.width = WIDTHS[0];
    this.wrong = "";
    this.waits = false;
    /** What the page was made of that is shown or asked for. */
    this.sent = "";
    this.page = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sent = "";
    this.later(0);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
    this.pause = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("article")) this.later(PAUSE);
  }

  /** @param {number} pause */
  later(pause) {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.look(), pause);
  }

  /** Asks for the page, unless it is shown already. One request is in flight; what changes meanwhile is asked for next. */
  async look() {
    if (!this.isConnected || !this.desk || this.waits) return;
    const fields = previewOf(this.article, this.article.publishAt);
    const now = JSON.stringify(fields);
    if (now === this.sent || !this.article.headline) return;
    this.sent = now;
    this.waits = true;
    try {
      const { body } = await this.desk.api.post("/api/articles/preview", fields);
      this.wrong = "";
      this.frame?.show(body);
    } catch (fault) {
      this.wrong = messageOf(fault);
      // A problem stays until something is changed; what failed on the way is asked for again.
      if (!(fault instanceof Problem)) this.sent = "";
    } finally {
      this.waits = false;
      if (JSON.stringify(previewOf(this.article, this.article.publishAt)) !== this.sent) this.later(this.wrong ? 5000 : PAUSE);
    }
  }

  get frame() {
    return /** @type {import("../shell/page-frame.js").PageFrame | null} */ (this.querySelector("page-frame"));
  }

  render() {
    return html`<section class="article-preview" aria-label=${say("publish.preview")}>
      <div class="row preview-head" role="group" aria-label=${say("publish.preview.width")}>
        ${WIDTHS.map((width) => html`<button type="button" aria-pressed=${this.width === width} @click=${() => (this.width = width)}>
          ${say(`publish.preview.${width}`)}</button>`)}
        <span class="hint" aria-hidden="true">${this.waits ? say("publish.preview.waits") : nothing}</span>
      </div>
      ${this.article.headline ? nothing : html`<p class="hint">${say("publish.preview.headline")}</p>`}
      <p class="wrong" role="status">${this.wrong ? html`${say("publish.preview.old")} ${this.wrong}` : nothing}</p>
      <page-frame .label=${say("publish.preview")} .width=${this.width}></page-frame>
    </section>`;
  }
}

customElements.define("article-preview", ArticlePreview);
