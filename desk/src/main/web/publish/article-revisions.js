import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { digits, loadPart, say } from "../words/words.js";
import { fieldsOf, revisionOf } from "../write/article.js";
import { difference } from "./difference-view.js";

/** @typedef {import("./publish-sheet.js").PublishSheet} PublishSheet */

/**
 * @typedef {object} Revision
 * @property {number} revision
 * @property {"draft" | "scheduled" | "published" | "withdrawn"} status
 * @property {string} headline
 * @property {string} revisedAt
 * @property {string} editor
 *
 * @typedef {Record<string, any>} Article
 */

/**
 * The history of an article: who made which revision, how two differ, and an old one as a new one. Who shows it sets
 * `article`; a receipt of a revision that was saved here is shown once `receipts` has it by its number.
 *
 * @fires restored `detail`: the receipt of the revision that an old one became
 */
export class ArticleRevisions extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    article: { attribute: false },
    receipts: { attribute: false },
    items: { state: true },
    next: { state: true },
    pair: { state: true },
    shown: { state: true },
    asks: { state: true },
    restoring: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    /** @type {Article} */
    this.article = {};
    /** @type {Record<number, import("./receipt.js").Receipt>} */
    this.receipts = {};
    /** @type {Revision[] | undefined} */
    this.items = undefined;
    /** @type {string | undefined} */
    this.next = undefined;
    /** The numbers of the two that are compared. @type {[number, number] | undefined} */
    this.pair = undefined;
    /** @type {[Article, Article] | undefined} */
    this.shown = undefined;
    /** The one that is to be restored, if the person says so. @type {number | undefined} */
    this.asks = undefined;
    /** What the sheet publishes: a revision of what readers have. @type {{number: number, article: Article, save: PublishSheet["save"]} | undefined} */
    this.restoring = undefined;
    /** Of the revision that the sheet has published. @type {import("./receipt.js").Receipt | undefined} */
    this.restored = undefined;
    this.wrong = "";
    /** @type {Map<number, Article>} */
    this.read = new Map();
    this.of = "";
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const of = `${this.article.id} ${this.article.revision}`;
    if (!changed.has("article") || !this.article.id || of === this.of) return;
    if (!this.of.startsWith(`${this.article.id} `)) {
      this.read.clear();
      this.pair = this.shown = undefined;
    }
    this.of = of;
    this.find();
  }

  get path() {
    return `/api/articles/${this.article.id}`;
  }

  async find() {
    await this.#try(async () => {
      const { body } = await this.desk.api.get(`${this.path}/revisions`, { query: { limit: 50 } });
      this.items = body.items;
      this.next = body.next;
      const [newest, last] = body.items;
      if (!this.pair && last) await this.compare(last.revision, newest.revision);
    });
  }

  async more() {
    await this.#try(async () => {
      const { body } = await this.desk.api.get(`${this.path}/revisions`, { query: { limit: 50, cursor: this.next } });
      this.items = [...(this.items ?? []), ...body.items];
      this.next = body.next;
    });
  }

  /** @param {number} number */
  async revision(number) {
    const known = this.read.get(number);
    if (known) return known;
    const { body } = await this.desk.api.get(`${this.path}/revisions/${number}`);
    this.read.set(number, body);
    return /** @type {Article} */ (body);
  }

  /** @param {number} a @param {number} b two revisions, in any order */
  async compare(a, b) {
    /** @type {[number, number]} */
    const pair = [Math.min(a, b), Math.max(a, b)];
    this.pair = pair;
    await this.#try(async () => {
      const both = await Promise.all(pair.map((number) => this.revision(number)));
      if (this.pair === pair) this.shown = [both[0], both[1]];
    });
  }

  /** What is made of an old revision, and of what. @param {number} number */
  async #old(number) {
    const old = await this.revision(number);
    const { body: now, etag } = await this.desk.api.get(this.path);
    // What readers were told of mistakes stays, and so does when it is published.
    return { fields: { ...fieldsOf(old), corrections: now.corrections, expireAt: now.expireAt }, now, ifMatch: etag ?? undefined };
  }

  /** An old revision as a new one, of the status that the article has; readers get none without the sheet. @param {number} number */
  async restore(number) {
    await this.#try(async () => {
      const { fields, now, ifMatch } = await this.#old(number);
      this.asks = undefined;
      if (now.status === "published") return this.openSheet(number);
      const { body } = await this.desk.api.put(this.path, revisionOf(fields, now, now.status === "withdrawn" ? "draft" : now.status), { ifMatch });
      await this.#take(number, body);
    });
  }

  /** Shows what publishing an old revision does, before it is done. @param {number} number */
  async openSheet(number) {
    await this.#try(async () => {
      const [{ fields, now, ifMatch }] = await Promise.all([this.#old(number), loadPart("publish/publish-sheet", () => import("./publish-sheet.js"))]);
      const { id, revision, status, url, publishedAt, coverage } = now;
      this.restoring = {
        number,
        article: { ...fields, id, revision, status, url, publishedAt, coverage },
        save: async (as, extra) => (this.restored = (await this.desk.api.put(this.path, revisionOf(fields, now, as, extra), { ifMatch })).body),
      };
      await this.updateComplete;
      await /** @type {PublishSheet} */ (this.querySelector("publish-sheet")).open();
    });
  }

  /** The person has read the receipt, or does not publish it. */
  async closed() {
    const { restoring, restored } = this;
    this.restoring = this.restored = undefined;
    if (restoring && restored) await this.#try(() => this.#take(restoring.number, restored));
  }

  /** @param {number} number @param {import("./receipt.js").Receipt} receipt */
  async #take(number, receipt) {
    this.desk.notify(say("publish.restored", String(number), String(receipt.revision)));
    this.dispatchEvent(new CustomEvent("restored", { bubbles: true, detail: receipt }));
    this.pair = undefined;
    await this.find();
  }

  /** @param {() => Promise<void>} act */
  async #try(act) {
    try {
      this.wrong = "";
      await act();
    } catch (fault) {
      this.wrong = messageOf(fault, { away: "publish.unreachable" });
    }
  }

  render() {
    if (!this.article.id) return html`<p class="empty">${say("publish.revisions.none")}</p>`;
    return html`<section class="article-revisions" aria-labelledby="revisions-title">
      <h2 id="revisions-title">${say("publish.revisions")}</h2>
      <p class="wrong" role="alert">${this.wrong}</p>
      ${this.items ? html`<ol class="revisions" reversed>${this.items.map((item) => this.line(item))}</ol>` : html`<p class="waiting" role="status">${say("articles.waiting")}</p>`}
      ${this.next ? html`<p><button type="button" @click=${this.more}>${say("articles.more")}</button></p>` : nothing}
      ${this.items && this.items.length > 1 ? this.choice(this.items) : nothing}
      ${this.shown ? difference(this.desk, this.shown) : nothing}
      ${this.restoring
        ? html`<publish-sheet .desk=${this.desk} .article=${this.restoring.article} .save=${this.restoring.save} .restores=${this.restoring.number}
            @closed=${this.closed}></publish-sheet>`
        : nothing}
    </section>`;
  }

  /** @param {Revision} item */
  line({ revision, status, headline, revisedAt, editor }) {
    const isNewest = revision === this.items?.[0].revision;
    const receipt = this.receipts[revision];
    return html`<li value=${revision}>
      <p><time datetime=${revisedAt}>${this.desk.clock.dateTime(revisedAt)}</time> · <bdi>${editor === "schedule" ? say("publish.revisions.clock") : editor}</bdi>
        <span class="badge status-${status}">${say(`articles.status.${status}`)}</span></p>
      <p class="hint"><bdi>${headline}</bdi></p>
      ${receipt?.pressed?.length ? html`<p class="hint">${say("publish.receipt.pressed", receipt.pressed.length)} · ${say("publish.receipt.millis", receipt.millis)}</p>` : nothing}
      ${isNewest
        ? nothing
        : html`<p class="row">
            <button type="button" @click=${() => this.compare(revision, /** @type {Revision[]} */ (this.items)[0].revision)}>${say("publish.revisions.withNewest")}<span class="unseen"> ${digits(revision)}</span></button>
            ${this.asks === revision
              ? html`<button type="button" class="main" @click=${() => this.restore(revision)}>${say("publish.restore.yes", String(revision))}</button>
                <button type="button" @click=${() => (this.asks = undefined)}>${say("publish.cancel")}</button>`
              : html`<button type="button" @click=${() => this.ask(revision)}>${say("publish.restore")}<span class="unseen"> ${digits(revision)}</span></button>`}
          </p>`}
    </li>`;
  }

  /** @param {number} revision */
  async ask(revision) {
    if (this.article.status === "published") return this.openSheet(revision);
    this.asks = revision;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(".revisions .main"))?.focus();
  }

  /** @param {Revision[]} items */
  choice(items) {
    const [before, after] = this.pair ?? [];
    /** @param {number | undefined} chosen @param {string} label @param {0 | 1} side */
    const select = (chosen, label, side) => html`<label>${label}
      <select @change=${(/** @type {Event & {currentTarget: HTMLSelectElement}} */ event) => this.choose(side, Number(event.currentTarget.value))}>
        ${items.map(({ revision, revisedAt }) => html`<option value=${revision} ?selected=${revision === chosen} .selected=${revision === chosen}>
          ${digits(revision)} · ${this.desk.clock.dateTime(revisedAt)}</option>`)}
      </select></label>`;
    return html`<div class="row revisions-pair" role="group" aria-label=${say("publish.compare")}>
      ${select(before, say("publish.compare.from"), 0)} ${select(after, say("publish.compare.to"), 1)}
    </div>`;
  }

  /** @param {0 | 1} side @param {number} number */
  choose(side, number) {
    const [before = number, after = number] = this.pair ?? [];
    if (side) this.compare(before, number);
    else this.compare(number, after);
  }
}

customElements.define("article-revisions", ArticleRevisions);
