import { Problem } from "../api/problem.js";
import { messageAt, messageOf } from "../shell/faults.js";
import { say } from "../words/words.js";

/**
 * What a moderator is told of a failure; of one that passes, when to try again.
 *
 * @param {unknown} fault
 * @param {string[]} [fields] those whose messages are shown beside them
 * @returns {{message: string, of: (field: string) => string}}
 */
export const told = (fault, fields = []) => ({
  message: fault instanceof Problem && fault.isPassing ? say("moderate.passing") : messageOf(fault, fields),
  of: (field) => messageAt(fault, field),
});
