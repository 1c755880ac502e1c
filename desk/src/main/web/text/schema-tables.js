import { pastedTable } from "./pasted.js";
import { LANGUAGE, block, language, languageOf } from "./schema-blocks.js";

/**
 * Tables and their captions.
 *
 * @typedef {import("prosemirror-model").NodeSpec} NodeSpec
 */

/** @param {HTMLElement} element @param {string} name @param {number} otherwise */
const number = (element, name, otherwise) => Number(element.getAttribute(name)) || otherwise;

/** @param {string} tag @param {"cell" | "header_cell"} tableRole @returns {NodeSpec} */
const cell = (tag, tableRole) => {
  const isHeader = tableRole === "header_cell";
  return {
    content: "block+",
    tableRole,
    isolating: true,
    attrs: { ...LANGUAGE, colspan: { default: 1 }, rowspan: { default: 1 }, ...(isHeader && { scope: { default: null } }) },
    parseDOM: [
      {
        tag,
        getAttrs: (element) => ({
          ...languageOf(element),
          colspan: number(element, "colspan", 1),
          rowspan: number(element, "rowspan", 1),
          scope: element.getAttribute("scope"),
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      tag,
      {
        ...language(attrs),
        colspan: attrs.colspan > 1 ? attrs.colspan : null,
        rowspan: attrs.rowspan > 1 ? attrs.rowspan : null,
        scope: attrs.scope,
      },
      0,
    ],
  };
};

/** @type {Record<string, NodeSpec>} */
export const tables = {
  captioned_table: {
    group: "block",
    content: "table_caption table",
    isolating: true,
    parseDOM: ["table", "div.text-table"].map((tag) => ({
      tag,
      getContent: (element, schema) => pastedTable(/** @type {HTMLElement} */ (element), schema),
    })),
    toDOM: () => ["div", { class: "text-table" }, 0],
  },
  // It is outside of the table, whose children must be rows.
  table_caption: block("caption", {
    content: "inline*",
    isolating: true,
    parseDOM: [],
    toDOM: ({ attrs }) => ["div", { class: "text-caption", ...language(attrs) }, 0],
  }),
  table: {
    content: "table_row+",
    tableRole: "table",
    isolating: true,
    attrs: LANGUAGE,
    toDOM: ({ attrs }) => ["table", language(attrs), ["tbody", 0]],
  },
  table_row: {
    content: "(table_cell | table_header)*",
    tableRole: "row",
    // `group` is the start tag of the group around the row: `thead`, `tbody lang="en"`.
    attrs: { ...LANGUAGE, group: { default: "tbody" }, begins: { default: false } },
    parseDOM: [{ tag: "tr", getAttrs: (element) => ({ ...languageOf(element), group: groupOf(element) }) }],
    toDOM: ({ attrs }) => ["tr", { ...language(attrs), "data-group": attrs.group }, 0],
  },
  table_cell: cell("td", "cell"),
  table_header: cell("th", "header_cell"),
};

/** @param {HTMLElement} row */
const groupOf = (row) => {
  const name = row.parentElement?.localName ?? "";
  return name === "thead" || name === "tfoot" ? name : "tbody";
};
