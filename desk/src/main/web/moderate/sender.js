import { Problem, SignedOut } from "../api/problem.js";
import { Journal } from "./journal.js";
import { Outbox } from "./outbox.js";

/** @typedef {import("../shell/desk.js").Desk} Desk */

/** The first pause after a request without an answer, in milliseconds, and the longest. */
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30_000;

/**
 * Sends decisions when they are due, whatever area of the desk is shown, and keeps them in the browser until they are answered.
 * Tells of it by events: `outcomes` with what became of decisions, and `change`.
 */
export class Sender extends EventTarget {
  /** @param {Desk} desk */
  constructor(desk) {
    super();
    this.desk = desk;
    this.outbox = new Outbox();
    this.journal = new Journal(desk.session.name);
    /** @type {"" | "away" | "signedOut" | "unkept"} why decisions stay here */
    this.fault = "";
    this.unkept = false;
    this.failures = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    addEventListener("online", () => this.again());
    addEventListener("pagehide", () => this.changed());
    addEventListener("beforeunload", (event) => {
      // Only where the browser keeps nothing, in a private window or on a full disk.
      if (this.unkept && this.outbox.left) event.preventDefault();
    });
  }

  /** @returns {Promise<number>} how many decisions earlier pages left, which go out now */
  async takeOver() {
    let count = 0;
    await this.journal
      .takeOver((kept) => {
        count += this.outbox.adopt(kept, Date.now());
        return this.journal.save(this.outbox.kept());
      })
      .catch(() => {});
    if (count) this.changed();
    return count;
  }

  /** To be called after each change of the outbox. */
  changed() {
    this.journal.save(this.outbox.kept()).then(
      () => this.#isUnkept(false),
      () => this.#isUnkept(true),
    );
    this.#later();
  }

  /** @param {boolean} unkept */
  #isUnkept(unkept) {
    if (unkept === this.unkept) return;
    this.unkept = unkept;
    this.dispatchEvent(new Event("change"));
  }

  /** Tries at once, because the network or the person is back. */
  again() {
    if (!this.fault) return;
    this.outbox.notBefore = 0;
    this.#later();
  }

  #later() {
    clearTimeout(this.timer);
    const at = this.outbox.nextAt();
    if (at !== undefined) this.timer = setTimeout(() => this.#send(), Math.max(0, at - Date.now()));
  }

  async #send() {
    const decisions = this.outbox.batch(Date.now());
    if (decisions.length) {
      // What flies is known to the next page before it flies.
      await this.journal.save(this.outbox.kept()).catch(() => {});
      this.dispatchEvent(new Event("change"));
      try {
        const { body } = await this.desk.api.post("/api/comments/decisions", { decisions });
        this.#came();
        this.#tell(this.outbox.answered(body.results, Date.now()));
      } catch (fault) {
        this.#failed(fault);
      }
    }
    this.changed();
  }

  #came() {
    this.failures = 0;
    this.fault = "";
  }

  /** @param {unknown} fault */
  #failed(fault) {
    if (fault instanceof Problem && !fault.isPassing) {
      this.#came();
      this.#tell(this.outbox.refused(fault.status, named(fault), fault.message, Date.now()));
      return;
    }
    const pause = Math.min(FIRST_PAUSE * 2 ** this.failures++, LONGEST_PAUSE);
    const asked = fault instanceof Problem ? (fault.retryAfter ?? 0) * 1000 : 0;
    this.fault = fault instanceof SignedOut ? "signedOut" : "away";
    this.outbox.lost(Date.now(), Math.max(pause, asked));
    this.dispatchEvent(new Event("change"));
  }

  /** @param {import("./outbox.js").Outcome[]} outcomes */
  #tell(outcomes) {
    this.dispatchEvent(new CustomEvent("outcomes", { detail: outcomes }));
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * The messages of a refusal by the place of the decision: `decisions[2].reason`.
 *
 * @param {Problem} problem
 */
const named = ({ errors }) =>
  new Map(
    errors.flatMap(({ field, message }) => {
      const place = /^decisions\[(\d+)\]/.exec(field)?.[1];
      return place ? [/** @type {[number, string]} */ ([Number(place), message])] : [];
    }),
  );

/** @type {WeakMap<Desk, Sender>} */
const senders = new WeakMap();

/**
 * The one sender of a desk: decisions go out even if the person has gone on to another area.
 *
 * @param {Desk} desk
 */
export const senderOf = (desk) => {
  const sender = senders.get(desk) ?? new Sender(desk);
  senders.set(desk, sender);
  return sender;
};
