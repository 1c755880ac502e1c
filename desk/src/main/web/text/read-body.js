import { bareIndex, bodyDirection, foundDirection, groupDirection } from "./body-direction.js";
import { readBlock } from "./body-reader.js";
import { schema } from "./schema.js";
import { readTokens } from "./tokens.js";
import { writeBlock, writeBody } from "./write-body.js";

/**
 * Reads a body as the newspaper stores it. What the schema cannot hold to the letter becomes a `kept` block: it is shown,
 * written again as it was, and not edited.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("./tokens.js").Token} Token
 */

/**
 * @param {string} html
 * @returns {Node}
 */
export const readBody = (html) => {
  const tokens = readTokens(html);
  if (!tokens) return docOf([kept(html)]);
  const parts = tokens.filter((token) => !isEmpty(token)).map((token) => ({ token, source: html.slice(token.start, token.end) }));
  let blocks = parts.map(({ token, source }) => readBlock(token, false) ?? readBlock(token, true) ?? kept(source));
  // Most bodies are held at once; where marks are nested in another way than the editor's, that is noted.
  for (const nested of [true, undefined]) {
    const doc = settled(docOf(blocks));
    const around = bodyDirection(doc);
    const wrong = parts.map(({ source }, i) => writeBlock(doc.child(i), around) !== source);
    if (!wrong.includes(true)) return doc;
    blocks = parts.map(({ token, source }, i) =>
      wrong[i] ? ((nested && readBlock(token, true)) || kept(source)) : blocks[i]);
  }
  const doc = settled(docOf(blocks));
  return writeBody(doc) === parts.map(({ source }) => source).join("") ? doc : docOf([kept(html)]);
};

/** Space between blocks, and paragraphs without anything. @param {Token} token */
const isEmpty = (token) =>
  "text" in token ? !token.text.trim() : token.tag === "p" && !token.children.length;

/** @param {Node[]} blocks */
const docOf = (blocks) => schema.nodes.doc.create(null, blocks.length ? blocks : schema.nodes.paragraph.create());

/** @param {string} html */
const kept = (html) => schema.nodes.kept.create({ html });

/** Takes away each `dir` that the press finds by itself, so that it follows the text when that is changed. @param {Node} doc */
const settled = (doc) => {
  /** @param {Node} node @param {string | undefined} around @param {boolean} bare @returns {Node} */
  const settle = (node, around, bare) => {
    if (node.isInline) return node;
    const { dir } = node.attrs;
    const found = foundDirection(node, around, bare) ?? null;
    const inside = dir ?? groupDirection(node) ?? around;
    const index = bareIndex(node);
    /** @type {Node[]} */
    const children = [];
    node.forEach((child, _, i) => void children.push(settle(child, inside, i === index)));
    const attrs = found === null || dir === undefined ? node.attrs : { ...node.attrs, dir: dir === found ? null : (dir ?? "none") };
    return node.type.create(attrs, children, node.marks);
  };
  return settle(doc, bodyDirection(doc), false);
};
