import { html, nothing } from "lit";
import { AreaElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";
import { Poll } from "../shell/poll.js";

/**
 * @typedef {object} Entry an article in a list, as the API answers it
 * @property {string} id
 * @property {"draft" | "scheduled" | "published" | "withdrawn"} status
 * @property {string} headline
 * @property {string} [section]
 * @property {string} [byline]
 * @property {string} [publishAt]
 * @property {string} revisedAt
 * @property {string} [editor]
 * @property {string[]} [working]
 *
 * @typedef {{status: string, section: string, kind: string, q: string}} Filters
 */

const STATUSES = ["draft", "scheduled", "published", "withdrawn"];

/** Seconds between two looks whether a colleague has changed anything. */
const EVERY = 15;

/** Finds articles, and shows who works on which. */
export class ArticleList extends AreaElement {
  static properties = {
    ...AreaElement.properties,
    items: { state: true },
    next: { state: true },
    wrong: { state: true },
    filters: { state: true },
  };

  constructor() {
    super();
    /** @type {Entry[] | undefined} */
    this.items = undefined;
    /** @type {string | undefined} */
    this.next = undefined;
    this.wrong = "";
    /** @type {Filters} */
    this.filters = { status: "", section: "", kind: "", q: "" };
    /** The ETag of the first part, while it is the only one that is shown. */
    /** @type {string | undefined} */
    this.tag = undefined;
    this.poll = new Poll(EVERY, () => this.refresh());
    /** @type {AbortController | undefined} */
    this.asking = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.poll.start();
    this.find();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.poll.stop();
    this.asking?.abort();
  }

  /** Shows the first part of what the filters find. */
  async find() {
    const answer = await this.ask();
    if (!answer) return;
    this.items = answer.body.items;
    this.next = answer.body.next;
    this.tag = answer.etag ?? undefined;
  }

  async more() {
    const { items = [] } = this;
    const answer = await this.ask(this.next);
    if (!answer) return;
    this.tag = undefined;
    this.items = [...items, ...answer.body.items];
    this.next = answer.body.next;
  }

  /**
   * Asks for a part, and no longer for any before. Nothing if there is no answer, which the person is told, or if something
   * else was asked for meanwhile.
   *
   * @param {string} [cursor]
   */
  async ask(cursor) {
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    try {
      const answer = await this.desk.api.get("/api/articles", { query: { ...this.query(), cursor }, signal });
      if (signal.aborted) return undefined;
      this.wrong = "";
      return answer;
    } catch (fault) {
      if (!signal.aborted) this.wrong = messageOf(fault);
      return undefined;
    }
  }

  /** Looks again, without a sound if nothing has changed. */
  async refresh() {
    if (!this.tag) return;
    const signal = this.asking?.signal;
    const { status, body, etag } = await this.desk.api.get("/api/articles", { query: this.query(), ifNoneMatch: this.tag, signal });
    if (status === 304 || signal?.aborted || !this.tag) return;
    this.items = body.items;
    this.next = body.next;
    this.tag = etag ?? undefined;
  }

  query() {
    return { ...this.filters, limit: 50 };
  }

  render() {
    return html`
      <header class="list-head">
        <h1>${say("articles.title")}</h1>
        <a class="button main" href="#/write/new">${say("articles.new")}</a>
      </header>
      ${this.form()}
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      ${this.items ? this.table(this.items) : html`<p class="waiting" role="status">${say("articles.waiting")}</p>`}
      ${this.next ? html`<p><button type="button" @click=${this.more}>${say("articles.more")}</button></p>` : nothing}
    `;
  }

  form() {
    const { sections, kinds } = this.desk.edition;
    return html`<form class="row list-filters" role="search" @submit=${this.search} @change=${this.search}>
      <label class="list-search">${say("articles.search")} <input type="search" name="q" maxlength="200" .value=${this.filters.q} /></label>
      ${this.choice("status", STATUSES.map((status) => [status, say(`articles.status.${status}`)]))}
      ${this.choice("section", sections.map(({ id, name }) => [id, name]))}
      ${this.choice("kind", kinds.map(({ kind, name }) => [kind, name]))}
    </form>`;
  }

  /**
   * @param {"status" | "section" | "kind"} name
   * @param {string[][]} values
   */
  choice(name, values) {
    return html`<label>${say(`articles.${name}`)}
      <select name=${name}>
        <option value="">${say("articles.all")}</option>
        ${values.map(([value, label]) => html`<option value=${value} ?selected=${value === this.filters[name]}>${label}</option>`)}
      </select>
    </label>`;
  }

  /** @param {Event & {currentTarget: HTMLFormElement}} event */
  search(event) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    this.filters = /** @type {Filters} */ (Object.fromEntries(values));
    this.find();
  }

  /** @param {Entry[]} items */
  table(items) {
    if (!items.length) return html`<p class="empty">${say("articles.none")}</p>`;
    return html`<ul class="list">
      ${items.map((item) => this.line(item))}
    </ul>`;
  }

  /** @param {Entry} item */
  line(item) {
    const section = this.desk.edition.sections.find(({ id }) => id === item.section);
    const others = (item.working ?? []).filter((name) => name !== this.desk.session.name);
    return html`<li class="list-item">
      <a class="list-headline" href="#/write/${item.id}"><bdi>${item.headline}</bdi></a>
      <p class="hint">
        <span class="badge status-${item.status}">${say(`articles.status.${item.status}`)}</span>
        ${section ? html`<span>${section.name}</span>` : nothing}
        ${item.publishAt
          ? html`<time datetime=${item.publishAt}>${say("articles.at", this.desk.clock.dateTime(item.publishAt))}</time>`
          : html`<time datetime=${item.revisedAt}>${this.desk.clock.dateTime(item.revisedAt)}</time>`}
        ${item.editor ? html`<bdi>${item.editor}</bdi>` : nothing}
        ${others.length ? html`<strong class="list-working">${say("articles.working", others.join(", "))}</strong>` : nothing}
      </p>
    </li>`;
  }
}

customElements.define("article-list", ArticleList);
