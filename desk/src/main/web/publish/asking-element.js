import { Problem } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import { messageOf } from "../shell/faults.js";

/** How long after a request that failed it is sent again, in milliseconds. */
const PATIENCE = 5000;

/**
 * An element that asks the API about the present fields of an article. Who shows it sets `article`. One request is in
 * flight; what changes meanwhile is asked for next, and what was answered is not asked for again.
 */
export class AskingElement extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    article: { attribute: false },
    wrong: { state: true },
    waits: { state: true },
  };

  constructor() {
    super();
    /** @type {Record<string, any>} */
    this.article = {};
    this.wrong = "";
    this.waits = false;
    /** The fields that were asked about. */
    this.sent = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** How long after the last change it asks, in milliseconds. @returns {number} */
  get pause() {
    throw new Error("to be overridden");
  }

  /** What is sent; nothing if there is nothing to ask about yet. @returns {Record<string, any> | undefined} */
  get fields() {
    throw new Error("to be overridden");
  }

  /** Sends them, and shows the answer. @param {Record<string, any>} _fields @returns {Promise<void>} */
  async ask(_fields) {
    throw new Error("to be overridden");
  }

  connectedCallback() {
    super.connectedCallback();
    this.later(0);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("article")) this.later(this.pause);
  }

  /** @param {number} pause */
  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), pause);
  }

  async look() {
    if (!this.isConnected || !this.desk || this.waits) return;
    const { fields } = this;
    const now = JSON.stringify(fields);
    if (!fields || now === this.sent) return;
    this.sent = now;
    this.waits = true;
    try {
      await this.ask(fields);
      this.wrong = "";
    } catch (fault) {
      this.wrong = messageOf(fault, { away: "publish.unreachable" });
      // A problem stays until something is changed; what failed on the way is asked for again.
      if (!(fault instanceof Problem)) this.sent = "";
    } finally {
      this.waits = false;
      if (JSON.stringify(this.fields) !== this.sent) this.later(this.wrong ? PATIENCE : this.pause);
    }
  }
}
