import { html, nothing } from "lit";
import "../shell/page-frame.js";
import { say } from "../words/words.js";
import { AskingElement } from "./asking-element.js";
import { previewOf } from "./draft-fields.js";

/** How long after the last change the page is asked for, in milliseconds. */
const PAUSE = 350;

/** The windows in which it is shown, in pixels: a phone and a screen. */
const WIDTHS = [360, 1280];

/** The page of an article as it would be with the present fields, beside the text. */
export class ArticlePreview extends AskingElement {
  static properties = { ...AskingElement.properties, width: { state: true } };

  constructor() {
    super();
    this.width = WIDTHS[0];
  }

  connectedCallback() {
    super.connectedCallback();
    // The page that was shown is gone.
    this.sent = "";
  }

  get pause() {
    return PAUSE;
  }

  get fields() {
    return this.article.headline ? previewOf(this.article, this.article.publishAt) : undefined;
  }

  /** @param {Record<string, any>} fields */
  async ask(fields) {
    const { body } = await this.desk.api.post("/api/articles/preview", fields);
    this.frame?.show(body);
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
