import { html, nothing } from "lit";
import "../publish/edition-time.js";
import { DeskElement } from "../shell/element.js";
import { messageAt, messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";
import { fieldsOf, revisionOf } from "../write/article.js";

/** @typedef {import("./schedule-week.js").Entry} Entry */

/**
 * Gives a scheduled article another time, or takes it off the schedule.
 *
 * @fires done when the article was changed
 */
export class RescheduleDialog extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    entry: { state: true },
    isMove: { state: true },
    wrong: { state: true },
    wrongTime: { state: true },
    waits: { state: true },
  };

  constructor() {
    super();
    /** @type {Entry | undefined} */
    this.entry = undefined;
    this.isMove = true;
    this.wrong = "";
    this.wrongTime = "";
    this.waits = false;
    /** Where the focus goes back to. @type {Element | null} */
    this.from = null;
  }

  /** @param {Entry} entry */
  move(entry) {
    return this.#open(entry, true);
  }

  /** @param {Entry} entry */
  takeOff(entry) {
    return this.#open(entry, false);
  }

  /** @param {Entry} entry @param {boolean} isMove */
  async #open(entry, isMove) {
    this.from = document.activeElement;
    // Each time begins anew, with the time that the article has.
    this.entry = undefined;
    await this.updateComplete;
    this.entry = entry;
    this.isMove = isMove;
    this.wrong = this.wrongTime = "";
    await this.updateComplete;
    this.dialog?.showModal();
  }

  get dialog() {
    return this.querySelector("dialog");
  }

  render() {
    if (!this.entry) return nothing;
    return html`<dialog aria-labelledby="reschedule-title" @close=${this.closed}>
      <form method="dialog" @submit=${this.submit} novalidate>
        <h2 id="reschedule-title">${say(this.isMove ? "schedule.moveTitle" : "schedule.takeOffTitle")}</h2>
        <p class="publish-headline"><bdi>${this.entry.headline}</bdi></p>
        ${this.isMove
          ? html`<edition-time .desk=${this.desk} .label=${say("publish.at")} .value=${this.entry.publishAt} .wrong=${this.wrongTime}></edition-time>`
          : html`<p>${say("schedule.takeOff.explain", this.desk.clock.dateTime(this.entry.publishAt ?? ""))}</p>`}
        <p class="wrong" role="alert">${this.wrong}</p>
        <div class="row publish-buttons">
          <button type="submit" class="main" ?disabled=${this.waits}>${say(this.isMove ? "schedule.moveDo" : "schedule.takeOffDo")}</button>
          <button type="button" @click=${() => this.dialog?.close()}>${say("publish.cancel")}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    const time = /** @type {import("../publish/edition-time.js").EditionTime | null} */ (this.querySelector("edition-time"));
    if (this.waits || (time && !time.check())) return;
    this.waits = true;
    this.wrong = this.wrongTime = "";
    try {
      const told = await this.change(time?.instant);
      this.dialog?.close();
      this.desk.notify(told);
      this.dispatchEvent(new CustomEvent("done"));
    } catch (fault) {
      this.wrongTime = messageAt(fault, "publishAt");
      this.wrong = messageOf(fault, { away: "publish.unreachable", shown: ["publishAt"] });
    } finally {
      this.waits = false;
    }
  }

  /** @param {string} [publishAt] without it the article is a draft again */
  async change(publishAt) {
    const entry = /** @type {Entry} */ (this.entry);
    const path = `/api/articles/${entry.id}`;
    const { body: now, etag } = await this.desk.api.get(path);
    // Published by the clock, or taken off by a colleague, while the dialog was open.
    if (now.status !== "scheduled") return say("schedule.gone", say(`articles.status.${now.status}`));
    const revision = publishAt ? revisionOf(fieldsOf(now), now, "scheduled", { publishAt }) : revisionOf(fieldsOf(now), now, "draft");
    await this.desk.api.put(path, revision, { ifMatch: etag ?? undefined });
    return publishAt ? say("schedule.moved", this.desk.clock.dateTime(publishAt)) : say("schedule.takenOff");
  }

  closed() {
    // The button is gone if its article is on another day now.
    const place = this.from?.isConnected ? this.from : document.getElementById("main");
    /** @type {HTMLElement | null} */ (place)?.focus();
  }
}

customElements.define("reschedule-dialog", RescheduleDialog);
