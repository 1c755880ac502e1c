import { directionOf, isFigure, weight } from "./direction.js";
import { textOf } from "./schema-figures.js";

/**
 * Which direction the press gives to each block of a body, as `BodyDirection` does on the server: a block is marked if
 * most of its words are read in another direction than what is around it. A body of any length costs what has changed
 * in it, because nodes never change.
 *
 * @typedef {import("prosemirror-model").Node} Node
 */

const MARKED = new Set(
  "paragraph heading pre bullet_list ordered_list list_item blockquote aside figcaption table_caption table_cell table_header".split(" "),
);
const LISTS = new Set(["bullet_list", "ordered_list"]);

/** @type {WeakMap<Node, number>} */
const weights = new WeakMap();

/** @param {Node} node how many words it has, as `weight` counts them */
export const weightOf = (node) => {
  const known = weights.get(node);
  if (known !== undefined) return known;
  let sum = 0;
  if (node.isTextblock) sum = weight(spokenText(node));
  else if (node.type.name === "kept") sum = weight(textOf(node.attrs.html));
  else node.forEach((child) => void (sum += weightOf(child)));
  weights.set(node, sum);
  return sum;
};

/** @param {Node} block what counts of its text: all but code */
const spokenText = (block) => {
  let text = "";
  block.forEach((child) => {
    if (child.isText && !child.marks.some((mark) => mark.type.name === "code")) text += child.text;
    else if (child.type.name === "line_break") text += "\n";
  });
  return text;
};

/** @param {Node} doc the direction of most of its words */
export const bodyDirection = (doc) => directionOf(weightOf(doc));

/**
 * Whether the paragraph at the beginning of `parent` is written without an element of its own, so that its attributes are
 * those of its item or cell.
 *
 * @param {Node} parent
 */
export const isBare = (parent) => {
  const first = parent.firstChild;
  if (first?.type.name !== "paragraph") return false;
  if (parent.type.name === "list_item") {
    for (let i = 1; i < parent.childCount; i++) if (!LISTS.has(parent.child(i).type.name)) return false;
  } else if (parent.type.spec.tableRole !== "cell" && parent.type.spec.tableRole !== "header_cell") {
    return false;
  } else if (parent.childCount > 1) {
    return false;
  }
  return ["dir", "lang"].every(
    (name) => first.attrs[name] === null || parent.attrs[name] === null || parent.attrs[name] === first.attrs[name],
  );
};

/**
 * The `dir` that is found for a block, if it is none that the block sets itself.
 *
 * @param {Node} node
 * @param {string | undefined} around
 * @param {boolean} bare whether it is a paragraph without an element
 * @returns {"rtl" | "ltr" | undefined}
 */
export const foundDirection = (node, around, bare) => {
  if (bare || !MARKED.has(node.type.name)) return undefined;
  const own =
    node.type.name === "pre" && !spokenText(node).trim() ? "ltr" : directionOf(weightOf(node));
  if (own) return own === around ? undefined : own;
  const isCell = node.type.spec.tableRole?.endsWith("cell");
  return isCell && around !== "ltr" && isBare(node) && isFigure(spokenText(/** @type {Node} */ (node.firstChild)))
    ? "ltr"
    : undefined;
};

/**
 * The `dir` of a block as it is written: its own, or the one that is found.
 *
 * @param {Node} node
 * @param {string | undefined} around
 * @param {boolean} bare
 * @returns {string | undefined}
 */
export const writtenDirection = (node, around, bare) => {
  let set = node.attrs.dir;
  if (!bare && set === null && node.childCount && isBare(node)) set = /** @type {Node} */ (node.firstChild).attrs.dir;
  if (set === "none") return undefined;
  return set ?? foundDirection(node, around, bare);
};

/**
 * Calls `visit` for each block with the direction around it, from the outside in.
 *
 * @param {Node} doc
 * @param {(node: Node, pos: number, around: string | undefined, bare: boolean) => void} visit
 */
export const eachBlock = (doc, visit) => {
  /** @param {Node} parent @param {number} start @param {string | undefined} around */
  const inside = (parent, start, around) => {
    const bare = isBare(parent);
    parent.forEach((child, offset, index) => {
      if (child.isInline) return;
      const isBareChild = bare && index === 0;
      visit(child, start + offset, around, isBareChild);
      if (!child.isTextblock) inside(child, start + offset + 1, (isBareChild ? undefined : writtenDirection(child, around, false)) ?? around);
    });
  };
  inside(doc, 0, bodyDirection(doc));
};
