/** A tag with its name; a value in quotes may hold `>`. */
export const TAG = /<(\/?)([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<!--[\s\S]*?-->/g;

/** Elements without content or end tag. */
export const VOID = new Set(["area", "br", "col", "hr", "img", "wbr"]);

/** Elements that are in a line, and may be at the top of a text without a paragraph. */
export const INLINE = new Set(["a", "abbr", "b", "bdi", "br", "cite", "code", "em", "i", "img", "q", "span", "strong", "sub", "sup"]);

/**
 * The blocks at the top of a text, each with its tags: paragraphs, headings, lists, figures. Text beside blocks is a block
 * of its own. Space between blocks means nothing and is left out.
 *
 * @param {string} html well-formed, as the API answers it
 */
export const blocksOf = (html) => {
  /** @type {string[]} */
  const blocks = [];
  let begin = 0;
  let depth = 0;
  /** @param {number} end */
  const cut = (end) => {
    const block = html.slice(begin, end).trim();
    if (block) blocks.push(block);
    begin = end;
  };
  for (const tag of html.matchAll(TAG)) {
    const [text, slash, rawName = ""] = tag;
    const name = rawName.toLowerCase();
    if (!name) continue;
    if (!depth && !slash && !INLINE.has(name)) cut(tag.index);
    if (!VOID.has(name)) depth += slash ? -1 : 1;
    if (depth < 0) depth = 0;
    if (!depth && !INLINE.has(name)) cut(tag.index + text.length);
  }
  cut(html.length);
  return blocks;
};

/** @type {Record<string, string>} */
const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/**
 * HTML as plain text, to be read or copied: a line for each block, `•` before items of lists, the description of a picture
 * in brackets.
 *
 * @param {string} html
 */
export const textOf = (html) =>
  html
    .replace(/<img\b(?:"[^"]*"|'[^']*'|[^"'>])*?\salt=("[^"]*"|'[^']*')(?:"[^"]*"|'[^']*'|[^"'>])*>/g, (_, alt) =>
      alt.length > 2 ? `[${alt.slice(1, -1)}]` : "")
    .replace(TAG, (_, slash, name = "") => lineOf(name.toLowerCase(), Boolean(slash)))
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (reference, name) => characterOf(name) ?? reference)
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/**
 * @param {string} name
 * @param {boolean} isEnd
 */
const lineOf = (name, isEnd) => {
  if (name === "li" && !isEnd) return "\n• ";
  if (name === "td" || name === "th") return isEnd ? " | " : "";
  if (name === "br" || name === "tr" || name === "li") return isEnd ? "" : "\n";
  return !name || INLINE.has(name) ? "" : isEnd ? "\n\n" : "\n";
};

/** @param {string} name */
const characterOf = (name) => {
  if (name[0] !== "#") return CHARACTERS[name.toLowerCase()];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
};
