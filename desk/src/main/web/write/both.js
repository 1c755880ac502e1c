import { diff3Merge } from "node-diff3";
import { same } from "./article.js";
import { INLINE, TAG, VOID } from "./blocks.js";

/** Above this, finding what two texts share would take too long. */
const MOST_TOKENS = 8000;

/** What no block may be in. */
const LINES = new Set(["p", "h2", "h3", "h4", "figcaption", "summary"]);

/** A tag, a word or a sign, each with the space before it. */
const TOKEN = new RegExp(`\\s*(?:${TAG.source}|&#?\\w+;|[\\p{L}\\p{M}\\p{N}_]+|\\S)|\\s+$`, "gu");

/** A sentence with the signs and tags that close it. A point in a number, an address or a tag ends none. */
const SENTENCE = /(?:<[^>]*>|[^<])+?(?:[.!?\u061f\u2026]["'»”’)\]]*(?:<\/[^>]*>)*(?=\s|$)|$)/gu;

/**
 * What two changes of a value are together, in which nothing is lost, and what both left alone is not said twice.
 *
 * @param {import("./merge.js").Conflict} conflict
 * @returns {any}
 */
export const bothOf = ({ field, base, mine, theirs }) => {
  if (field.merge === "text") return joined(base ?? "", mine, theirs) ?? `${mine} ${theirs}`;
  if (field.merge === "blocks" && [base, mine, theirs].every(({ length }) => length === 1)) {
    const block = joined(base[0], mine[0], theirs[0]);
    if (block !== undefined) return [block];
  }
  return all(base ?? [], mine, theirs);
};

/**
 * A text with the words of both: each change in its place; a sentence that both changed is there twice, as each of them has
 * it. Nothing if they share too little to be one text.
 *
 * @param {string} base
 * @param {string} mine
 * @param {string} theirs
 * @returns {string | undefined}
 */
export const joined = (base, mine, theirs) => byWords(base, mine, theirs) ?? bySentences(base, mine, theirs);

/** @type {typeof joined} */
const byWords = (base, mine, theirs) => {
  const [my, was, their] = [mine, base, theirs].map(tokens);
  if (my.length + was.length + their.length > MOST_TOKENS) return undefined;
  const parts = diff3Merge(my, was, their);
  if (parts.some(({ conflict }) => conflict)) return undefined;
  const text = parts.flatMap(({ ok }) => ok ?? []).join("");
  return isWellFormed(text) ? text : undefined;
};

/** @type {typeof joined} */
const bySentences = (base, mine, theirs) => {
  const wrapped = /^(<[^>]+>)(.*)(<\/[^>]+>)$/s;
  const [, open = "", inside = base, close = ""] = wrapped.exec(base) ?? [];
  const texts = [mine, theirs].map((text) => {
    const [, start = "", within = text, end = ""] = wrapped.exec(text) ?? [];
    return start === open && end === close ? within : undefined;
  });
  if (texts.some((text) => text === undefined || !hasOnlyInline(text)) || !hasOnlyInline(inside)) return undefined;
  const [my, their] = texts.map((text) => sentences(/** @type {string} */ (text)));
  const parts = diff3Merge(my, sentences(inside), their);
  // Where no sentence is common to all, two texts are clearer than one.
  if (!parts.some(({ ok }) => ok?.some((sentence) => my.includes(sentence) && their.includes(sentence)))) return undefined;
  const text = open + parts.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.a ?? []), ...(conflict?.b ?? [])]).join(" ") + close;
  return isWellFormed(text) ? text : undefined;
};

/** @param {string} text */
const tokens = (text) => text.match(TOKEN) ?? [];

/** @param {string} text */
const sentences = (text) => (text.match(SENTENCE) ?? []).map((sentence) => sentence.trim()).filter(Boolean);

/** @param {string} html */
const hasOnlyInline = (html) => [...html.matchAll(TAG)].every(([, , name]) => !name || INLINE.has(name.toLowerCase()));

/** Whether each tag is closed in its order, and no block is in a line of text. @param {string} html */
const isWellFormed = (html) => {
  /** @type {string[]} */
  const open = [];
  for (const [, slash, rawName = ""] of html.matchAll(TAG)) {
    const name = rawName.toLowerCase();
    if (!name || VOID.has(name)) continue;
    if (!slash && !INLINE.has(name) && open.some((outer) => LINES.has(outer))) return false;
    if (!slash) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return !open.length;
};

/**
 * What both have or one has added, without what one has taken away or replaced.
 *
 * @param {any[]} base
 * @param {any[]} mine
 * @param {any[]} theirs
 */
const all = (base, mine, theirs) => [
  ...mine.filter((value) => !has(base, value) || has(theirs, value)),
  ...theirs.filter((value) => !has(base, value) && !has(mine, value)),
];

/**
 * @param {any[]} list
 * @param {any} value
 */
const has = (list, value) => list.some((other) => same(other, value));
