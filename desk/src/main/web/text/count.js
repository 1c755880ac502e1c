/** Words a minute, as the press counts the time that a text takes to read. */
const WORDS_PER_MINUTE = 200;

/** @type {WeakMap<import("prosemirror-model").Node, number>} */
const counted = new WeakMap();

/** @param {import("prosemirror-model").Node} node */
export const wordsIn = (node) => {
  const known = counted.get(node);
  if (known !== undefined) return known;
  let words = 0;
  if (node.isTextblock) words = node.textBetween(0, node.content.size, " ", " ").match(/\S+/g)?.length ?? 0;
  else node.forEach((child) => void (words += wordsIn(child)));
  counted.set(node, words);
  return words;
};

/** @param {number} words */
export const minutesFor = (words) => Math.max(1, Math.round(words / WORDS_PER_MINUTE));

const utf8 = new TextEncoder();

/** The bytes of a body as the newspaper counts them. @param {string} html */
export const bytesOf = (html) => utf8.encode(html).length;
