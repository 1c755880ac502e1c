import { html, nothing } from "lit";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { Poll } from "../shell/poll.js";
import { say } from "../words/words.js";
import { waitingFor } from "./waiting.js";

/** @typedef {{id: string, headline: string, status: string, revisedAt: string, coverage?: "open" | "ended"}} Coverage */

/** Whether coverage is open is said by the article alone, so not many are read. */
const MOST = 20;
const EVERY = 30;

/** Articles of live coverage: those that are open first. */
export class LiveList extends DeskElement {
  static properties = { ...DeskElement.properties, items: { state: true }, wrong: { state: true } };

  constructor() {
    super();
    /** @type {Coverage[] | undefined} */
    this.items = undefined;
    this.wrong = "";
    /** What was read of an article whose revision is the same. @type {Map<string, Coverage>} */
    this.known = new Map();
    this.poll = new Poll(EVERY, () => this.look());
  }

  connectedCallback() {
    super.connectedCallback();
    this.poll.start();
    this.look().catch((fault) => (this.wrong = messageOf(fault)));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.poll.stop();
  }

  async look() {
    const { body } = await this.desk.api.get("/api/articles", { query: { kind: "live", limit: MOST } });
    const there = /** @type {Coverage[]} */ (body.items).filter(({ status }) => status !== "withdrawn");
    const items = await Promise.all(there.map((item) => this.read(item)));
    this.items = items.sort((a, b) => Number(a.coverage === "ended") - Number(b.coverage === "ended"));
    this.wrong = "";
  }

  /** @param {Coverage} item */
  async read(item) {
    const known = this.known.get(item.id);
    if (known?.revisedAt === item.revisedAt) return known;
    const { body } = await this.desk.api.get(`/api/articles/${item.id}`);
    const read = { ...item, coverage: body.coverage };
    this.known.set(item.id, read);
    return read;
  }

  render() {
    return html`<h1>${say("live.title")}</h1>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      ${this.items ? this.list(this.items) : html`<p class="waiting" role="status">${say("live.waiting")}</p>`}`;
  }

  /** @param {Coverage[]} items */
  list(items) {
    if (!items.length) return html`<p class="empty">${say("live.list.none")}</p>`;
    return html`<ul class="list">${items.map((item) => this.line(item))}</ul>`;
  }

  /** @param {Coverage} item */
  line({ id, headline, status, coverage, revisedAt }) {
    const waiting = waitingFor(id, this.desk.session.name);
    return html`<li class="list-item">
      <a class="list-headline" href="#/live/${id}"><bdi>${headline}</bdi></a>
      <p class="hint">
        <span class="badge">${say(status === "draft" ? "live.draft" : coverage === "ended" ? "live.ended" : "live.open")}</span>
        <time datetime=${revisedAt}>${this.desk.clock.dateTime(revisedAt)}</time>
        ${waiting ? html`<strong class="wrong">${say("live.list.waiting", waiting)}</strong>` : nothing}
      </p>
    </li>`;
  }
}

customElements.define("live-list", LiveList);
