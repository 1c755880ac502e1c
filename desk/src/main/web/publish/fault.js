import { Unreachable } from "../api/problem.js";
import { messageOf as messageOfAny } from "../shell/faults.js";
import { say } from "../words/words.js";

/**
 * What a person is told of a fault who has written something: that it is still there.
 *
 * @param {unknown} fault
 * @param {string[]} [shown] fields whose messages are shown beside them
 */
export const messageOf = (fault, shown) => (fault instanceof Unreachable ? say("publish.unreachable") : messageOfAny(fault, shown));
