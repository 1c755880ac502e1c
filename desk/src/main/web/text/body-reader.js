import { schema } from "./schema.js";

/**
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("./tokens.js").Token} Token
 * @typedef {import("./tokens.js").ElementToken} ElementToken
 */

/**
 * The block that an element is; undefined if the schema cannot hold it.
 *
 * @param {Token} token
 * @param {boolean} nested whether to note how deep marks are
 * @returns {Node | undefined}
 */
export const readBlock = (token, nested) => {
  if ("text" in token) return undefined;
  try {
    return new Reader(nested).block(token);
  } catch (fault) {
    if (fault instanceof Unheld || fault instanceof RangeError) return undefined;
    throw fault;
  }
};

/** Why a block cannot be held. */
class Unheld extends Error {}

const TEXT_BLOCKS = /** @type {Record<string, string>} */ ({ p: "paragraph", h2: "heading", h3: "heading", pre: "pre" });
const BOXES = /** @type {Record<string, string>} */ ({
  ul: "bullet_list",
  ol: "ordered_list",
  li: "list_item",
  blockquote: "blockquote",
  aside: "aside",
  td: "table_cell",
  th: "table_header",
});
const PHRASES = new Set(["strong", "em", "b", "i", "cite", "q", "sub", "sup", "code", "bdi", "span", "a"]);

class Reader {
  /** @param {boolean} nested whether to note how deep marks are */
  constructor(nested) {
    this.nested = nested;
  }

  /** @param {ElementToken} element @returns {Node} */
  block(element) {
    const { tag } = element;
    const { nodes } = schema;
    if (tag === "hr") return nodes.rule.create(attrs(element));
    if (tag === "table") return this.table(element);
    if (tag === "figure") return this.figure(element);
    if (tag === "figcaption" || tag === "caption") {
      const type = tag === "caption" ? nodes.table_caption : nodes.figcaption;
      return type.create(attrs(element, "dir", "lang"), this.phrases(element.children));
    }
    if (tag in TEXT_BLOCKS) {
      const level = tag === "h3" ? 3 : 2;
      return nodes[TEXT_BLOCKS[tag]].createChecked({ ...attrs(element, "dir", "lang"), level }, this.phrases(element.children));
    }
    if (tag in BOXES) return this.box(element);
    throw new Unheld(tag);
  }

  /** @param {ElementToken} element */
  box(element) {
    const names = /** @type {Record<string, string[]>} */ ({
      ol: ["start", "reversed", "type"],
      li: ["value"],
      blockquote: ["data-pull"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan", "scope"],
    })[element.tag];
    const { "data-pull": pull, ...own } = attrs(element, "dir", "lang", ...(names ?? []));
    if ("reversed" in own) own.reversed = true;
    for (const span of ["colspan", "rowspan"]) if (span in own) own[span] = Number(own[span]);
    return schema.nodes[BOXES[element.tag]].createChecked({ ...own, pull: pull !== undefined }, this.blocks(element.children));
  }

  /** Blocks, with the phrases before them as a paragraph. @param {Token[]} children */
  blocks(children) {
    const first = children.findIndex((child) => "tag" in child && !PHRASES.has(child.tag) && child.tag !== "br");
    const phrases = first < 0 ? children : children.slice(0, first);
    const blocks = (first < 0 ? [] : children.slice(first)).map((child) => this.block(asElement(child)));
    if (phrases.length || !blocks.length) blocks.unshift(schema.nodes.paragraph.create(null, this.phrases(phrases)));
    return blocks;
  }

  /** @param {ElementToken} element */
  table(element) {
    const { captioned_table, table, table_caption } = schema.nodes;
    const children = element.children.map(asElement);
    const caption = children[0]?.tag === "caption" ? this.block(/** @type {ElementToken} */ (children.shift())) : table_caption.create();
    const rows = children.flatMap((group) => this.rows(group));
    return captioned_table.createChecked(null, [caption, table.createChecked(attrs(element, "dir", "lang"), rows)]);
  }

  /** @param {ElementToken} element */
  rows(element) {
    if (!["thead", "tbody", "tfoot"].includes(element.tag)) throw new Unheld(element.tag);
    const language = Object.entries(attrs(element, "dir", "lang"));
    const group = element.tag + language.map(([name, value]) => ` ${name}="${value}"`).join("");
    return element.children.map(asElement).map((row, i) => {
      if (row.tag !== "tr") throw new Unheld(row.tag);
      const cells = row.children.map((child) => this.box(asElement(child)));
      return schema.nodes.table_row.createChecked({ ...attrs(row, "dir", "lang"), group, begins: i === 0 && group.startsWith("tbody") }, cells);
    });
  }

  /** @param {ElementToken} element @returns {Node} */
  figure(element) {
    const { card, figcaption, gallery, picture } = schema.nodes;
    const { "data-embed": address, "data-gallery": isGallery } = attrs(element, "data-embed", "data-gallery");
    const children = element.children.map(asElement);
    const last = children[children.length - 1];
    const caption = last?.tag === "figcaption" ? this.block(/** @type {ElementToken} */ (children.pop())) : figcaption.create();
    if (isGallery !== undefined) {
      return gallery.createChecked(null, [...children.map((child) => this.figure(child)), caption]);
    }
    if (children.length > 1 || (address === undefined && !children.length)) throw new Unheld("figure");
    const media = children.length ? pictureOf(children[0]) : {};
    return address === undefined ? picture.createChecked(media, caption) : card.createChecked({ ...media, address }, caption);
  }

  /** @param {Token[]} tokens @returns {Node[]} */
  phrases(tokens) {
    /** @type {Node[]} */
    const texts = [];
    /** @param {Token} token @param {import("prosemirror-model").Mark[]} marks */
    const add = (token, marks) => {
      if ("text" in token) {
        texts.push(schema.text(token.text, marks));
      } else if (token.tag === "br") {
        texts.push(schema.nodes.line_break.create(attrs(token), null, marks));
      } else if (PHRASES.has(token.tag)) {
        const mark = this.mark(token, marks.length);
        if (mark.isInSet(marks)) throw new Unheld(token.tag);
        token.children.forEach((child) => add(child, [...marks, mark]));
      } else {
        throw new Unheld(token.tag);
      }
    };
    tokens.forEach((token) => add(token, []));
    return texts;
  }

  /** @param {ElementToken} element @param {number} depth */
  mark(element, depth) {
    const nest = this.nested ? depth : null;
    const names = element.tag === "a" ? ["href", "rel"] : element.tag === "span" ? ["dir", "lang"] : [];
    return schema.marks[element.tag === "a" ? "link" : element.tag].create({ ...attrs(element, ...names), nest });
  }
}

/** @param {Token} token */
const asElement = (token) => {
  if ("text" in token) throw new Unheld(token.text);
  return token;
};

/** @param {ElementToken} element an `img`, or a link around one @returns {Record<string, any>} */
const pictureOf = (element) => {
  if (element.tag === "a" && element.children.length === 1) {
    return { ...pictureOf(asElement(element.children[0])), ...attrs(element, "href", "rel") };
  }
  if (element.tag !== "img") throw new Unheld(element.tag);
  const { "data-media": media, alt } = attrs(element, "data-media", "alt");
  return { media, alt };
};

/**
 * The attributes of an element; it must have no others.
 *
 * @param {ElementToken} element
 * @param {...string} names
 * @returns {Record<string, any>}
 */
const attrs = (element, ...names) => {
  for (const name of element.attributes.keys()) if (!names.includes(name)) throw new Unheld(`${element.tag}[${name}]`);
  return Object.fromEntries(element.attributes);
};
