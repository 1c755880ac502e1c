import { html, nothing } from "lit";
import { say } from "../../words/words.js";
import { GroupField } from "./field.js";

/** @typedef {{slug: string, name: string, role?: string}} Author */

/** The pages of authors that are read at most: whoever has more is known by their slug. */
const MOST_PAGES = 10;

/** @type {WeakMap<object, Promise<Author[]>>} */
const known = new WeakMap();

/** @param {import("../../shell/desk.js").Desk} desk */
const authorsOf = (desk) => {
  let authors = known.get(desk);
  if (!authors) {
    authors = /** @type {Promise<Author[]>} */ (desk.api.all("/api/authors", { limit: 100 }, MOST_PAGES));
    known.set(desk, authors);
    authors.catch(() => known.delete(desk));
  }
  return authors;
};

/** Who wrote it, in the order in which they are named: authors who have a record. */
class AuthorsField extends GroupField {
  static properties = { ...GroupField.properties, authors: { state: true } };

  constructor() {
    super();
    /** @type {Author[]} */
    this.authors = [];
  }

  firstUpdated() {
    // Without them their slugs are shown; the next article tries again.
    authorsOf(this.desk).then((authors) => (this.authors = authors), () => {});
  }

  control() {
    const others = this.authors.filter(({ slug }) => !this.list.includes(slug));
    return html`
      <ul class="chips">
        ${this.list.map((slug, index) => {
          const name = this.authors.find((author) => author.slug === slug)?.name ?? slug;
          return html`<li class="chip">
            <bdi>${name}</bdi>
            ${index ? html`<button type="button" aria-label=${say("write.earlier", name)} @click=${() => this.earlier(index)}>↑</button>` : nothing}
            <button type="button" aria-label=${say("write.remove", name)} @click=${() => this.removeAt(index)}>×</button>
          </li>`;
        })}
      </ul>
      ${this.list.length < this.limit && others.length
        ? html`<select id=${this.identity} data-after aria-label=${say("write.authors.add")} @change=${this.add}>
            <option value="">${say("write.authors.add")}</option>
            ${others.map(({ slug, name }) => html`<option value=${slug}>${name}</option>`)}
          </select>`
        : nothing}
    `;
  }

  /** @param {Event & {currentTarget: HTMLSelectElement}} event */
  add(event) {
    const slug = event.currentTarget.value;
    event.currentTarget.value = "";
    if (slug) this.give([...this.list, slug]);
  }

  /** @param {number} index */
  earlier(index) {
    const list = [...this.list];
    list.splice(index - 1, 2, list[index], list[index - 1]);
    this.give(list);
    this.focusAfter();
  }
}

customElements.define("authors-field", AuthorsField);
