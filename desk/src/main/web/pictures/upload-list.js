import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { digits, say } from "../words/words.js";
import { putFile } from "./put-file.js";
import { Uploads } from "./uploads.js";

/** @typedef {import("./uploads.js").Upload} Upload */

/**
 * Where files are dropped, pasted or chosen, and how far they are. `many` takes several.
 *
 * @fires uploaded `detail` is the picture, once it is ready
 */
export class UploadList extends DeskElement {
  static properties = { ...DeskElement.properties, many: { attribute: false }, isOver: { state: true } };

  constructor() {
    super();
    this.many = true;
    this.isOver = false;
    /** @type {Uploads | undefined} */
    this.uploads = undefined;
    this.stay = (/** @type {BeforeUnloadEvent} */ event) => this.uploads?.isBusy && event.preventDefault();
    this.onPaste = (/** @type {ClipboardEvent} */ event) => this.paste(event);
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeunload", this.stay);
    addEventListener("paste", this.onPaste);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeunload", this.stay);
    removeEventListener("paste", this.onPaste);
  }

  /** @param {Iterable<File>} files */
  add(files) {
    const world = { api: this.desk.api, put: putFile, wait: (/** @type {number} */ millis) => new Promise((done) => setTimeout(done, millis)) };
    this.uploads ??= new Uploads(world, () => this.changed());
    this.uploads.add(this.many ? files : [...files].slice(0, 1));
  }

  changed() {
    for (const upload of this.uploads?.all ?? []) {
      if (upload.state !== "ready" || !upload.media) continue;
      this.uploads?.drop(upload);
      this.desk.notify(say("pictures.uploaded", upload.media.filename));
      this.dispatchEvent(new CustomEvent("uploaded", { detail: upload.media }));
      return;
    }
    this.requestUpdate();
  }

  render() {
    const all = this.uploads?.all ?? [];
    return html`<div class="drop ${this.isOver ? "over" : ""}" @dragover=${this.over} @dragleave=${this.leave} @drop=${this.drop}>
        <label class="button main">${say(this.many ? "pictures.choose.many" : "pictures.choose")}
          <input class="unseen" type="file" accept=${this.accepted} ?multiple=${this.many} @change=${this.choose} /></label>
        <p class="hint">${say("pictures.drop")}</p>
      </div>
      ${all.length ? html`<ul class="uploads">${all.map((upload) => this.line(upload))}</ul>` : nothing}
      <p class="unseen" role="status">${this.told(all)}</p>`;
  }

  /** Telephones convert pictures for a form that takes only these. */
  get accepted() {
    return this.desk.edition.mediaTypes.join(",");
  }

  /** @param {Upload[]} all */
  told(all) {
    const wrong = all.filter(({ state }) => state === "refused" || state === "failed");
    return wrong.map((upload) => `${upload.file.name}: ${this.reason(upload)}`).join("\n");
  }

  /** @param {Upload} upload */
  line(upload) {
    const { file, state, part } = upload;
    const percent = Math.round(part * 100);
    return html`<li class="upload">
      <p class="upload-name"><bdi>${file.name}</bdi></p>
      ${upload.isOver
        ? html`<p class="wrong">${this.reason(upload)}</p>`
        : html`<label class="hint">${say(`pictures.state.${state}`, digits(percent))}
            <progress max="100" value=${state === "sending" ? percent : nothing}></progress></label>`}
      <p class="row">
        ${state === "failed" ? html`<button type="button" @click=${() => this.uploads?.retry(upload)}>${say("pictures.again")}</button>` : nothing}
        <button type="button" @click=${() => this.dropUpload(upload)}>${say(state === "waiting" || state === "sending" ? "pictures.cancelUpload" : "pictures.dismiss")}</button>
      </p>
    </li>`;
  }

  /** @param {Upload} upload */
  reason({ fault, media }) {
    if (media?.status === "refused") return media.reason ?? "";
    if (!fault) return say("pictures.removed");
    // What is wrong with a field says it all.
    if (fault instanceof Problem && fault.errors.length) return fault.errors.map(({ message }) => message).join(" ");
    return messageOf(fault);
  }

  /** @param {Upload} upload */
  dropUpload(upload) {
    this.uploads?.drop(upload);
    /** @type {HTMLElement | null} */ (this.querySelector("input"))?.focus();
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  choose({ currentTarget }) {
    this.add([...(currentTarget.files ?? [])]);
    // The same file can be chosen again.
    currentTarget.value = "";
  }

  /** @param {ClipboardEvent} event */
  paste(event) {
    const dialog = document.querySelector("dialog[open]");
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || (dialog && !dialog.contains(this))) return;
    event.preventDefault();
    this.add(files);
  }

  /** @param {DragEvent} event */
  over(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.isOver = true;
  }

  leave() {
    this.isOver = false;
  }

  /** @param {DragEvent} event */
  drop(event) {
    event.preventDefault();
    this.isOver = false;
    this.add([...(event.dataTransfer?.files ?? [])]);
  }
}

customElements.define("upload-list", UploadList);
