import { html, nothing } from "lit";
import { EditionClock } from "../shell/clock.js";
import { DeskElement } from "../shell/element.js";
import { GMT } from "../shell/zone.js";
import { deskLanguage, say } from "../words/words.js";

let count = 0;

/**
 * A date and time by the newspaper's clock. It says the same in GMT, refuses times that a change of the clock leaves out,
 * and asks which one is meant of two.
 *
 * @fires picked when another instant, or none, is chosen
 */
export class EditionTime extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    value: { attribute: false },
    label: { attribute: false },
    wrong: { attribute: false },
    describedBy: { attribute: false },
    local: { state: true },
    which: { state: true },
    isHalf: { state: true },
  };

  constructor() {
    super();
    /** An instant, to begin with. @type {string | undefined} */
    this.value = undefined;
    this.label = "";
    /** What the server says of it. */
    this.wrong = "";
    /** The ids of what else describes it. */
    this.describedBy = "";
    this.local = "";
    /** Whether a date or an hour alone was typed. */
    this.isHalf = false;
    /** Which of two instants is meant. @type {number | undefined} */
    this.which = undefined;
    this.key = `edition-time-${++count}`;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("value") || !this.desk) return;
    if (this.value ? this.instant !== this.value : changed.get("value")) this.show(this.value);
  }

  /** Shows an instant instead of what was typed; nothing without one. @param {string | undefined} instant */
  show(instant) {
    if (!instant) return this.#show("");
    const at = Date.parse(instant);
    this.#show(this.zone.localOf(at));
    const { instants } = this;
    this.which = instants.length > 1 ? instants.findIndex((one) => one >= Math.floor(at / 60_000) * 60_000) : undefined;
  }

  /** @param {string} local */
  #show(local) {
    this.local = local;
    this.which = undefined;
    this.isHalf = false;
  }

  get zone() {
    return this.desk.zone;
  }

  get instants() {
    return this.zone.instantsOf(this.local);
  }

  get isEmpty() {
    return !this.local && !this.isHalf;
  }

  /** The instant that was chosen; undefined if it is not a good one. @returns {string | undefined} */
  get instant() {
    const { instants } = this;
    const at = instants.length > 1 ? instants[this.which ?? -1] : instants[0];
    // What was not touched keeps its seconds.
    if (at !== undefined && this.value && this.zone.localOf(this.value) === this.local && Math.abs(Date.parse(this.value) - at) < 60_000) return this.value;
    return at === undefined ? undefined : new Date(at).toISOString();
  }

  /** What is wrong with the choice, in words; empty if it is good. */
  get fault() {
    const { instants, instant } = this;
    if (this.isHalf) return say("publish.time.half");
    if (!this.local) return say("publish.time.empty");
    if (!instants.length) {
      const { from, to } = this.zone.gapOf(this.local);
      return say("publish.time.gap", from.slice(11), to.slice(11), this.local.slice(11));
    }
    if (!instant) return say("publish.time.which");
    return instant !== this.value && Date.parse(instant) <= Date.now() ? say("publish.time.past") : "";
  }

  /** Shows what is wrong, and brings the person there. Gives whether it is good. */
  check() {
    const { fault } = this;
    this.wrong = fault;
    if (fault) /** @type {HTMLElement | null} */ (this.querySelector("input"))?.focus();
    return !fault;
  }

  render() {
    const { instants, instant } = this;
    const wrong = this.wrong || (!this.isEmpty && instants.length !== 2 ? this.fault : "");
    return html`<div class="edition-time">
      <label for=${this.key}>${this.label} <span class="hint">${zoneName(this.zone.name)}</span></label>
      <input id=${this.key} type="datetime-local" .value=${this.local} aria-invalid=${wrong ? "true" : nothing}
        aria-describedby="${this.key}-says ${this.describedBy}" @input=${this.type} />
      ${instants.length > 1 ? this.question(instants) : nothing}
      <div id="${this.key}-says" role="status">
        ${instant ? html`<p class="hint">${say("publish.time.gmt", gmt(this.desk).dateTime(instant))}</p>` : nothing}
        ${wrong ? html`<p class="wrong">${wrong}</p>` : nothing}
      </div>
    </div>`;
  }

  /** @param {number[]} instants */
  question(instants) {
    return html`<fieldset class="edition-time-which">
      <legend>${say("publish.time.twice", this.local.slice(11))}</legend>
      ${instants.map((instant, index) => html`<label class="check">
        <input type="radio" name="${this.key}-which" .checked=${this.which === index} @change=${() => this.choose(index)} />
        ${say(index ? "publish.time.second" : "publish.time.first", gmt(this.desk).time(instant))}
      </label>`)}
    </fieldset>`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  type(event) {
    const { value, validity } = event.currentTarget;
    this.#show(value);
    this.isHalf = validity.badInput;
    this.wrong = "";
    this.tell();
  }

  /** @param {number} index */
  choose(index) {
    this.which = index;
    this.wrong = "";
    this.tell();
  }

  tell() {
    this.dispatchEvent(new Event("picked", { bubbles: true }));
  }
}

/** @param {import("../shell/desk.js").Desk} desk */
const gmt = (desk) => new EditionClock(GMT, desk.edition.monthNames);

/** «توقيت لبنان» @param {string} timeZone */
const zoneName = (timeZone) =>
  new Intl.DateTimeFormat(deskLanguage(), { timeZone, timeZoneName: "shortGeneric" })
    .formatToParts(new Date())
    .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

customElements.define("edition-time", EditionTime);
