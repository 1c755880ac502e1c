import { textOf } from "./html.js";
import { pastedCaption } from "./pasted.js";
import { block } from "./schema-blocks.js";

/**
 * Pictures, galleries, cards, and what can only be kept.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("prosemirror-model").NodeSpec} NodeSpec
 * @typedef {import("prosemirror-model").Schema} Schema
 */

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
export const figures = {
  picture: {
    ...FIGURE,
    content: "figcaption",
    draggable: true,
    attrs: { media: {}, alt: { default: null }, href: { default: null }, rel: { default: null } },
    parseDOM: ["figure", "img[data-media]"].map((tag) => ({ tag, getAttrs: pictureOf, getContent: captionOf })),
    toDOM: (node) => ["figure", picture(node), ["div", 0]],
  },
  gallery: {
    ...FIGURE,
    content: "picture* figcaption",
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
};
