import { bodyDirection, eachBlock, foundDirection } from "./body-direction.js";
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
  /** @type {Map<Node, string | null>} */
  const changes = new Map();
  eachBlock(doc, (node, _, around, bare) => {
    if (bare || !("dir" in node.attrs) || node.type.name === "table" || node.type.name === "table_row") return;
    const found = foundDirection(node, around, false) ?? null;
    if (node.attrs.dir === found) changes.set(node, null);
    else if (node.attrs.dir === null) changes.set(node, "none");
  });
  /** @param {Node} node @returns {Node} */
  const rebuilt = (node) => {
    if (node.isInline) return node;
    /** @type {Node[]} */
    const children = [];
    node.forEach((child) => void children.push(rebuilt(child)));
    const dir = changes.get(node);
    return node.type.create(dir === undefined ? node.attrs : { ...node.attrs, dir }, children, node.marks);
  };
  return rebuilt(doc);
};
