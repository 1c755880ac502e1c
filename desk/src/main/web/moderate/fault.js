import { Problem, SignedOut, Unreachable } from "../api/problem.js";
import { say } from "../words/words.js";

/**
 * What the person is told of a failure.
 *
 * @param {unknown} fault
 * @param {string[]} [fields] those whose messages are shown beside them
 * @returns {{message: string, of: (field: string) => string}}
 */
export const told = (fault, fields = []) => {
  if (fault instanceof Problem) {
    const errors = fault.errors;
    const others = errors.filter(({ field }) => !fields.includes(field)).map(({ message }) => message);
    return {
      message: [fault.isPassing ? say("moderate.passing") : fault.message, ...others].join(" "),
      of: (field) => errors.find((error) => error.field === field)?.message ?? "",
    };
  }
  const message = fault instanceof SignedOut ? say("desk.signedOut") : fault instanceof Unreachable ? say("desk.unreachable") : undefined;
  if (message === undefined) throw fault;
  return { message, of: () => "" };
};
