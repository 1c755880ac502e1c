import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { AreaElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";
import { Poll } from "../shell/poll.js";
import { deskLanguage, say } from "../words/words.js";
import "./reschedule-dialog.js";
import { daysAfter, eventsOf, firstDayIn, isDay, weekOf } from "./week.js";

/**
 * @typedef {import("../articles/article-list.js").Entry & {expireAt?: string}} Entry
 * @typedef {{entry: Entry, kind: "out" | "end", at: string}} Event
 * @typedef {import("./reschedule-dialog.js").RescheduleDialog} RescheduleDialog
 */

/** Seconds between two looks whether a colleague has changed anything. */
const EVERY = 20;

/** How many articles an answer may hold. */
const PART = 100;

/** What goes out in a week, by day and time: `#/schedule/2026-11-23`, or this week. */
export class ScheduleWeek extends AreaElement {
  static properties = {
    ...AreaElement.properties,
    entries: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    /** All that is scheduled. @type {Entry[] | undefined} */
    this.entries = undefined;
    this.wrong = "";
    /** When articles end, by id and revision; lists do not say it. @type {Map<string, string | undefined>} */
    this.ends = new Map();
    this.poll = new Poll(EVERY, () => this.find());
  }

  connectedCallback() {
    super.connectedCallback();
    this.poll.start();
    this.find();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.poll.stop();
  }

  async find() {
    try {
      /** @type {Entry[]} */
      const entries = await this.desk.api.all("/api/articles", { status: "scheduled", limit: PART });
      this.entries = entries.map((entry) => ({ ...entry, expireAt: this.ends.get(keyOf(entry)) }));
      this.wrong = "";
      await this.findEnds();
    } catch (fault) {
      this.wrong = messageOf(fault, { away: "publish.unreachable" });
    }
  }

  /** Learns which articles of the week end by themselves. */
  async findEnds() {
    const { week, zone } = this;
    const unknown = eventsOf(this.entries ?? [], week, zone).flat().map(({ entry }) => entry).filter((entry) => !this.ends.has(keyOf(entry)));
    for (const entry of new Set(unknown)) {
      const { body } = await this.desk.api.get(`/api/articles/${entry.id}`);
      this.ends.set(keyOf(entry), body.expireAt);
    }
    if (unknown.length) this.entries = this.entries?.map((entry) => ({ ...entry, expireAt: this.ends.get(keyOf(entry)) }));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("parts") && this.entries) this.findEnds().catch((fault) => (this.wrong = messageOf(fault, { away: "publish.unreachable" })));
  }

  get zone() {
    return this.desk.zone;
  }

  get today() {
    return this.zone.localOf(Date.now()).slice(0, 10);
  }

  get week() {
    const { language, country } = /** @type {any} */ (this.desk.edition);
    return weekOf(isDay(this.parts[0]) ? this.parts[0] : this.today, firstDayIn(language, country));
  }

  render() {
    const { week } = this;
    const days = eventsOf(this.entries ?? [], week, this.zone);
    const isThisWeek = week.includes(this.today);
    return html`
      <header class="list-head">
        <h1>${say("schedule.title")}</h1>
        <nav class="row" aria-label=${say("schedule.weeks")}>
          <a class="button" href="#/schedule/${daysAfter(week[0], -7)}">${say("schedule.previous")}</a>
          <a class="button" href="#/schedule" aria-current=${isThisWeek ? "true" : nothing}>${say("schedule.thisWeek")}</a>
          <a class="button" href="#/schedule/${daysAfter(week[0], 7)}">${say("schedule.next")}</a>
        </nav>
      </header>
      <p class="hint" role="status">${say("schedule.range", dayName(week[0], this.desk), dayName(week[6], this.desk))}
        ${this.entries ? html` · ${countOf(days)}` : nothing}</p>
      <p class="wrong" role="alert">${this.wrong}</p>
      ${this.entries ? html`<div class="week">${week.map((day, index) => this.day(day, days[index]))}</div>` : html`<p class="waiting" role="status">${say("articles.waiting")}</p>`}
      ${this.after(week[6])}
      <reschedule-dialog .desk=${this.desk} @done=${this.find}></reschedule-dialog>
    `;
  }

  /** @param {string} day @param {Event[]} events */
  day(day, events) {
    const isToday = day === this.today;
    return html`<section class="day ${day < this.today ? "past" : ""} ${events.length ? "" : "free"}" aria-labelledby="day-${day}">
      <h2 id="day-${day}" aria-current=${isToday ? "date" : nothing}>
        ${dayName(day, this.desk)} ${isToday ? html`<span class="badge">${say("schedule.today")}</span>` : nothing}
      </h2>
      ${events.length
        ? // Keyed, so that the focus stays with its article when a colleague changes the week.
          html`<ul>${repeat(events, ({ entry, kind }) => `${entry.id} ${kind}`, (event) => (event.kind === "out" ? this.line(event) : this.endLine(event)))}</ul>`
        : html`<p class="hint">${say("schedule.none")}</p>`}
    </section>`;
  }

  /** @param {Event} event */
  line({ entry, at }) {
    const section = this.desk.edition.sections.find(({ id }) => id === entry.section);
    const isLate = Date.parse(at) < Date.now();
    return html`<li class="planned">
      <p class="planned-time"><time datetime=${at}>${this.desk.clock.time(at)}</time> ${isLate ? html`<span class="badge">${say("schedule.late")}</span>` : nothing}</p>
      <a class="planned-headline" href="#/write/${entry.id}"><bdi>${entry.headline}</bdi></a>
      <p class="hint">${section?.name} ${entry.editor ? html`· <bdi>${entry.editor}</bdi>` : nothing}</p>
      <p class="planned-do">
        <button type="button" @click=${() => this.dialog.move(entry)}>${say("schedule.move")}<span class="unseen">: ${entry.headline}</span></button>
        <button type="button" @click=${() => this.dialog.takeOff(entry)}>${say("schedule.takeOff")}<span class="unseen">: ${entry.headline}</span></button>
      </p>
    </li>`;
  }

  /** @param {Event} event */
  endLine({ entry, at }) {
    return html`<li class="planned ends">
      <p class="planned-time"><time datetime=${at}>${this.desk.clock.time(at)}</time> <span class="badge">${say("schedule.ends")}</span></p>
      <a class="planned-headline" href="#/write/${entry.id}"><bdi>${entry.headline}</bdi></a>
    </li>`;
  }

  /** What is scheduled after the week that is shown, so that nobody overlooks it. @param {string} last */
  after(last) {
    const later = (this.entries ?? []).filter(({ publishAt = "" }) => this.zone.localOf(publishAt).slice(0, 10) > last);
    if (!later.length) return nothing;
    const next = later.reduce((first, { publishAt = "" }) => (publishAt < first ? publishAt : first), later[0].publishAt ?? "");
    return html`<p class="hint">${say("schedule.later", later.length)}
      <a href="#/schedule/${this.zone.localOf(next).slice(0, 10)}">${this.desk.clock.day(next)}</a></p>`;
  }

  get dialog() {
    return /** @type {RescheduleDialog} */ (this.querySelector("reschedule-dialog"));
  }
}

/** @param {Entry} entry */
const keyOf = ({ id, revisedAt }) => `${id} ${revisedAt}`;

/** @param {Event[][]} days */
const countOf = (days) => say("schedule.count", days.flat().filter(({ kind }) => kind === "out").length);

/** «الاثنين، 23 فبراير» @param {string} day @param {import("../shell/desk.js").Desk} desk */
const dayName = (day, desk) =>
  new Intl.DateTimeFormat(`${desk.clock.locale ?? deskLanguage()}-u-nu-latn`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
    .format(new Date(`${day}T12:00Z`));

customElements.define("schedule-week", ScheduleWeek);
