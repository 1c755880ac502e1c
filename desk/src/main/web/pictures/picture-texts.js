import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { count, fits } from "../shell/count.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { addressAt } from "./library.js";
import { recall, remember } from "./texts.js";
import "./focus-point.js";

/** Large enough to find a face in, small enough to load at once. */
const WIDTH = 640;

/** The texts, with their limits among those of articles. @type {{name: "alt" | "caption" | "credit", limit: string, rows: number}[]} */
const FIELDS = [
  { name: "alt", limit: "alt", rows: 2 },
  { name: "caption", limit: "caption", rows: 2 },
  { name: "credit", limit: "line", rows: 1 },
];

/**
 * What a picture shows, who made it, and what its cuts keep. `picture` is a {@link import("./uploads.js").Media} that is
 * ready; `check()` tells whether all is as it must be, and shows what is not.
 *
 * @fires remove when the person does not want the picture
 */
export class PictureTexts extends DeskElement {
  static properties = { ...DeskElement.properties, picture: { attribute: false }, texts: { state: true }, isChecked: { state: true } };

  constructor() {
    super();
    /** @type {import("./uploads.js").Media | undefined} */
    this.picture = undefined;
    /** @type {import("./texts.js").Texts} */
    this.texts = recall("");
    this.isChecked = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.texts = recall(this.picture?.mediaId ?? "");
  }

  /** What goes into an article. */
  get value() {
    const { alt, decoration, caption, credit, focus } = this.texts;
    return {
      mediaId: this.picture?.mediaId ?? "",
      alt: decoration ? "" : alt.trim(),
      ...(caption.trim() && { caption: caption.trim() }),
      ...(credit.trim() && { credit: credit.trim() }),
      ...(focus && { focus }),
    };
  }

  /** Whether it may be used; otherwise the first field that is wrong has the focus. */
  async check() {
    this.isChecked = true;
    await this.updateComplete;
    const wrong = /** @type {HTMLElement | null} */ (this.querySelector("[aria-invalid=true]"));
    wrong?.focus();
    return !wrong;
  }

  render() {
    const { picture, texts } = this;
    if (!picture) return nothing;
    const { width = 1, height = 1, filename } = picture;
    return html`<section class="picture-texts" aria-label=${filename}>
      <header class="row picture-name">
        <h3><bdi>${filename}</bdi></h3>
        <button type="button" @click=${() => this.dispatchEvent(new Event("remove"))}>${say("pictures.unchoose")}</button>
      </header>
      <focus-point .desk=${this.desk} .picture=${{ url: addressAt(picture, WIDTH) ?? "", width, height }} .value=${texts.focus}
        @change=${(/** @type {Event} */ event) => this.focused(event)}></focus-point>
      ${FIELDS.map((field) => this.field(field))}
    </section>`;
  }

  /** @param {typeof FIELDS[number]} field */
  field({ name, limit, rows }) {
    const most = this.desk.edition.limits.article[limit];
    const value = this.texts[name];
    const off = name === "alt" && this.texts.decoration;
    const wrong = off ? "" : this.wrong(name, value, most);
    const id = `${name}-${this.picture?.mediaId}`;
    const take = (/** @type {Event & {currentTarget: HTMLInputElement}} */ event) => this.give({ [name]: event.currentTarget.value });
    return html`<div class="field">
      <label for=${id}>${say(`pictures.${name}`)}</label>
      <textarea id=${id} rows=${rows} dir="auto" ?disabled=${off} aria-describedby="${id}-said" aria-required=${name === "alt" ? "true" : nothing}
        aria-invalid=${wrong ? "true" : nothing} .value=${live(value)} @input=${take}></textarea>
      <div id="${id}-said">
        <p class="hint">${say(`pictures.${name}.hint`)} <span class="number">${say("pictures.count", count(value), most)}</span></p>
        ${wrong ? html`<p class="wrong">${wrong}</p>` : nothing}
      </div>
      ${name === "alt"
        ? html`<label class="check"><input type="checkbox" .checked=${live(this.texts.decoration)}
            @change=${(/** @type {Event & {currentTarget: HTMLInputElement}} */ event) => this.give({ decoration: event.currentTarget.checked })} />
            ${say("pictures.decoration")}</label>`
        : nothing}
    </div>`;
  }

  /** @param {string} name @param {string} value @param {number} most */
  wrong(name, value, most) {
    if (!fits(value, most)) return say("pictures.tooLong", most);
    return name === "alt" && this.isChecked && !value.trim() ? say("pictures.alt.missing") : "";
  }

  /** @param {Event} event */
  focused(event) {
    const { value } = /** @type {import("./focus-point.js").FocusPoint} */ (event.currentTarget);
    this.give({ focus: value });
  }

  /** @param {Partial<import("./texts.js").Texts>} change */
  give(change) {
    this.texts = { ...this.texts, ...change };
    remember(this.picture?.mediaId ?? "", this.texts);
  }
}

customElements.define("picture-texts", PictureTexts);
