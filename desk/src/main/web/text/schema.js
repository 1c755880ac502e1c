import { Schema } from "prosemirror-model";
import { pastedCaption, pastedTable } from "./pasted.js";

/**
 * What a body may hold: exactly the elements of `docs/body.md`. A node or mark keeps every attribute of its element.
 *
 * `dir` is null where the press finds the direction, and `none` where it was found but is not written. `nest` says how
 * deep a mark was in the body that was read, if that differs from how the editor would nest it.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("prosemirror-model").NodeSpec} NodeSpec
 * @typedef {import("prosemirror-model").MarkSpec} MarkSpec
 */

const LANGUAGE = { dir: { default: null }, lang: { default: null } };

/** @param {Record<string, any>} attrs */
const language = ({ dir, lang }) => ({ dir: dir === "none" ? null : dir, lang });

/** @param {HTMLElement} element */
const languageOf = (element) => ({ dir: element.getAttribute("dir"), lang: element.getAttribute("lang") });

/**
 * @param {string} tag
 * @param {Partial<NodeSpec>} spec
 * @param {Record<string, any>} [fixed]
 * @returns {NodeSpec}
 */
const block = (tag, spec, fixed = {}) => ({
  ...spec,
  attrs: { ...LANGUAGE, ...spec.attrs },
  parseDOM: spec.parseDOM ?? [{ tag, getAttrs: languageOf }],
  toDOM: spec.toDOM ?? ((node) => [tag, { ...language(node.attrs), ...fixed }, 0]),
});

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

/** @param {HTMLElement} element a figure or a picture; false if it shows none that was uploaded */
const pictureOf = (element) => {
  const picture = element.localName === "img" ? element : element.querySelector("img[data-media]");
  if (!picture) return false;
  const link = picture.closest("a");
  return {
    media: picture.getAttribute("data-media"),
    alt: picture.getAttribute("alt"),
    href: link?.getAttribute("href") ?? null,
    rel: link?.getAttribute("rel") ?? null,
  };
};

/** @param {globalThis.Node} element @param {Schema} ofText */
const captionOf = (element, ofText) => pastedCaption(/** @type {HTMLElement} */ (element), ofText);

/** @param {Node} node */
const picture = ({ attrs }) => ["img", { "data-media": attrs.media, alt: attrs.alt }];

const FIGURE = { group: "block", isolating: true, defining: true };

