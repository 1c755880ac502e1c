import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import "./picture-grid.js";
import "./picture-texts.js";
import "./upload-list.js";

/**
 * @typedef {import("./uploads.js").Media} Media
 * @typedef {{mediaId: string, alt: string, caption?: string, credit?: string, focus?: import("./focus.js").Focus}} Picture
 */

/** Uploads or chooses pictures, and describes them. `done` is called once, with none if the person leaves. */
export class PictureDialog extends DeskElement {
  static properties = { ...DeskElement.properties, many: { attribute: false }, chosen: { state: true } };

  constructor() {
    super();
    this.many = true;
    /** @type {Media[]} */
    this.chosen = [];
    this.done = (/** @type {Picture[]} */ _pictures) => {};
    /** @type {File[]} */
    this.files = [];
  }

  firstUpdated() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    dialog.showModal();
    if (this.files.length) /** @type {import("./upload-list.js").UploadList} */ (this.querySelector("upload-list")).add(this.files);
  }

  get most() {
    return this.many ? this.desk.edition.limits.article.pictures : 1;
  }

  render() {
    const isFull = this.chosen.length >= this.most;
    return html`<dialog class="picture-dialog" aria-labelledby="picture-dialog-title" @close=${() => this.end([])}>
      <h2 id="picture-dialog-title">${say(this.many ? "pictures.pick.many" : "pictures.pick")}</h2>
      <upload-list .desk=${this.desk} .many=${this.many} @uploaded=${(/** @type {CustomEvent<Media>} */ { detail }) => this.uploaded(detail)}></upload-list>
      ${repeat(this.chosen, ({ mediaId }) => mediaId, (picture) => html`<picture-texts .desk=${this.desk} .picture=${picture} @remove=${() => this.toggle(picture)}></picture-texts>`)}
      <details ?open=${!this.files.length}>
        <summary>${say("pictures.library")}</summary>
        <picture-grid .desk=${this.desk} .onlyReady=${true} .chosen=${this.chosen.map(({ mediaId }) => mediaId)}
          @choose=${(/** @type {CustomEvent<Media>} */ { detail }) => this.toggle(detail)}></picture-grid>
      </details>
      <footer class="row picture-foot">
        <button type="button" class="main" ?disabled=${!this.chosen.length} @click=${this.use}>${say("pictures.use", this.chosen.length)}</button>
        <button type="button" @click=${this.close}>${say("pictures.cancel")}</button>
        <p class="hint" role="status">${isFull && this.many ? say("pictures.full", this.most) : this.chosen.length ? say("pictures.chosen", this.chosen.length) : nothing}</p>
      </footer>
    </dialog>`;
  }

  /** @param {Media} picture */
  uploaded(picture) {
    /** @type {import("./picture-grid.js").PictureGrid} */ (this.querySelector("picture-grid")).add(picture);
    this.choose(picture);
  }

  /** @param {Media} picture */
  toggle(picture) {
    if (this.chosen.some(({ mediaId }) => mediaId === picture.mediaId)) {
      this.chosen = this.chosen.filter(({ mediaId }) => mediaId !== picture.mediaId);
    } else {
      this.choose(picture);
    }
  }

  /** One takes the place of the other where one is wanted. @param {Media} picture */
  async choose(picture) {
    if (!this.many) this.chosen = [picture];
    else if (this.chosen.length < this.most) this.chosen = [...this.chosen, picture];
    await this.updateComplete;
    // Whoever chose one goes on with what it shows.
    if (this.chosen.length === 1) this.querySelector("picture-texts")?.scrollIntoView({ block: "nearest" });
  }

  async use() {
    const all = [.../** @type {NodeListOf<import("./picture-texts.js").PictureTexts>} */ (this.querySelectorAll("picture-texts"))];
    for (const texts of all) {
      if (!(await texts.check())) return;
    }
    this.end(all.map((texts) => texts.value));
  }

  close() {
    this.end([]);
  }

  /** @param {Picture[]} pictures */
  end(pictures) {
    const done = this.done;
    this.done = () => {};
    this.remove();
    done(pictures);
  }
}

customElements.define("picture-dialog", PictureDialog);
