import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { Poll } from "../shell/poll.js";
import { say } from "../words/words.js";
import { Kept } from "../shell/kept.js";
import { Lead } from "./lead.js";
import "./article-finder.js";

const PATH = "/api/homepage/lead";

/** Seconds between two looks whether a colleague has changed the lead. */
const EVERY = 15;

/**
 * Arranges the articles at the head of the homepage: by drag, by buttons and by keys.
 *
 * @fires pressed when the homepage has the new order, or soon will
 */
export class LeadList extends DeskElement {
  static properties = { ...DeskElement.properties, lead: { state: true }, wrong: { state: true }, isSaving: { state: true }, told: { state: true } };

  constructor() {
    super();
    this.lead = new Lead(0);
    this.wrong = "";
    this.told = "";
    this.isSaving = false;
    /** @type {Map<string, string>} */
    this.headlines = new Map();
    /** The article that is dragged. */
    this.dragged = "";
    /** Counts requests: an answer that a later one has overtaken is not used. */
    this.turn = 0;
    this.poll = new Poll(EVERY, () => this.look());
    /** @type {Kept<{mine: string[], base: string[]}> | undefined} */
    this.kept = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.kept ??= new Kept("lead", this.desk.session.name);
    this.lead = new Lead(this.desk.edition.limits.homepage.lead, this.kept.read());
    this.poll.start();
    this.look().catch((fault) => (this.wrong = messageOf(fault)));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.poll.stop();
  }

  async look() {
    if (this.isSaving) return;
    const turn = ++this.turn;
    const { body } = await this.desk.api.get(PATH);
    await this.name([...body.articles, ...this.lead.mine]);
    if (turn !== this.turn) return;
    this.lead.arrive(body.articles);
    this.changed();
  }

  /** @param {string[]} ids */
  async name(ids) {
    const unknown = ids.filter((id) => !this.headlines.has(id));
    await Promise.all(
      unknown.map(async (id) => {
        const { body } = await this.desk.api.get(`/api/articles/${id}`);
        this.headlines.set(id, body.headline);
      }));
  }

  changed() {
    const { mine, base, isChanged } = this.lead;
    this.kept?.write(isChanged && base ? { mine, base } : undefined);
    this.wrong = "";
    this.requestUpdate();
  }

  render() {
    const { mine, base, theirs, isChanged, isFull } = this.lead;
    return html`<section class="lead" aria-labelledby="lead-title">
      <h2 id="lead-title">${say("front.lead")}</h2>
      <p class="hint">${say("front.lead.hint")}</p>
      ${mine.length
        ? html`<ol class="lead-list">${repeat(mine, (id) => id, (id, i) => this.line(id, i))}</ol>`
        : html`<p class="lead-none">${base ? say("front.lead.none") : say("front.waiting")}</p>`}
      ${theirs ? this.conflict(theirs) : nothing}
      <div class="row lead-save">
        <button type="button" class="main" ?disabled=${!isChanged || this.isSaving || Boolean(theirs)} @click=${this.save}>${say("front.lead.save")}</button>
        ${isChanged ? html`<button type="button" @click=${this.undo}>${say("front.lead.undo")}</button>` : nothing}
        ${isChanged && !theirs ? html`<p class="hint">${say("front.lead.unsaved")}</p>` : nothing}
      </div>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <p class="unseen" role="status">${this.told}</p>
      ${isFull ? html`<p class="hint">${say("front.lead.full")}</p>` : nothing}
      <article-finder .desk=${this.desk} .label=${say("front.find")} .taken=${mine} .off=${isFull} @found=${this.add}></article-finder>
    </section>`;
  }

  /** @param {string} id @param {number} i */
  line(id, i) {
    const headline = this.headlines.get(id) ?? "";
    const last = this.lead.mine.length - 1;
    return html`<li class="lead-item" draggable="true" data-id=${id} @keydown=${(/** @type {KeyboardEvent} */ event) => this.press(event, id)}
      @dragstart=${(/** @type {DragEvent} */ event) => this.drag(event, id)} @dragend=${this.dragEnd}
      @dragover=${(/** @type {DragEvent & {currentTarget: HTMLElement}} */ event) => this.over(event)} @dragleave=${this.leave}
      @drop=${(/** @type {DragEvent & {currentTarget: HTMLElement}} */ event) => this.drop(event, id)}>
      <span class="lead-grip" aria-hidden="true">⠿</span>
      <a class="lead-headline" href="#/write/${id}" draggable="false"><bdi>${headline}</bdi></a>
      <span class="lead-buttons">
        <button type="button" data-do="up" aria-label=${say("front.up", headline)} aria-disabled=${i === 0} @click=${() => this.move(id, -1, "up")}>↑</button>
        <button type="button" data-do="down" aria-label=${say("front.down", headline)} aria-disabled=${i === last} @click=${() => this.move(id, 1, "down")}>↓</button>
        <button type="button" data-do="remove" aria-label=${say("front.remove", headline)} @click=${() => this.takeAway(id)}>×</button>
      </span>
    </li>`;
  }

