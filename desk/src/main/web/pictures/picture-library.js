import { html, nothing } from "lit";
import { AreaElement } from "../shell/element.js";
import { digits, say } from "../words/words.js";
import { addressAt } from "./library.js";
import "./picture-grid.js";
import "./upload-list.js";

/** @typedef {import("./uploads.js").Media} Media */

const WIDTH = 960;

/** All pictures of the newspaper, and the way in for new ones. */
export class PictureLibrary extends AreaElement {
  static properties = { ...AreaElement.properties, shown: { state: true } };

  constructor() {
    super();
    /** @type {Media | undefined} */
    this.shown = undefined;
  }

  get grid() {
    return /** @type {import("./picture-grid.js").PictureGrid} */ (this.querySelector("picture-grid"));
  }

  render() {
    return html`<h1>${say("pictures.title")}</h1>
      <upload-list .desk=${this.desk} @uploaded=${(/** @type {CustomEvent<Media>} */ { detail }) => this.grid.add(detail)}></upload-list>
      <picture-grid .desk=${this.desk} @choose=${(/** @type {CustomEvent<Media>} */ { detail }) => this.show(detail)}></picture-grid>
      <dialog aria-labelledby="picture-shown" @close=${() => (this.shown = undefined)}>${this.shown ? this.details(this.shown) : nothing}</dialog>`;
  }

  /** @param {Media} picture */
  async show(picture) {
    this.shown = picture;
    await this.updateComplete;
    /** @type {HTMLDialogElement} */ (this.querySelector(":scope > dialog")).showModal();
  }

  /** @param {Media} picture */
  details(picture) {
    const { filename, createdAt, width, height, reason, mediaId } = picture;
    const address = addressAt(picture, WIDTH);
    const uses = this.grid.library?.usesOf(mediaId) ?? [];
    return html`<h2 id="picture-shown"><bdi>${filename}</bdi></h2>
      ${address ? html`<img class="picture-large" src=${address} alt=${uses.find(({ alt }) => alt)?.alt ?? ""} />` : nothing}
      ${reason ? html`<p class="wrong">${reason}</p>` : nothing}
      <p class="hint">
        <time datetime=${createdAt}>${this.desk.clock.dateTime(createdAt)}</time>
        ${width && height ? html`· <bdi>${digits(width)} × ${digits(height)}</bdi>` : nothing}
      </p>
      ${uses.length
        ? html`<h3>${say("pictures.uses")}</h3>
            <ul>${uses.map(({ id, headline, alt }) => html`<li><a href="#/write/${id}"><bdi>${headline}</bdi></a>${alt ? html`<p class="hint" dir="auto">${alt}</p>` : nothing}</li>`)}</ul>`
        : html`<p class="hint">${say("pictures.uses.none")}</p>`}
      <button type="button" @click=${(/** @type {Event & {currentTarget: HTMLElement}} */ { currentTarget }) => currentTarget.closest("dialog")?.close()}>${say("pictures.close")}</button>`;
  }
}

customElements.define("picture-library", PictureLibrary);
