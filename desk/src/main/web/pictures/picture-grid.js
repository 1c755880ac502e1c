import { html, nothing } from "lit";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { addressAt, Library } from "./library.js";

/** @typedef {import("./uploads.js").Media} Media */

/** Milliseconds after the last key until a search begins. */
const PAUSE = 300;

/** The width at which pictures of the grid are shown on a good screen. */
const WIDTH = 320;

/**
 * The library: pictures, newest first, with a search. `chosen` are the ids of those that are pressed; `onlyReady` leaves out
 * those that were refused.
 *
 * @fires choose `detail` is the picture that was pressed
 */
export class PictureGrid extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    chosen: { attribute: false },
    onlyReady: { attribute: false },
    query: { state: true },
    isReading: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    /** @type {string[] | undefined} */
    this.chosen = undefined;
    this.onlyReady = false;
    this.query = "";
    this.isReading = false;
    this.wrong = "";
    /** @type {Library | undefined} */
    this.library = undefined;
    /** @type {AbortController | undefined} */
    this.searching = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.library ??= new Library(this.desk.api);
    if (!this.library.pictures.length) this.read(() => this.library?.more());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.later);
    this.searching?.abort();
  }

  /** @param {Media} picture */
  add(picture) {
    this.library?.add(picture);
    this.requestUpdate();
  }

  /** @param {() => Promise<void> | undefined} reading */
  async read(reading) {
    this.isReading = true;
    try {
      await reading();
      this.wrong = "";
    } catch (fault) {
      this.wrong = messageOf(fault);
    }
    this.isReading = false;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  type({ currentTarget }) {
    this.query = currentTarget.value;
    clearTimeout(this.later);
    this.later = setTimeout(() => this.search(), PAUSE);
  }

  search() {
    this.searching?.abort();
    const { signal } = (this.searching = new AbortController());
    if (this.query.trim()) this.read(() => this.library?.search(this.query, signal, () => this.requestUpdate()));
  }

  more() {
    if (this.query.trim()) this.search();
    else this.read(() => this.library?.more());
  }

  render() {
    const library = this.library;
    if (!library) return nothing;
    const found = library.find(this.query).filter(({ status }) => !this.onlyReady || status === "ready");
    return html`<form role="search" class="picture-search" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <label>${say("pictures.search")} <input type="search" autocomplete="off" maxlength="200" aria-describedby="picture-search-hint" .value=${this.query} @input=${this.type} /></label>
        <p class="hint" id="picture-search-hint">${say("pictures.search.hint")}</p>
      </form>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <p class="hint" role="status">${this.isReading ? say("pictures.reading") : this.query.trim() ? say("pictures.found", found.length) : ""}</p>
      ${found.length ? html`<ul class="picture-grid">${found.map((picture) => this.cell(picture))}</ul>` : this.isReading ? nothing : html`<p class="empty">${say("pictures.none")}</p>`}
      ${library.hasMore
        ? html`<p><button type="button" ?disabled=${this.isReading} @click=${this.more}>${say(this.query.trim() ? "pictures.further" : "pictures.more")}</button>
            <span class="hint">${say("pictures.read", library.pictures.length)}</span></p>`
        : nothing}`;
  }

  /** @param {Media} picture */
  cell(picture) {
    const { mediaId, filename, status, createdAt } = picture;
    const address = addressAt(picture, WIDTH);
    const alt = this.library?.usesOf(mediaId).find((use) => use.alt)?.alt ?? "";
    return html`<li>
      <button type="button" class="picture-cell" aria-pressed=${this.chosen ? String(this.chosen.includes(mediaId)) : nothing}
        @click=${() => this.dispatchEvent(new CustomEvent("choose", { detail: picture }))}>
        ${address
          ? html`<img src=${address} alt="" loading="lazy" />`
          : html`<span class="picture-refused">${say(`pictures.status.${status}`)}</span>`}
        <span class="picture-caption" dir="auto">${alt || filename}</span>
        <time class="hint" datetime=${createdAt}>${this.desk.clock.dateTime(createdAt)}</time>
      </button>
    </li>`;
  }
}

customElements.define("picture-grid", PictureGrid);
