import { diffIndices } from "node-diff3";
import { isEmpty, same } from "./article.js";
import { blocksOf, TAG } from "./blocks.js";
import { bothOf } from "./both.js";
import { FIELDS } from "./fields.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 * @typedef {"mine" | "theirs" | "both"} Choice
 *
 * @typedef {object} Conflict what both editors changed; of a text the blocks in one place
 * @property {import("./fields.js").Field} field
 * @property {any} base
 * @property {any} mine
 * @property {any} theirs
 * @property {boolean} canBeBoth
 *
 * @typedef {object} Merged
 * @property {Fields} fields what needs no decision
 * @property {Conflict[]} conflicts in the order in which they are asked
 * @property {(string[] | Conflict)[]} [body] the text: blocks, and conflicts between them
 */

/**
 * Joins the changes of two editors who began from the same revision. What only one of them changed, or both in the same
 * way, is joined; the rest is a conflict.
 *
 * @param {Fields} base
 * @param {Fields} mine
 * @param {Fields} theirs
 * @returns {Merged}
 */
export const merge = (base, mine, theirs) => {
  /** @type {Merged} */
  const merged = { fields: {}, conflicts: [] };
  for (const field of FIELDS) {
    const { name } = field;
    const [was, my, their] = [base[name], mine[name], theirs[name]];
    if (same(my, their) || same(their, was)) {
      put(merged.fields, name, my);
    } else if (same(my, was)) {
      put(merged.fields, name, their);
    } else if (field.merge === "blocks") {
      merged.body = mergeBlocks(was ?? "", my ?? "", their ?? "").map((part) =>
        Array.isArray(part) ? part : { field, ...part, canBeBoth: true });
      for (const part of merged.body) if (!Array.isArray(part)) merged.conflicts.push(part);
    } else {
      // "Both" of something and nothing is the something.
      const canBeBoth = field.merge !== "whole" && my !== undefined && their !== undefined;
      merged.conflicts.push({ field, base: was, mine: my, theirs: their, canBeBoth });
    }
  }
  return merged;
};

/**
 * The fields after all conflicts are decided.
 *
 * @param {Merged} merged
 * @param {Choice[]} choices one for each conflict
 * @returns {Fields}
 */
export const settle = (merged, choices) => {
  const fields = { ...merged.fields };
  /** @param {Conflict} conflict */
  const decided = (conflict) => choose(conflict, choices[merged.conflicts.indexOf(conflict)]);
  for (const conflict of merged.conflicts) {
    if (conflict.field.merge !== "blocks") put(fields, conflict.field.name, decided(conflict));
  }
  if (merged.body) {
    put(fields, "bodyHtml", merged.body.flatMap((part) => (Array.isArray(part) ? part : decided(part))).join("\n"));
  }
  return fields;
};

/**
 * @param {Conflict} conflict
 * @param {Choice} choice
 */
const choose = (conflict, choice) => (choice === "both" ? bothOf(conflict) : conflict[choice]);

/**
 * @param {Fields} fields
 * @param {string} name
 * @param {any} value
 */
const put = (fields, name, value) => {
  if (!isEmpty(value)) fields[name] = value;
};

/** @typedef {{begin: number, end: number, blocks: string[]}} Hunk blocks that stand in place of those of the base from `begin` to before `end` */

/**
 * @param {string} base
 * @param {string} mine
 * @param {string} theirs
 * @returns {(string[] | {base: string[], mine: string[], theirs: string[]})[]}
 */
export const mergeBlocks = (base, mine, theirs) => {
  const blocks = blocksOf(base);
  const hunks = [
    ...hunksOf(blocks, blocksOf(mine)).map((hunk) => ({ ...hunk, isMine: true })),
    ...hunksOf(blocks, blocksOf(theirs)).map((hunk) => ({ ...hunk, isMine: false })),
  ].sort((a, b) => a.begin - b.begin || a.end - b.end);
  const parts = [];
  let done = 0;
  for (let i = 0; i < hunks.length; ) {
    const { begin } = hunks[i];
    let { end } = hunks[i];
    const together = [hunks[i++]];
    while (i < hunks.length && touches(together, end, hunks[i])) {
      end = Math.max(end, hunks[i].end);
      together.push(hunks[i++]);
    }
    parts.push(blocks.slice(done, begin));
    /** @param {boolean} isMine */
    const of = (isMine) => patched(blocks, begin, end, together.filter((hunk) => hunk.isMine === isMine));
    const [my, their] = [of(true), of(false)];
    if (together.every((hunk) => hunk.isMine) || same(my, their)) parts.push(my);
    else if (together.every((hunk) => !hunk.isMine)) parts.push(their);
    else parts.push({ base: blocks.slice(begin, end), mine: my, theirs: their });
    done = end;
  }
  parts.push(blocks.slice(done));
  return parts.filter((part) => !Array.isArray(part) || part.length);
};

/**
 * Whether a change is in the same place as those before it. Changes of neighbouring blocks are not; two insertions between
 * the same two blocks are, because nobody but the editors knows which comes first.
 *
 * @param {Hunk[]} before
 * @param {number} end where they end
 * @param {Hunk} next
 */
const touches = (before, end, next) =>
  next.begin < end || (next.begin === end && next.begin === next.end && before.some((hunk) => hunk.begin === hunk.end && hunk.begin === next.begin));

/** @param {string} html */
const wordsOf = (html) => html.replace(TAG, " ").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * Whether words went from one block to another, as when a paragraph is split and its end joined with the next.
 *
 * @param {string[]} before
 * @param {string[]} after as many
 */
const isMoved = (before, after) => {
  const lacking = (/** @type {string} */ text, /** @type {string} */ other) => {
    const words = new Set(wordsOf(other));
    return wordsOf(text).filter((word) => !words.has(word));
  };
  const gone = new Set(before.flatMap((block, n) => lacking(block, after[n])));
  return after.some((block, n) => lacking(block, before[n]).some((word) => gone.has(word)));
};

/**
 * The changes of a text. Where as many blocks came as went and no word left its own, each is taken for the one in its place,
 * so that a conflict is about one paragraph.
 *
 * @param {string[]} base
 * @param {string[]} changed
 * @returns {Hunk[]}
 */
const hunksOf = (base, changed) =>
  diffIndices(base, changed).flatMap(({ buffer1: [begin, length], buffer2Content: blocks }) =>
    blocks.length === length && !isMoved(base.slice(begin, begin + length), blocks)
      ? blocks.map((block, n) => ({ begin: begin + n, end: begin + n + 1, blocks: [block] }))
      : [{ begin, end: begin + length, blocks }]);

/**
 * The blocks of the base from `begin` to before `end`, with changes.
 *
 * @param {string[]} base
 * @param {number} begin
 * @param {number} end
 * @param {Hunk[]} hunks
 */
const patched = (base, begin, end, hunks) => {
  const result = [];
  let at = begin;
  for (const hunk of hunks) {
    result.push(...base.slice(at, hunk.begin), ...hunk.blocks);
    at = hunk.end;
  }
  return [...result, ...base.slice(at, end)];
};
