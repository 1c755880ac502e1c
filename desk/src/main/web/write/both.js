import { diff3Merge, diffIndices, LCS } from "node-diff3";
import { same } from "./article.js";
import { blocksOf, INLINE, TAG, VOID } from "./blocks.js";

/** Above this, finding what two texts share would take too long. */
const MOST_TOKENS = 8000;

/** What no block may be in. */
const LINES = new Set(["p", "h2", "h3", "h4", "figcaption", "summary"]);

/** A tag, a word or a sign, each with the space before it. */
const TOKEN = new RegExp(`\\s*(?:${TAG.source}|&#?\\w+;|[\\p{L}\\p{M}\\p{N}_]+|\\S)|\\s+$`, "gu");

/** A tag with which a line of text begins, and the space after it: the first word of a line is the same word as within one. */
const LINE = new RegExp(`(<(?:${[...LINES].join("|")})(?:\\s[^>]*)?>)( ?)(?=[^\\s<])`, "g");

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
  if (field.merge === "blocks" && [base, mine, theirs].every(({ length }) => length)) {
    const blocks = joined(base.join(""), mine.join(""), theirs.join(""));
    if (blocks !== undefined) return blocksOf(blocks);
  }
  return all(base ?? [], mine, theirs);
};

/**
 * A text with the words of both: each change in its place; a sentence in which both changed the same words is there twice, as
 * each of them has it. Nothing if they share too little to be one text.
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
  const text = woven(was, my, their)?.join("").replace(LINE, "$1").trim();
  return text !== undefined && isWellFormed(text) ? text : undefined;
};

/**
 * The words of both, without those that one of them took away; what both added in one place is there one after the other.
 * Nothing if they changed the same words, or neighbouring ones, each into others, or one wrote at what the other took away.
 *
 * @param {string[]} base
 * @param {string[]} mine
 * @param {string[]} theirs
 */
const woven = (base, mine, theirs) => {
  const hunks = [...changes(base, mine), ...changes(base, theirs)].sort((a, b) => a.begin - b.begin || a.end - b.end);
  const result = [];
  let last = { begin: -1, end: 0, words: /** @type {string[]} */ ([]) };
  for (const hunk of hunks) {
    if (same(hunk, last)) continue;
    if (clash(base, last, hunk)) return undefined;
    result.push(...base.slice(last.end, hunk.begin), ...hunk.words);
    if (hunk.end >= last.end) last = hunk;
  }
  return [...result, ...base.slice(last.end)];
};

/** @typedef {{begin: number, end: number, words: string[]}} Hunk words in place of those of the base from `begin` to before `end` */

/**
 * @param {string[]} base
 * @param {Hunk} before
 * @param {Hunk} next
 */
const clash = (base, before, next) => {
  if (next.begin < before.end) return before.words.length + next.words.length > 0;
  if (next.begin > before.end) return false;
  const isOther = (/** @type {Hunk} */ { begin, end, words }) => begin < end && words.length > 0;
  return (isOther(before) && isOther(next)) || (next.words.length > 0 && isLine(base, before)) || (before.words.length > 0 && isLine(base, next));
};

/**
 * Whether a change takes a whole line away.
 *
 * @param {string[]} base
 * @param {Hunk} hunk
 */
const isLine = (base, { begin, end }) =>
  base.slice(begin, end).some((token) => !isTag(token)) && isTag(base[begin], base[begin - 1] ?? "<") && isTag(base[end - 1], base[end] ?? "<");

/**
 * The changes of a text. A word that is in both is the same word, whatever became of the tags around it: what a split or a join
 * leaves in another paragraph has not changed.
 *
 * @param {string[]} base
 * @param {string[]} changed
 * @returns {Hunk[]}
 */
const changes = (base, changed) => {
  const [was, now] = [base, changed].map((text) => text.flatMap((token, at) => (isTag(token) ? [] : [at])));
  const kept = [[base.length, changed.length]];
  const [before, after] = [was.map((at) => base[at]), now.map((at) => changed[at])];
  for (let pair = LCS(before, after); pair.chain; pair = pair.chain) kept.unshift([was[pair.buffer1index], now[pair.buffer2index]]);
  let [from, start] = [0, 0];
  return kept.flatMap(([to, end]) => {
    const hunks = diffIndices(base.slice(from, to), changed.slice(start, end)).flatMap(
      ({ buffer1: [at, length], buffer1Content: gone, buffer2Content: words }) => {
        const begin = from + at;
        // Words where two paragraphs were joined are no other words for their tags.
        const isJoin = gone.every((token) => isTag(token)) && !words.some((token) => isTag(token));
        return isJoin && length && words.length
          ? [{ begin, end: begin, words }, { begin, end: begin + length, words: [] }]
          : [{ begin, end: begin + length, words }];
      });
    [from, start] = [to + 1, end + 1];
    return hunks;
  });
};

/** Whether one of them is a tag. @param {string[]} tokens */
const isTag = (...tokens) => tokens.some((token) => token.trimStart()[0] === "<");

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
const tokens = (text) => ` ${text}`.replace(LINE, "$1 ").match(TOKEN) ?? [];

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
