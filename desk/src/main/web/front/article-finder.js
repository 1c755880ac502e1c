import { html, nothing } from "lit";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";

/** @typedef {{id: string, headline: string, publishedAt?: string}} Found */

/** Milliseconds after the last key until a search begins. */
const PAUSE = 300;
const SHOWN = 8;

/**
 * Finds published articles by words of their headlines; without words, the newest.
 *
 * - `label`: what the field is called.
 * - `taken`: ids that are not offered.
 * - `off`: nothing can be chosen now.
 *
 * @fires found `detail` is the article that was chosen
 */
export class ArticleFinder extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    label: { attribute: false },
    taken: { attribute: false },
    off: { attribute: false },
    items: { state: true },
    wrong: { state: true },
    query: { state: true },
  };

  constructor() {
    super();
    this.label = "";
    /** @type {string[]} */
    this.taken = [];
    this.off = false;
    /** @type {Found[] | undefined} */
    this.items = undefined;
    this.wrong = "";
    this.query = "";
    /** @type {AbortController | undefined} */
    this.asking = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.find();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.later);
    this.asking?.abort();
  }

  async find() {
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    const query = { status: "published", q: this.query.trim(), limit: SHOWN + this.taken.length };
    try {
      const { body } = await this.desk.api.get("/api/articles", { query, signal });
      this.items = body.items;
      this.wrong = "";
    } catch (fault) {
      if (!signal.aborted) this.wrong = messageOf(fault);
    }
  }

  render() {
    const found = this.items?.filter(({ id }) => !this.taken.includes(id)).slice(0, SHOWN);
    return html`<form role="search" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <label>${this.label} <input type="search" autocomplete="off" maxlength="200" .value=${this.query} @input=${this.type} /></label>
      </form>
      <div role="status">
        ${this.wrong ? html`<p class="wrong">${this.wrong}</p>` : nothing}
        ${found && !found.length ? html`<p class="hint">${say("front.find.none")}</p>` : nothing}
      </div>
      ${found?.length
        ? html`<ul class="found" aria-label=${this.query.trim() ? this.label : say("front.find.newest")}>
            ${found.map((article) => html`<li>
              <button type="button" ?disabled=${this.off} aria-label=${say("front.add", article.headline)} @click=${() => this.give(article)}>
                <bdi>${article.headline}</bdi>
                ${article.publishedAt ? html`<time class="hint" datetime=${article.publishedAt}>${this.desk.clock.dateTime(article.publishedAt)}</time>` : nothing}
              </button>
            </li>`)}
          </ul>`
        : nothing}`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  type({ currentTarget }) {
    this.query = currentTarget.value;
    clearTimeout(this.later);
    this.later = setTimeout(() => this.find(), PAUSE);
  }

  /** Whoever chose one goes on in the field. @param {Found} article */
  give(article) {
    this.dispatchEvent(new CustomEvent("found", { detail: article }));
    /** @type {HTMLInputElement | null} */ (this.querySelector("input"))?.focus();
  }
}

customElements.define("article-finder", ArticleFinder);