  /** @param {string[]} theirs */
  conflict(theirs) {
    return html`<div class="lead-conflict" role="alert">
      <p>${say("front.lead.changed")}</p>
      <ol>${theirs.map((id) => html`<li><bdi>${this.headlines.get(id)}</bdi></li>`)}</ol>
      <div class="row">
        <button type="button" @click=${this.takeTheirs}>${say("front.lead.takeTheirs")}</button>
        <button type="button" @click=${this.keepMine}>${say("front.lead.keepMine")}</button>
      </div>
    </div>`;
  }

  /** @param {KeyboardEvent} event @param {string} id */
  press(event, id) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.code];
    if (!by) return;
    event.preventDefault();
    const on = /** @type {HTMLElement} */ (event.target).dataset.do;
    this.move(id, by, on);
  }

  /**
   * What moved keeps the focus, and says where it is now.
   *
   * @param {string} id
   * @param {number} by
   * @param {string} [on] the button that had the focus; otherwise the headline
   */
  async move(id, by, on) {
    this.lead.move(id, by);
    this.changed();
    this.tell(id);
    await this.updateComplete;
    const item = this.querySelector(`[data-id="${id}"]`);
    /** @type {HTMLElement | null | undefined} */ (item?.querySelector(on ? `[data-do=${on}]` : "a"))?.focus();
  }

  /** @param {string} id */
  tell(id) {
    const { mine } = this.lead;
    this.told = say("front.at", this.headlines.get(id) ?? "", mine.indexOf(id) + 1, mine.length);
  }

  /** @param {string} id */
  async takeAway(id) {
    const place = this.lead.mine.indexOf(id);
    this.lead.remove(id);
    this.changed();
    this.told = say("front.removed", this.headlines.get(id) ?? "");
    await this.updateComplete;
    const rest = this.querySelectorAll("[data-do=remove]");
    const next = rest[Math.min(place, rest.length - 1)] ?? this.querySelector("article-finder input");
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  /** @param {CustomEvent<import("./article-finder.js").Found>} event */
  add({ detail: { id, headline } }) {
    this.headlines.set(id, headline);
    this.lead.add(id);
    this.changed();
    this.tell(id);
  }

  undo() {
    this.lead.mine = this.lead.base ?? [];
    this.lead.takeTheirs();
    this.changed();
  }

  takeTheirs() {
    this.lead.takeTheirs();
    this.changed();
  }

  keepMine() {
    this.lead.keepMine();
    this.changed();
    this.save();
  }

  async save() {
    this.isSaving = true;
    this.turn++;
    try {
      const { body } = await this.desk.api.get(PATH);
      await this.name(body.articles);
      this.lead.arrive(body.articles);
      if (this.lead.isChanged && !this.lead.theirs) {
        const { status, body: now } = await this.desk.api.put(PATH, { articles: this.lead.mine });
        this.lead.base = now.articles;
        this.lead.arrive(now.articles);
        this.desk.notify(say(status === 202 ? "front.lead.later" : "front.lead.saved"));
        this.dispatchEvent(new Event("pressed", { bubbles: true }));
      }
      this.changed();
    } catch (fault) {
      this.wrong = messageOf(fault, { away: "front.lead.kept" });
    }
    this.isSaving = false;
  }

  /** @param {DragEvent} event @param {string} id */
  drag(event, id) {
    this.dragged = id;
    event.dataTransfer?.setData("text/plain", this.headlines.get(id) ?? "");
  }

  dragEnd() {
    this.dragged = "";
    this.leave();
  }

  /** @param {DragEvent & {currentTarget: HTMLElement}} event */
  over(event) {
    if (!this.dragged) return;
    event.preventDefault();
    this.leave();
    event.currentTarget.classList.add(isBelow(event) ? "drop-after" : "drop-before");
  }

  leave() {
    for (const item of this.querySelectorAll(".lead-item")) item.classList.remove("drop-after", "drop-before");
  }

  /** @param {DragEvent & {currentTarget: HTMLElement}} event @param {string} id */
  drop(event, id) {
    event.preventDefault();
    if (this.dragged) {
      this.lead.put(this.dragged, id, isBelow(event));
      this.changed();
      this.tell(this.dragged);
    }
    this.dragEnd();
  }
}

/** Whether the pointer is over the lower half. @param {DragEvent & {currentTarget: HTMLElement}} event */
const isBelow = ({ currentTarget, clientY }) => {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY > top + height / 2;
};

customElements.define("lead-list", LeadList);
