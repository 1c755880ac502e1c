import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Problem } from "../api/problem.js";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { Poll } from "../shell/poll.js";
import { cleanedSentence } from "../text/cleaned.js";
import { say } from "../words/words.js";
import { Entries } from "./entries.js";
import { isEmpty } from "./entry-text.js";
import { Outbox } from "./outbox.js";
import { Removals } from "./removals.js";
import { keeping } from "./waiting.js";
import "./live-entry.js";
import "./live-field.js";
import "./live-head.js";
import "./live-outbox.js";

/** @typedef {import("./entries.js").Entry} Entry */

/** Seconds between two looks at what colleagues add. */
const EVERY = 10;

/** Entries in a part of the list. */
const PART = 20;

/** The console of one article's live coverage: a field, what waits to be sent, and the entries. `articleId` is whose. */
export class LiveConsole extends DeskElement {
  static properties = { ...DeskElement.properties, articleId: { attribute: false }, wrong: { state: true }, article: { state: true }, isReading: { state: true } };

  constructor() {
    super();
    this.articleId = "";
    this.wrong = "";
    /** @type {import("./live-head.js").Coverage | undefined} */
    this.article = undefined;
    this.isReading = false;
    this.isUnkept = false;
    /** Counts looks: an answer that a later look has overtaken is not used. */
    this.turn = 0;
    this.entries = new Entries();
    this.poll = new Poll(EVERY, () => this.look());
    this.removals = new Removals((number) => this.takeOff(number), () => this.requestUpdate());
    this.onOnline = () => this.poll.now();
    this.onHide = () => this.removals.flush();
    /** @type {ReturnType<typeof keeping> | undefined} */
    this.kept = undefined;
    /** @type {Outbox | undefined} */
    this.outbox = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    const kept = (this.kept ??= keeping(this.articleId, this.desk.session.name));
    this.outbox ??= new Outbox(
      {
        post: async ({ key, bodyHtml }) => (await this.desk.api.post(this.path, { bodyHtml }, { idempotencyKey: key })).body,
        keep: kept.keep,
        forget: kept.forget,
        now: () => Date.now(),
        newKey: () => crypto.randomUUID(),
      },
      { changed: () => this.requestUpdate(), sent: (receipt) => this.sent(receipt) });
    if (!this.hasUpdated) this.outbox.begin(kept.left());
    addEventListener("online", this.onOnline);
    addEventListener("pagehide", this.onHide);
    this.poll.start();
    this.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("online", this.onOnline);
    removeEventListener("pagehide", this.onHide);
    this.poll.stop();
    this.removals.flush();
  }

  get path() {
    return `/api/articles/${encodeURIComponent(this.articleId)}/entries`;
  }

  async begin() {
    try {
      await this.readArticle();
      await this.look();
      const draft = this.kept?.draft.read();
      await this.updateComplete;
      if (draft && this.field) this.field.value = draft;
    } catch (fault) {
      this.wrong = fault instanceof Problem && fault.status === 404 ? say("live.none") : messageOf(fault);
    }
  }

  async readArticle() {
    const { body } = await this.desk.api.get(`/api/articles/${encodeURIComponent(this.articleId)}`);
    this.article = body;
  }

  /** Sends what waits, and reads what is new, back to what is known. */
  async look() {
    const turn = ++this.turn;
    this.outbox?.run();
    /** @type {Entry[]} */
    const items = [];
    /** @type {string | undefined} */
    let next;
    do {
      const { body } = await this.desk.api.get(this.path, { query: { limit: PART, cursor: next } });
      items.push(...body.items);
      next = body.next;
    } while (next && !this.entries.isJoined(items));
    if (turn !== this.turn) return;
    const added = this.entries.arrive(items, next).filter(({ editor }) => editor !== this.desk.session.name);
    this.wrong = "";
    this.rescue();
    if (added.length) this.desk.notify(say("live.new.arrived", added.length));
    this.requestUpdate();
  }

  /** An entry that was taken away while it is edited here: its text goes into the field above. */
  rescue() {
    for (const element of /** @type {NodeListOf<import("./live-entry.js").LiveEntry>} */ (this.querySelectorAll("live-entry"))) {
      if (!element.isEdited || this.entries.all.has(element.entry.number)) continue;
      this.takeBack(element.field.value);
      element.kept?.write(undefined);
      this.desk.notify(say("live.conflict.gone"));
    }
  }

  async more() {
    this.isReading = true;
    try {
      const { body } = await this.desk.api.get(this.path, { query: { limit: PART, cursor: this.entries.next } });
      this.entries.older(body.items, body.next);
    } catch (fault) {
      this.wrong = messageOf(fault);
    }
    this.isReading = false;
  }

  get isOpen() {
    return this.article?.coverage === "open" && this.article.status !== "withdrawn";
  }

  get field() {
    return /** @type {import("./live-field.js").LiveField | null} */ (this.querySelector(".live-composer live-field"));
  }