/** @type {Record<string, NodeSpec>} */
const nodes = {
  doc: { content: "block+" },
  paragraph: block("p", { group: "block", content: "inline*" }),
  heading: {
    ...block("h2", { group: "block", content: "inline*", defining: true, attrs: { level: { default: 2 } } }),
    parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({
      tag,
      getAttrs: (element) => ({ ...languageOf(element), level: tag < "h3" ? 2 : 3 }),
    })),
    toDOM: ({ attrs }) => [`h${attrs.level}`, language(attrs), 0],
  },
  pre: block("pre", {
    group: "block",
    content: "text*",
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full", getAttrs: languageOf }],
  }),
  rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  bullet_list: block("ul", { group: "block", content: "list_item+" }),
  ordered_list: block("ol", {
    group: "block",
    content: "list_item+",
    attrs: { start: { default: null }, reversed: { default: false }, type: { default: null } },
    parseDOM: [
      {
        tag: "ol",
        getAttrs: (element) => ({
          ...languageOf(element),
          start: element.getAttribute("start"),
          reversed: element.hasAttribute("reversed"),
          type: element.getAttribute("type"),
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      "ol",
      { ...language(attrs), start: attrs.start, reversed: attrs.reversed ? "" : null, type: attrs.type },
      0,
    ],
  }),
  list_item: block("li", {
    content: "block+",
    defining: true,
    attrs: { value: { default: null } },
    parseDOM: [{ tag: "li", getAttrs: (element) => ({ ...languageOf(element), value: element.getAttribute("value") }) }],
    toDOM: ({ attrs }) => ["li", { ...language(attrs), value: attrs.value }, 0],
  }),
  blockquote: block("blockquote", {
    group: "block",
    content: "block+",
    defining: true,
    attrs: { pull: { default: false } },
    parseDOM: [
      { tag: "blockquote", getAttrs: (element) => ({ ...languageOf(element), pull: element.hasAttribute("data-pull") }) },
    ],
    toDOM: ({ attrs }) => ["blockquote", { ...language(attrs), "data-pull": attrs.pull ? "" : null }, 0],
  }),
  aside: block("aside", { group: "block", content: "block+", defining: true }),
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
  picture: {
    ...FIGURE,
    content: "figcaption",
    draggable: true,
    attrs: { media: { default: null }, alt: { default: null }, href: { default: null }, rel: { default: null } },
    parseDOM: ["figure", "img[data-media]"].map((tag) => ({ tag, getAttrs: pictureOf, getContent: captionOf })),
    toDOM: (node) => ["figure", picture(node), ["div", 0]],
  },
  gallery: {
    ...FIGURE,
    content: "picture+ figcaption",
    parseDOM: [{ tag: "figure[data-gallery]", priority: 60 }],
    toDOM: () => ["figure", { "data-gallery": "" }, 0],
  },
  card: {
    ...FIGURE,
    content: "figcaption",
    draggable: true,
    attrs: { address: {}, media: { default: null }, alt: { default: null } },
    parseDOM: [
      {
        tag: "figure[data-embed]",
        priority: 60,
        getAttrs: (element) => ({ ...pictureOf(element), address: element.getAttribute("data-embed") }),
        getContent: captionOf,
      },
    ],
    toDOM: (node) => ["figure", { "data-embed": node.attrs.address }, ...(node.attrs.media ? [picture(node)] : []), ["div", 0]],
  },
  figcaption: block("figcaption", { content: "inline*", isolating: true }),
  // A part of a body that nothing above can hold: kept to the letter, and not edited.
  kept: {
    group: "block",
    atom: true,
    attrs: { html: {} },
    toDOM: ({ attrs }) => ["div", { class: "text-kept", dir: "auto" }, textOf(attrs.html)],
  },
  text: { group: "inline" },
  line_break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
};

/** @param {HTMLElement} row */
const groupOf = (row) => {
  const name = row.parentElement?.localName ?? "";
  return name === "thead" || name === "tfoot" ? name : "tbody";
};

/** @param {string} html what a person reads of it */
export const textOf = (html) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&amp;/g, "&");

const NEST = { nest: { default: null } };

/** @param {string} tag @param {Partial<MarkSpec>} [spec] @returns {MarkSpec} */
const phrase = (tag, spec = {}) => ({ attrs: NEST, parseDOM: [{ tag }], toDOM: () => [tag, 0], ...spec });

/** In the order in which they are nested, the outermost first, where nothing else decides. @type {Record<string, MarkSpec>} */
const marks = {
  link: {
    attrs: { ...NEST, href: {}, rel: { default: null } },
    inclusive: false,
    parseDOM: [{ tag: "a[href]", getAttrs: (element) => ({ href: element.getAttribute("href") }) }],
    toDOM: ({ attrs }) => ["a", { href: attrs.href, rel: attrs.rel }, 0],
  },
  span: {
    attrs: { ...NEST, ...LANGUAGE },
    inclusive: false,
    excludes: "",
    toDOM: ({ attrs }) => ["span", language(attrs), 0],
  },
  bdi: phrase("bdi"),
  q: phrase("q", { excludes: "" }),
  cite: phrase("cite"),
  strong: phrase("strong", { excludes: "strong b" }),
  b: phrase("b", { excludes: "b strong" }),
  em: phrase("em", { excludes: "em i" }),
  i: phrase("i", { excludes: "i em" }),
  sub: phrase("sub", { excludes: "" }),
  sup: phrase("sup", { excludes: "" }),
  code: phrase("code", { parseDOM: [{ tag: "code" }, { tag: "kbd" }, { tag: "samp" }, { tag: "tt" }] }),
};

export const schema = new Schema({ nodes, marks });
