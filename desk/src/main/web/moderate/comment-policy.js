import { html, nothing } from "lit";
import { AreaElement } from "../shell/element.js";
import { messageAt, messageOf } from "../shell/faults.js";
import { Poll } from "../shell/poll.js";
import { say } from "../words/words.js";

/**
 * @typedef {{difficulty: number, questions: boolean, comments: "open" | "closed", changedBy?: string, changedAt?: string}} Policy
 */

const PATH = "/api/comments/policy";

/** Hashes for a comment on a quiet day, on a busy one, and in a flood. */
const LEVELS = { calm: 50_000, busy: 250_000, flood: 1_000_000 };

/** Seconds between two looks whether a colleague has changed it. */
const EVERY = 15;

/** What comments must pass: the flood switch. */
export class CommentPolicy extends AreaElement {
  static properties = { ...AreaElement.properties, policy: { state: true }, wanted: { state: true }, fault: { state: true }, asks: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Policy | undefined} as it is in force */
    this.policy = undefined;
    /** @type {Partial<Policy>} what the person has changed and not set yet */
    this.wanted = {};
    /** @type {unknown} */
    this.fault = undefined;
    /** Whether the person is asked again before all comments are closed. */
    this.asks = false;
    this.busy = false;
    this.poll = new Poll(EVERY, () => this.read());
  }

  connectedCallback() {
    super.connectedCallback();
    this.poll.start();
    this.read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.poll.stop();
  }

  async read() {
    try {
      const { body } = await this.desk.api.get(PATH);
      // That it could not be read is over; why it was not set is still to be seen.
      if (!this.policy) this.fault = undefined;
      this.policy = body;
    } catch (fault) {
      if (!this.policy) this.fault = fault;
    }
  }

  /** What would be set. @returns {Policy} */
  get next() {
    const { difficulty, questions, comments } = /** @type {Policy} */ (this.policy);
    return { difficulty, questions, comments, ...this.wanted };
  }

  get isChanged() {
    const now = /** @type {any} */ (this.policy);
    return Object.entries(this.wanted).some(([name, value]) => now[name] !== value);
  }

  /** @param {Event} event */
  async set(event) {
    event.preventDefault();
    const closes = this.next.comments === "closed" && this.policy?.comments === "open";
    if (closes && !this.asks) {
      this.asks = true;
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.querySelector(".policy-sure button"))?.focus();
      return;
    }
    this.busy = true;
    try {
      this.policy = (await this.desk.api.put(PATH, this.next)).body;
      this.wanted = {};
      this.fault = undefined;
      this.asks = false;
      this.desk.notify(say("moderate.policy.done"));
    } catch (fault) {
      this.fault = fault;
    }
    this.busy = false;
  }

  render() {
    const wrong = this.fault ? messageOf(this.fault, { shown: ["difficulty"], passing: "moderate.passing" }) : "";
    return html`
      <header class="list-head">
        <h1>${say("moderate.policy")}</h1>
        <a href="#/moderate">${say("moderate.back")}</a>
      </header>
      ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
      ${this.policy ? this.form(this.policy, messageAt(this.fault, "difficulty")) : html`<p class="waiting" role="status">${say("moderate.loading")}</p>`}
    `;
  }

  /**
   * @param {Policy} policy
   * @param {string} wrong
   */
  form({ changedBy, changedAt }, wrong) {
    const next = this.next;
    return html`<form class="policy" @submit=${this.set}>
      <p class="hint" role="status">${changedBy && changedAt ? say("moderate.policy.changed", changedBy, this.desk.clock.dateTime(changedAt)) : say("moderate.policy.never")}</p>
      <fieldset>
        <legend>${say("moderate.policy.comments")}</legend>
        ${["open", "closed"].map((value) => this.radio("comments", value, next.comments === value, say(`moderate.policy.${value}`)))}
      </fieldset>
      <fieldset>
        <legend>${say("moderate.policy.difficulty")}</legend>
        <p class="hint">${say("moderate.policy.difficulty.hint")}</p>
        ${Object.entries(LEVELS).map(([level, hashes]) => this.radio("level", String(hashes), next.difficulty === hashes, say(`moderate.policy.${level}`, hashes)))}
        <label for="difficulty">${say("moderate.policy.number")}</label>
        <input id="difficulty" name="difficulty" type="number" inputmode="numeric" dir="ltr" .value=${String(next.difficulty)} aria-invalid=${wrong ? "true" : nothing} aria-describedby="difficulty-wrong" @input=${this.number} />
        <p class="wrong" id="difficulty-wrong">${wrong}</p>
      </fieldset>
      <label class="check"><input type="checkbox" .checked=${next.questions} @change=${this.ask} /> ${say("moderate.policy.questions")}</label>
      <p class="hint">${say("moderate.policy.questions.hint")}</p>
      ${this.asks
        ? html`<div class="policy-sure" role="alert">
            <p>${say("moderate.policy.sure")}</p>
            <button class="danger" ?disabled=${this.busy}>${say("moderate.policy.close")}</button>
            <button type="button" @click=${() => (this.asks = false)}>${say("moderate.cancel")}</button>
          </div>`
        : html`<button class="main" ?disabled=${this.busy || !this.isChanged}>${say("moderate.policy.set")}</button>`}
      <p class="hint">${say("moderate.policy.soon")}</p>
    </form>`;
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {boolean} checked
   * @param {string} label
   */
  radio(name, value, checked, label) {
    return html`<label class="check"><input type="radio" name=${name} value=${value} .checked=${checked} @change=${this.choose} /> ${label}</label>`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  choose({ currentTarget: { name, value } }) {
    this.asks = false;
    this.wanted = { ...this.wanted, ...(name === "level" ? { difficulty: Number(value) } : { comments: /** @type {Policy["comments"]} */ (value) }) };
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  number({ currentTarget: { value } }) {
    this.wanted = { ...this.wanted, difficulty: Number(value) };
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  ask({ currentTarget: { checked } }) {
    this.wanted = { ...this.wanted, questions: checked };
  }
}

customElements.define("comment-policy", CommentPolicy);