  render() {
    const { article, outbox } = this;
    if (!article) return html`<p class="waiting" role="status">${this.wrong || say("live.waiting")}</p>`;
    if (article.kind !== "live") return html`<p class="refusal">${say("live.notLive")} <a href="#/live">${say("live.all")}</a></p>`;
    return html`<live-head .desk=${this.desk} .article=${article} @changed=${this.readAgain}></live-head>
      ${this.isOpen ? this.composer() : nothing}
      ${outbox && !outbox.isEmpty ? html`<live-outbox .desk=${this.desk} .outbox=${outbox} .items=${[...outbox.items]} .canTake=${this.isOpen} @take=${this.take}></live-outbox>` : nothing}
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <section aria-labelledby="live-entries">
        <h2 id="live-entries">${say("live.entries")}</h2>
        ${this.list()}
      </section>`;
  }

  composer() {
    return html`<section class="live-composer" aria-label=${say("live.new")}>
      ${this.article?.status === "draft" ? html`<p class="hint">${say("live.draft.hint")}</p>` : nothing}
      <live-field .desk=${this.desk} .label=${say("live.new")} @input=${this.type} @send=${this.post}></live-field>
      <p class="row">
        <button type="button" class="main" @click=${this.post}>${say("live.post")}</button>
        <span class="hint">${say("live.post.hint")}</span>
        <span class="hint number">${say("live.full", this.entries.last, this.desk.edition.limits.live.entries)}</span>
      </p>
      ${this.isUnkept ? html`<p class="wrong" role="alert">${say("live.unkept")}</p>` : nothing}
    </section>`;
  }

  list() {
    const { shown, next, isRead } = this.entries;
    if (isRead && !shown.length) return html`<p class="empty">${say("live.entries.none")}</p>`;
    return html`<ol class="live-entries" reversed>
        ${repeat(shown, ({ number }) => number, (entry) => html`<li>${this.removals.has(entry.number) ? this.gone(entry) : this.line(entry)}</li>`)}
      </ol>
      ${next ? html`<p><button type="button" ?disabled=${this.isReading} @click=${this.more}>${say("live.more")}</button></p>` : nothing}`;
  }

  /** @param {Entry} entry */
  line(entry) {
    return html`<live-entry .desk=${this.desk} .path=${this.path} .entry=${entry}
      @changed=${(/** @type {CustomEvent<Entry>} */ { detail }) => this.changed(detail)} @stale=${() => this.poll.now()}
      @repost=${(/** @type {CustomEvent<string>} */ { detail }) => this.repost(detail, entry.number)}
      @take-away=${() => this.takeAway(entry.number)}></live-entry>`;
  }

  /** @param {Entry} entry */
  gone({ number }) {
    return html`<p class="live-gone"><span>${say("live.gone")}</span> <button type="button" data-undo=${number} @click=${() => this.undo(number)}>${say("live.undo")}</button></p>`;
  }

  type() {
    const { field } = this;
    if (field) this.isUnkept = !this.kept?.draft.write(isEmpty(field.value) ? undefined : field.value);
    this.requestUpdate();
  }

  post() {
    const { field } = this;
    if (!field || isEmpty(field.value)) return;
    const text = field.value;
    // Kept as waiting first, then forgotten as typed.
    this.outbox?.add(text);
    field.value = "";
    this.type();
    if (this.outbox && !this.outbox.isKept) this.isUnkept = true;
    field.focus();
  }

  /** @param {any} receipt */
  sent(receipt) {
    const posted = receipt.pressed.length || !receipt.url ? say("live.posted", this.desk.clock.time(receipt.at)) : say("live.posted.later");
    this.desk.notify([posted, cleanedSentence(receipt.cleaned)].join(" ").trim());
    this.poll.now();
  }

  /** @param {CustomEvent<string>} event */
  take({ detail }) {
    this.takeBack(detail);
  }

  /** Adds a text to that of the field. @param {string} text */
  takeBack(text) {
    const { field } = this;
    if (!field) {
      this.kept?.draft.write(text);
      return;
    }
    field.value = isEmpty(field.value) ? text : field.value + text;
    this.type();
    field.focus();
  }

  /** @param {string} text @param {number} number */
  repost(text, number) {
    this.entries.remove(number);
    this.takeBack(text);
    this.desk.notify(say("live.conflict.gone"));
  }

  /** @param {Entry} entry */
  changed(entry) {
    this.entries.put(entry);
    this.requestUpdate();
    this.poll.now();
  }

  /** @param {number} number */
  async takeAway(number) {
    this.removals.add(number);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-undo="${number}"]`))?.focus();
  }

  /** @param {number} number */
  async undo(number) {
    this.removals.undo(number);
    this.desk.notify(say("live.undone"));
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`#entry-${number}`))?.focus();
  }

  /** @param {number} number */
  async takeOff(number) {
    const revision = this.entries.all.get(number)?.revision;
    try {
      await this.desk.api.delete(`${this.path}/${number}`, { ifMatch: `"${revision}"` });
      this.entries.remove(number);
    } catch (fault) {
      if (fault instanceof Problem && fault.status === 404) this.entries.remove(number);
      else this.desk.notify(messageOf(fault));
    }
    this.poll.now();
  }

  async readAgain() {
    await this.readArticle();
    this.poll.now();
  }
}

customElements.define("live-console", LiveConsole);
