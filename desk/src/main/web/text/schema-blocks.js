/**
 * Paragraphs, lists and boxes: blocks that are an element with `dir` and `lang`.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("prosemirror-model").NodeSpec} NodeSpec
 * @typedef {import("prosemirror-model").Schema} Schema
 */

/** `dir` is null where the press finds the direction, and `none` where it was found but is not written. */
export const LANGUAGE = { dir: { default: null }, lang: { default: null } };

/** @param {Record<string, any>} attrs */
export const language = ({ dir, lang }) => ({ dir: dir === "none" ? null : dir, lang });

/** @param {HTMLElement} element */
export const languageOf = (element) => ({ dir: element.getAttribute("dir"), lang: element.getAttribute("lang") });

/**
 * @param {string} tag
 * @param {Partial<NodeSpec>} spec
 * @param {Record<string, any>} [fixed]
 * @returns {NodeSpec}
 */
export const block = (tag, spec, fixed = {}) => ({
  ...spec,
  attrs: { ...LANGUAGE, ...spec.attrs },
  parseDOM: spec.parseDOM ?? [{ tag, getAttrs: languageOf }],
  toDOM: spec.toDOM ?? ((node) => [tag, { ...language(node.attrs), ...fixed }, 0]),
});

/** @type {Record<string, NodeSpec>} */
export const blocks = {
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
};
