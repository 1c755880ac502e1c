import { directionOf, isFigure, weight } from "./direction.js";
import { textOf } from "./html.js";

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
const weightOf = (node) => {
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

const WRITTEN_EMPTY = new Set(["rule", "kept", "picture", "card", "gallery", "captioned_table"]);

/** Whether nothing is written of a block. @param {Node} node */
const isBlank = (node) => {
  if (node.isTextblock || WRITTEN_EMPTY.has(node.type.name)) return node.isTextblock && !node.content.size;
  for (let i = 0; i < node.childCount; i++) if (!isBlank(node.child(i))) return false;
  return true;
};

/** @param {Node} node */
const isCell = ({ type }) => type.spec.tableRole === "cell" || type.spec.tableRole === "header_cell";

/**
 * Of an item or cell: which of its children is a paragraph that is written without an element of its own, so that its
 * attributes are those of the item or cell. -1 if there is none.
 *
 * @param {Node} parent
 */
export const bareIndex = (parent) => {
  const isItem = parent.type.name === "list_item";
  if (!isItem && !isCell(parent)) return -1;
  let found = -1;
  for (let i = 0; i < parent.childCount; i++) {
    const child = parent.child(i);
    if (isBlank(child)) continue;
    if (found >= 0 && isItem && LISTS.has(child.type.name)) continue;
    if (found >= 0 || child.type.name !== "paragraph") return -1;
    found = i;
  }
  if (found < 0) found = 0;
  const { type, attrs } = parent.child(found);
  const fits = ["dir", "lang"].every(
    (name) => attrs[name] === null || parent.attrs[name] === null || parent.attrs[name] === attrs[name],
  );
  return type.name === "paragraph" && fits ? found : -1;
};

/** The paragraph in an item or cell that is written without an element. @param {Node} parent */
export const bareChild = (parent) => {
  const index = bareIndex(parent);
  return index < 0 ? undefined : parent.child(index);
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
  const figure = isCell(node) && around !== "ltr" && bareChild(node);
  return figure && isFigure(spokenText(figure)) ? "ltr" : undefined;
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
  const set = node.attrs.dir ?? (bare ? undefined : bareChild(node)?.attrs.dir);
  if (set === "none") return undefined;
  return set ?? foundDirection(node, around, bare);
};

/** The `dir` of the group around a row: `tbody dir="rtl"`. @param {Node} row @returns {string | undefined} */
export const groupDirection = ({ attrs }) => / dir="(\w+)"/.exec(attrs.group ?? "")?.[1];

/**
 * Calls `visit` for each block with the direction around it, from the outside in.
 *
 * @param {Node} doc
 * @param {(node: Node, pos: number, around: string | undefined, bare: boolean) => void} visit
 */
export const eachBlock = (doc, visit) => {
  /** @param {Node} parent @param {number} start @param {string | undefined} around */
  const inside = (parent, start, around) => {
    const bare = bareIndex(parent);
    parent.forEach((child, offset, index) => {
      if (child.isInline) return;
      const isBareChild = bare === index;
      visit(child, start + offset, around, isBareChild);
      if (!child.isTextblock) inside(child, start + offset + 1, writtenDirection(child, around, isBareChild) ?? groupDirection(child) ?? around);
    });
  };
  inside(doc, 0, bodyDirection(doc));
};
