import { DOMParser, Fragment } from "prosemirror-model";

/**
 * How parts of pasted HTML are read that the schema holds in another form.
 *
 * @typedef {import("prosemirror-model").Schema} Schema
 * @typedef {import("prosemirror-model").Node} Node
 */

/**
 * The caption and the rows of a table, or of the box that stands for both when the editor itself copied it.
 *
 * @param {HTMLElement} element
 * @param {Schema} schema
 */
export const pastedTable = (element, schema) => {
  const { table, table_caption } = schema.nodes;
  const parser = DOMParser.fromSchema(schema);
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  const caption = copy.querySelector(":scope > caption, :scope > .text-caption");
  caption?.remove();
  const rows = parser.parse(copy.querySelector("table") ?? copy, { topNode: table.create() });
  return Fragment.from([
    caption ? parser.parse(caption, { topNode: table_caption.create() }) : table_caption.create(),
    rows.childCount ? rows : /** @type {Node} */ (table.createAndFill()),
  ]);
};

/**
 * The caption of a figure.
 *
 * @param {HTMLElement} element
 * @param {Schema} schema
 */
export const pastedCaption = (element, schema) => {
  const empty = schema.nodes.figcaption.create();
  const caption = element.querySelector("figcaption");
  return Fragment.from(caption ? DOMParser.fromSchema(schema).parse(caption, { topNode: empty }) : empty);
};
