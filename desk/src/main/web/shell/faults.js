import { Problem, SignedOut, Unreachable } from "../api/problem.js";
import { say } from "../words/words.js";

/**
 * How a failure is told where the common words do not say enough.
 *
 * @typedef {object} Telling
 * @property {string[]} [shown] fields whose messages are shown beside them
 * @property {string} [away] the phrase for a request that was not answered
 * @property {string} [passing] the phrase for a refusal that may pass
 */

/**
 * What a person is told when a request fails; undefined for a fault of the desk itself.
 *
 * @param {unknown} fault
 * @param {Telling} [telling]
 */
const expected = (fault, { shown = [], away = "desk.unreachable", passing } = {}) => {
  if (passing && fault instanceof Problem && fault.isPassing) return say(passing);
  if (fault instanceof Problem) {
    const others = fault.errors.filter(({ field }) => !shown.includes(field)).map(({ message }) => message);
    return [fault.message, ...others].join(" ");
  }
  if (fault instanceof Unreachable) return say(away);
  if (fault instanceof SignedOut) return say("desk.signedOut");
  return undefined;
};

/**
 * What a person is told when a request fails. A fault of the desk itself is thrown again.
 *
 * @param {unknown} fault
 * @param {Telling} [telling]
 */
export const messageOf = (fault, telling) => {
  const message = expected(fault, telling);
  if (message === undefined) throw fault;
  return message;
};

/**
 * The same where a person must learn in any case that something was not done.
 *
 * @param {unknown} fault
 */
export const messageOfAny = (fault) => {
  const message = expected(fault);
  // Whoever opens the console is told the cause.
  if (message === undefined) console.error(fault);
  return message ?? say("desk.failed");
};

/**
 * What is wrong with a field, if that is why a request failed.
 *
 * @param {unknown} fault
 * @param {string} field
 */
export const messageAt = (fault, field) =>
  fault instanceof Problem ? (fault.errors.find((error) => error.field === field)?.message ?? "") : "";
