import { Problem, SignedOut, Unreachable } from "../api/problem.js";
import { say } from "../words/words.js";

/**
 * What a person is told of a fault that is expected. Any other is thrown.
 *
 * @param {unknown} fault
 * @param {Set<string>} [shown] fields whose messages are shown beside them
 */
export const messageOf = (fault, shown = new Set()) => {
  if (fault instanceof Problem) {
    const others = fault.errors.filter(({ field }) => !shown.has(field));
    return [fault.message, ...others.map(({ message }) => message)].join(" ");
  }
  if (fault instanceof Unreachable) return say("publish.unreachable");
  if (fault instanceof SignedOut) return say("desk.signedOut");
  throw fault;
};
