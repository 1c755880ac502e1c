import { bodyDirection } from "./body-direction.js";
import { BodyWriter } from "./body-writer.js";

/**
 * Writes a body as the newspaper stores it (`docs/body.md`). Nothing empty is written.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("./body-writer.js").Run} Run
 */

/** Block by block, what was written of a node that has not changed since. @type {WeakMap<Node, Map<string, string>>} */
const written = new WeakMap();

/** @param {Node} doc */
export const writeBody = (doc) => {
  const around = bodyDirection(doc);
  let html = "";
  doc.forEach((block) => void (html += writeBlock(block, around)));
  return html;
};

/** @param {Node} block @param {string | undefined} around */
export const writeBlock = (block, around) => {
  const known = written.get(block) ?? new Map();
  let html = known.get(around ?? "");
  if (html === undefined) {
    const writer = new BodyWriter();
    writer.block(block, 0, around, false);
    html = writer.html;
    known.set(around ?? "", html);
    written.set(block, known);
  }
  return html;
};

/** Every text of a body, in its order. @param {Node} doc @returns {Run[]} */
export const runsOf = (doc) => {
  const writer = new BodyWriter([]);
  const around = bodyDirection(doc);
  doc.forEach((block, offset) => writer.block(block, offset, around, false));
  return writer.runs ?? [];
};
