import { html, nothing } from "lit";
import { Problem } from "../../api/problem.js";
import { say } from "../../words/words.js";
import { GroupField } from "./field.js";

/** Milliseconds after the last key until articles are looked for. */
const PAUSE = 300;

/** @typedef {{id: string, headline: string}} Found */

/** Own articles, found by words of their headlines. */
class RelatedField extends GroupField {
  static properties = { ...GroupField.properties, found: { state: true }, note: { state: true } };

  constructor() {
    super();
    /** @type {Found[]} */
    this.found = [];
    this.note = "";
    /** @type {Map<string, string>} */
    this.headlines = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {AbortController | undefined} */
    this.asking = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("value")) for (const id of this.list) this.name(id);
  }

  /** @param {string} id */
  async name(id) {
    if (this.headlines.has(id)) return;
    this.headlines.set(id, id);
    try {
      this.headlines.set(id, (await this.desk.api.get(`/api/articles/${id}`)).body.headline);
      this.requestUpdate();
    } catch {
      // Its id is shown.
    }
  }

  control() {
    return html`
      <ul class="rows">
        ${this.list.map((id, index) => html`<li class="row-line">
          <bdi>${this.headlines.get(id) ?? id}</bdi>
          <button type="button" aria-label=${say("write.remove", this.headlines.get(id) ?? id)} @click=${() => this.removeAt(index)}>×</button>
        </li>`)}
      </ul>
      ${this.list.length < this.limit ? this.search() : nothing}
    `;
  }

  search() {
    return html`
      <input id=${this.identity} data-after type="search" dir="auto" autocomplete="off" maxlength="200" aria-label=${say("write.related.find")}
        placeholder=${say("write.related.find")} @input=${this.later} @keydown=${this.onKey} />
      <p class="hint" role="status">${this.note}</p>
      <ul class="found">
        ${this.found.map((found) => html`<li><button type="button" @click=${() => this.add(found)}><bdi>${found.headline}</bdi></button></li>`)}
      </ul>
    `;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Enter") event.preventDefault();
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  later(event) {
    clearTimeout(this.timer);
    const q = event.currentTarget.value.trim();
    this.timer = setTimeout(() => this.find(q), PAUSE);
  }

  /** @param {string} q */
  async find(q) {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    if (!q) {
      this.found = [];
      this.note = "";
      return;
    }
    try {
      const { body } = await this.desk.api.get("/api/articles", { query: { q, limit: 8 }, signal: asking.signal });
      this.found = body.items.filter((/** @type {Found} */ { id }) => !this.list.includes(id) && !location.hash.includes(id));
      this.note = this.found.length ? say("write.related.found", this.found.length) : say("write.related.none");
    } catch (fault) {
      if (asking.signal.aborted) return;
      this.found = [];
      this.note = fault instanceof Problem ? fault.errors.map(({ message }) => message).join(" ") || fault.message : say("desk.unreachable");
    }
  }

  /** @param {Found} found */
  add({ id, headline }) {
    this.headlines.set(id, headline);
    this.found = [];
    this.note = "";
    const input = /** @type {HTMLInputElement | null} */ (this.querySelector("input"));
    if (input) input.value = "";
    this.give([...this.list, id]);
    this.focusAfter();
  }
}

customElements.define("related-field", RelatedField);
