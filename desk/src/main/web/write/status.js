import { messageOf } from "../shell/faults.js";

/** @typedef {"signIn" | "again" | "decide" | "beginAgain" | "copy"} Action what the person can do about it */

/**
 * Where the words are, for the line of status.
 *
 * @param {import("./draft.js").Draft} draft
 * @param {(at: number | string) => string} clock shows a time
 * @returns {{phrase: string, values: (string | number)[], tone: "good" | "soft" | "bad", action?: Action}}
 */
export const statusOf = (draft, clock) => {
  const { trouble, base } = draft;
  if (trouble) return troubled(trouble, draft.journalFails);
  if (!draft.isChanged) {
    if (!base) return { phrase: "write.status.empty", values: [], tone: "soft" };
    const at = base.article.revisedAt ?? draft.savedAt;
    const values = [base.revision, at ? clock(at) : "", base.article.editor ?? ""];
    return { phrase: base.article.editor ? "write.status.revision" : "write.status.ownRevision", values, tone: "good" };
  }
  if (draft.savedAt && base) {
    const phrase = draft.journalFails ? "write.status.newsroomOnly" : "write.status.newsroom";
    return { phrase, values: [clock(draft.savedAt)], tone: draft.journalFails ? "bad" : "good" };
  }
  if (draft.journalFails) return { phrase: "write.status.nowhere", values: [], tone: "bad", action: "copy" };
  const hasHeadline = Boolean(draft.fields.headline?.trim());
  return { phrase: base || hasHeadline ? "write.status.device" : "write.status.noHeadline", values: [], tone: "soft" };
};

/** @type {Record<string, Action>} */
const ACTIONS = { signedOut: "signIn", away: "again", busy: "again", otherCopy: "decide", stale: "decide", gone: "beginAgain" };

/**
 * @param {import("./draft.js").Trouble} trouble
 * @param {boolean} journalFails
 * @returns {ReturnType<typeof statusOf>}
 */
const troubled = ({ kind, fault }, journalFails) => {
  if (journalFails && kind !== "stale" && kind !== "otherCopy") return { phrase: "write.status.nowhere", values: [], tone: "bad", action: "copy" };
  const values = fault ? [messageOf(fault)] : [];
  return { phrase: `write.status.${kind}`, values, tone: "bad", action: ACTIONS[kind] };
};
