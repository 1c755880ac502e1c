import { messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";
import { QueueLoader } from "./loader.js";
import { keyOf } from "./outbox.js";
import { Queue } from "./queue.js";
import { stateText } from "./queue-list.js";

/**
 * @typedef {import("./outbox.js").Outcome} Outcome
 * @typedef {import("./outbox.js").Status} Status
 * @typedef {import("./outbox.js").Verb} Verb
 */

/** What a moderator does with the queue: joins it to the API and to the decisions on their way, and says what happens. */
export class Moderation {
  /**
   * @param {import("../shell/desk.js").Desk} desk
   * @param {import("./sender.js").Sender} sender
   * @param {() => void} changed something is to be shown anew
   */
  constructor(desk, sender, changed) {
    this.desk = desk;
    this.sender = sender;
    this.changed = changed;
    /** What was done last. */
    this.said = "";
    this.wrong = "";
    this.queue = new Queue(sender.outbox, "pending");
    this.loader = new QueueLoader(desk.api, this.queue, {});
    this.onOutcomes = (/** @type {Event} */ event) => this.settle(/** @type {CustomEvent<Outcome[]>} */ (event).detail);
  }

  start() {
    this.sender.addEventListener("change", this.changed);
    this.sender.addEventListener("outcomes", this.onOutcomes);
    this.sender.takeOver().then((count) => {
      if (!count) return;
      this.queue.goOn();
      this.tell(say("moderate.takenOver", count));
    });
  }

  stop() {
    this.sender.removeEventListener("change", this.changed);
    this.sender.removeEventListener("outcomes", this.onOutcomes);
  }

  /**
   * Shows the beginning of what the filters find.
   *
   * @param {Status} status
   * @param {import("./loader.js").Filters} filters
   */
  open(status, filters) {
    this.queue = new Queue(this.sender.outbox, status);
    this.loader = new QueueLoader(this.desk.api, this.queue, filters);
    this.wrong = "";
  }

  /** @param {string} text */
  tell(text) {
    this.said = text;
    this.changed();
  }

  /** Fetches more if few are left. */
  async fill() {
    await this.#try((loader) => loader.fill());
  }

  /** Looks at what colleagues have decided and what has come in. */
  async look() {
    await this.#try((loader) => (loader.parts.length ? loader.refresh() : loader.more()));
    for (const key of this.queue.overtaken) this.said = this.#late(key);
    if (this.queue.overtaken.length) this.sender.changed();
    this.queue.overtaken = [];
    await this.fill();
  }

  /** @param {(loader: QueueLoader) => Promise<void>} load */
  async #try(load) {
    const loader = this.loader;
    try {
      await load(loader);
      if (loader === this.loader) this.wrong = "";
    } catch (fault) {
      if (loader === this.loader) this.wrong = messageOf(fault, { passing: "moderate.passing" });
    }
    this.changed();
  }

  /** @param {Outcome[]} outcomes */
  async settle(outcomes) {
    const { queue, loader } = this;
    for (const outcome of outcomes) queue.settle(outcome, this.desk.session.name, Date.now());
    this.changed();
    const late = outcomes.filter(({ key, status }) => status !== 200 && queue.entries.has(key)).map(({ key }) => key);
    await loader.findOut(late.map((key) => queue.of(key).comment)).catch(() => {});
    for (const key of late) this.said = this.#late(key);
    await this.fill();
  }

  /** @param {string} key of a comment that somebody else decided first, or that the newsroom refused to decide */
  #late(key) {
    return say("moderate.late", this.queue.of(key).comment.name, stateText(this.queue, key));
  }

  /**
   * @param {Verb} verb
   * @param {string} [reason]
   */
  decide(verb, reason) {
    const key = this.queue.selected;
    if (!key) return;
    const { name } = this.queue.of(key).comment;
    if (!this.queue.decide(verb, Date.now(), reason)) {
      this.tell(stateText(this.queue, key));
      return;
    }
    this.sender.changed();
    this.tell(say(`moderate.decided.${verb}`, name));
    this.fill();
  }

  /** Rejects what waits of one person. @param {import("./outbox.js").Comment[]} comments @param {string} reason */
  rejectAll(comments, reason) {
    for (const comment of comments) this.sender.outbox.decide(comment, "reject", Date.now(), reason);
    this.sender.changed();
    this.queue.goOn();
    this.tell(say("moderate.decided.all", comments.length));
    this.fill();
  }

  undo() {
    const undone = this.queue.undo(Date.now());
    if (undone) this.sender.changed();
    this.tell(say(!undone ? "moderate.nothingToUndo" : undone.wasSent ? "moderate.takenBack" : "moderate.undone"));
  }

  /** @param {1 | -1} step */
  move(step) {
    if (!this.queue.move(step, Date.now())) this.said = say(step > 0 ? "moderate.isLast" : "moderate.isFirst");
    this.changed();
    this.fill();
  }

  /** @param {string} key */
  select(key) {
    this.queue.select(key);
    this.changed();
    this.fill();
  }

  /** They were erased. @param {import("./outbox.js").Comment[]} comments */
  gone(comments) {
    for (const comment of comments) this.queue.resolve(keyOf(comment), null, Date.now());
    this.queue.overtaken = [];
    this.sender.changed();
    this.changed();
  }

  /**
   * A panel changed comments.
   *
   * @param {import("./outbox.js").Comment[]} comments
   */
  async readAgain(comments) {
    await this.loader.findOut(comments).catch(() => {});
    this.changed();
  }
}
