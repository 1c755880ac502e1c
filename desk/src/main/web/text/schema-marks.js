import { LANGUAGE, language } from "./schema-blocks.js";

/** @typedef {import("prosemirror-model").MarkSpec} MarkSpec */

/** How deep a mark was in the body that was read, if that differs from how the editor would nest it. */
const NEST = { nest: { default: null } };

/** @param {string} tag @param {Partial<MarkSpec>} [spec] @returns {MarkSpec} */
const phrase = (tag, spec = {}) => ({ attrs: NEST, parseDOM: [{ tag }], toDOM: () => [tag, 0], ...spec });

/** In the order in which they are nested, the outermost first, where nothing else decides. @type {Record<string, MarkSpec>} */
export const marks = {
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
