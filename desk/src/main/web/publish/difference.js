import { diffComm } from "node-diff3";
import { linesOf } from "./body-lines.js";

/**
 * @typedef {{kind: "same" | "removed" | "added", text: string}} Part
 *
 * @typedef {object} LineChange a line of a text, before and after
 * @property {"same" | "changed" | "marks"} kind `marks`: only its formatting, links or level changed
 * @property {Part[]} parts
 *
 * @typedef {{common?: any[], buffer1?: any[], buffer2?: any[]}[]} Runs
 */

/** Above this, two lines are shown as one that went and one that came: finding what they share would take too long. */
const MOST_WORDS = 4000;

/**
 * What is the same and what is not.
 *
 * @param {string[]} before
 * @param {string[]} after
 */
const runs = (before, after) => /** @type {Runs} */ (/** @type {unknown} */ (diffComm(before, after)));

/**
 * The difference of two lines by words. A sign of punctuation is a word of its own.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Part[]}
 */
export const wordChanges = (before, after) => {
  const [old, now] = [before, after].map((text) => text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? []);
  if (old.length + now.length > MOST_WORDS) return joined([["removed", before], ["added", after]]);
  return joined(
    runs(old, now).flatMap(({ common, buffer1 = [], buffer2 = [] }) =>
      common ? [["same", common.join("")]] : [["removed", buffer1.join("")], ["added", buffer2.join("")]]));
};

/**
 * Parts without those that are empty. What is the same, but only space between two changes, belongs to them: a changed
 * phrase is read as one.
 *
 * @param {string[][]} list
 * @returns {Part[]}
 */
const joined = (list) => {
  /** @type {Part[]} */
  const parts = [];
  let removed = "";
  let added = "";
  const settle = () => {
    if (removed) parts.push({ kind: "removed", text: removed });
    if (added) parts.push({ kind: "added", text: added });
    removed = added = "";
  };
  list.forEach(([kind, text], index) => {
    const isBetween = kind === "same" && !text.trim() && (removed || added) && index < list.length - 1;
    if (kind === "removed" || isBetween) removed += text;
    if (kind === "added" || isBetween) added += text;
    if (kind !== "same" || isBetween) return;
    settle();
    parts.push({ kind, text });
  });
  settle();
  return parts;
};

/**
 * The difference of two texts, line by line.
 *
 * @param {string} [before] HTML
 * @param {string} [after] HTML
 * @returns {LineChange[]}
 */
export const textChanges = (before = "", after = "") => {
  const [old, now] = [linesOf(before), linesOf(after)];
  const all = runs(old.map(({ text }) => text), now.map(({ text }) => text));
  let [a, b] = [0, 0];
  return all.flatMap(({ common, buffer1 = [], buffer2 = [] }) => {
    if (common) {
      return common.map((text) => /** @type {LineChange} */ ({ kind: old[a++].marks === now[b++].marks ? "same" : "marks", parts: [{ kind: "same", text }] }));
    }
    a += buffer1.length;
    b += buffer2.length;
    return pairs(buffer1, buffer2);
  });
};

/**
 * Lines that changed: each with the one that it became, if they share words; others went or came.
 *
 * @param {string[]} before
 * @param {string[]} after
 * @returns {LineChange[]}
 */
const pairs = (before, after) => {
  /** @type {LineChange[]} */
  const changes = [];
  let next = 0;
  for (const line of before) {
    const found = after.findIndex((other, index) => index >= next && areLike(line, other));
    for (; next < found; next++) changes.push({ kind: "changed", parts: [{ kind: "added", text: after[next] }] });
    if (found >= 0) changes.push({ kind: "changed", parts: wordChanges(line, after[next++]) });
    else changes.push({ kind: "changed", parts: [{ kind: "removed", text: line }] });
  }
  for (; next < after.length; next++) changes.push({ kind: "changed", parts: [{ kind: "added", text: after[next] }] });
  return changes;
};

/** Whether two lines share at least four in ten of their words. @param {string} a @param {string} b */
const areLike = (a, b) => {
  const [first, second] = [a, b].map((text) => new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []));
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared >= 0.4 * Math.max(first.size, second.size, 1);
};

/** Fields that a revision says of itself, or that follow from others. */
const NOT_CONTENT = new Set(["id", "revision", "editor", "revisedAt", "updatedAt", "bodyHtml", "summaryMade", "releasedAt", "lateMillis", "interruptions"]);

/**
 * The fields in which two revisions differ, without the text, in the order of the newer one.
 *
 * @param {Record<string, any>} before
 * @param {Record<string, any>} after
 */
export const fieldChanges = (before, after) =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .filter((field) => !NOT_CONTENT.has(field))
    // A summary that is made from the text changes with it.
    .filter((field) => field !== "summary" || !(before.summaryMade && after.summaryMade))
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
