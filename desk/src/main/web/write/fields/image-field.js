import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { say } from "../../words/words.js";
import { pickPictures } from "../seams.js";
import { GroupField } from "./field.js";

/** The texts of a picture, with their limits. */
const TEXTS = [
  { name: "alt", phrase: "write.image.alt", limit: "alt" },
  { name: "caption", phrase: "write.image.caption", limit: "caption" },
  { name: "credit", phrase: "write.image.credit", limit: "line" },
];

/** The picture at the article's head, with its texts. */
class ImageField extends GroupField {
  static properties = { ...GroupField.properties, address: { state: true } };

  constructor() {
    super();
    this.address = "";
    this.shown = "";
  }

  updated() {
    const id = this.value?.mediaId ?? "";
    if (id === this.shown) return;
    this.shown = id;
    this.address = "";
    if (id) this.look(id);
  }

  /** @param {string} id */
  async look(id) {
    try {
      const { body } = await this.desk.api.get(`/api/media/${id}`);
      if (this.shown === id) this.address = body.renditions?.[0]?.url ?? "";
    } catch {
      // Its texts can be written without it.
    }
  }

  control() {
    return html`
      ${this.value ? this.picture() : html`<p class="hint">${say("write.image.none")}</p>`}
      <p class="row">
        <button type="button" data-after @click=${this.pick}>${say(this.value ? "write.image.replace" : "write.image.choose")}</button>
        ${this.value ? html`<button type="button" @click=${this.removePicture}>${say("write.image.remove")}</button>` : nothing}
      </p>
    `;
  }

  picture() {
    return html`
      ${this.address ? html`<img class="lead" src=${this.address} alt=${this.value.alt} />` : nothing}
      ${TEXTS.map(({ name, phrase, limit }) => {
        const text = this.value[name] ?? "";
        const most = this.desk.edition.limits.article[limit];
        return html`<label>${say(phrase)} ${this.counter(text, most)}
          <input dir=${this.directionOf(text)} autocomplete="off" .value=${live(text)} @input=${(/** @type {Event & {currentTarget: HTMLInputElement}} */ event) =>
            this.put(name, event.currentTarget.value)} />
        </label>`;
      })}
    `;
  }

  /** @param {string} name @param {string} text */
  put(name, text) {
    const { [name]: _, ...rest } = this.value;
    // A picture without a description says that it is decoration.
    this.give(text || name === "alt" ? { ...rest, [name]: text } : rest);
  }

  async pick() {
    const [picture] = await pickPictures(this.desk, { many: false });
    if (picture) this.give(picture);
  }

  removePicture() {
    this.give(undefined);
    this.focusAfter();
  }
}

customElements.define("image-field", ImageField);
