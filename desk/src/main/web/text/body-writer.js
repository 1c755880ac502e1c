import { bareChild, bareIndex, groupDirection, writtenDirection } from "./body-direction.js";
import { attributesOf, escape } from "./html.js";

/**
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("prosemirror-model").Mark} Mark
 *
 * @typedef {{from: number, to: number, pos: number, text: string}} Run a text in the HTML, and its position in the editor
 */

const TAGS = /** @type {Record<string, string>} */ ({
  paragraph: "p",
  pre: "pre",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  blockquote: "blockquote",
  aside: "aside",
  table_caption: "caption",
  table_cell: "td",
  table_header: "th",
  figcaption: "figcaption",
});

/** Those that are written without content. */
const KEPT_EMPTY = new Set(["td", "th"]);

/** Writes blocks one after another. */
export class BodyWriter {
  /** @param {Run[]} [runs] */
  constructor(runs) {
    this.html = "";
    this.runs = runs;
  }

  /**
   * @param {Node} node
   * @param {number} pos
   * @param {string | undefined} around
   * @param {boolean} bare
   */
  block(node, pos, around, bare) {
    switch (node.type.name) {
      case "kept":
        this.html += node.attrs.html;
        return;
      case "rule":
        this.html += "<hr>";
        return;
      case "captioned_table":
        this.table(node, pos, around);
        return;
      case "picture":
      case "card":
      case "gallery":
        this.figure(node, pos, around);
        return;
    }
    if (bare) {
      this.phrases(node, pos + 1);
      return;
    }
    const tag = TAGS[node.type.name] ?? `h${node.attrs.level}`;
    const dir = writtenDirection(node, around, false);
    const lang = node.attrs.lang ?? bareChild(node)?.attrs.lang;
    this.element(tag, { dir, lang, ...others(node) }, () => this.inside(node, pos, dir ?? around));
  }

  /** @param {Node} node @param {number} pos @param {string | undefined} around */
  inside(node, pos, around) {
    if (node.isTextblock) {
      this.phrases(node, pos + 1);
      return;
    }
    const bare = bareIndex(node);
    node.forEach((child, offset, index) => this.block(child, pos + 1 + offset, around, bare === index));
  }

  /**
   * @param {string} tag
   * @param {Record<string, any>} attributes
   * @param {() => void} content
   */
  element(tag, attributes, content) {
    const before = this.html;
    this.html += `<${tag}${attributesOf(attributes)}>`;
    const size = this.html.length;
    content();
    if (this.html.length === size && !KEPT_EMPTY.has(tag)) this.html = before;
    else this.html += `</${tag}>`;
  }

  /** @param {Node} node @param {number} pos @param {string | undefined} around */
  table(node, pos, around) {
    const caption = node.child(0);
    const table = node.child(1);
    if (!hasCells(table)) {
      this.element("p", {}, () => this.phrases(caption, pos + 2));
      return;
    }
    const own = table.attrs.dir ?? undefined;
    this.element("table", { dir: own, lang: table.attrs.lang }, () => {
      this.block(caption, pos + 1, own ?? around, false);
      this.rows(table, pos + 2 + caption.nodeSize, own ?? around);
    });
  }

  /** @param {Node} table @param {number} start @param {string | undefined} around */
  rows(table, start, around) {
    let group = "";
    table.forEach((row, offset) => {
      if (!row.childCount) return;
      if (row.attrs.group !== group || row.attrs.begins) {
        this.endGroup(group);
        group = row.attrs.group;
        this.html += `<${group}>`;
      }
      const own = row.attrs.dir ?? groupDirection(row) ?? around;
      this.element("tr", { dir: row.attrs.dir, lang: row.attrs.lang }, () => this.inside(row, start + offset, own));
    });
    this.endGroup(group);
  }

  /** @param {string} group */
  endGroup(group) {
    if (group) this.html += `</${group.split(" ")[0]}>`;
  }

  /** @param {Node} node @param {number} pos @param {string | undefined} around */
  figure(node, pos, around) {
    const { attrs, type } = node;
    if (type.name === "gallery" && node.childCount === 1) {
      this.element("p", {}, () => this.phrases(node.child(0), pos + 2));
      return;
    }
    const isCard = type.name === "card";
    this.html += `<figure${attributesOf({ "data-gallery": type.name === "gallery", "data-embed": isCard ? attrs.address : null })}>`;
    if (attrs.media) {
      const picture = `<img${attributesOf({ "data-media": attrs.media, alt: attrs.alt })}>`;
      this.html += attrs.href ? `<a${attributesOf({ href: attrs.href, rel: attrs.rel })}>${picture}</a>` : picture;
    }
    this.inside(node, pos, around);
    this.html += "</figure>";
  }

  /** @param {Node} block @param {number} start */
  phrases(block, start) {
    /** @type {Mark[]} */
    let open = [];
    block.forEach((child, offset, index) => {
      const wanted = child.marks;
      let shared = 0;
      while (shared < open.length && open[shared].isInSet(wanted)) shared++;
      this.close(open.slice(shared));
      open = open.slice(0, shared);
      const more = wanted.filter((mark) => !mark.isInSet(open)).sort((a, b) => byNest(a, b) || extent(block, index, b) - extent(block, index, a));
      for (const mark of more) this.html += `<${tagOf(mark)}${attributesOf(markAttributes(mark))}>`;
      open = [...open, ...more];
      if (child.isText) this.text(child.text ?? "", start + offset);
      else this.html += "<br>";
    });
    this.close(open);
  }

  /** @param {Mark[]} marks */
  close(marks) {
    for (const mark of marks.slice().reverse()) this.html += `</${tagOf(mark)}>`;
  }

  /** @param {string} text @param {number} pos */
  text(text, pos) {
    const from = this.html.length;
    this.html += escape(text);
    this.runs?.push({ from, to: this.html.length, pos, text });
  }
}

/** Whether a table has any cell. @param {Node} table */
const hasCells = (table) => {
  for (let i = 0; i < table.childCount; i++) if (table.child(i).childCount) return true;
  return false;
};

/** @param {Node} node its attributes beside `dir` and `lang` */
const others = ({ type, attrs }) => {
  switch (type.name) {
    case "ordered_list":
      return { start: attrs.start, reversed: attrs.reversed, type: attrs.type };
    case "list_item":
      return { value: attrs.value };
    case "blockquote":
      return { "data-pull": attrs.pull };
    case "table_cell":
    case "table_header":
      return {
        colspan: attrs.colspan > 1 ? attrs.colspan : null,
        rowspan: attrs.rowspan > 1 ? attrs.rowspan : null,
        scope: attrs.scope,
      };
  }
  return {};
};

/** @param {Mark} mark */
const tagOf = (mark) => (mark.type.name === "link" ? "a" : mark.type.name);

/** @param {Mark} mark */
const markAttributes = ({ attrs: { nest: _, ...others } }) => others;

/** @param {Mark} a @param {Mark} b */
const byNest = (a, b) => (a.attrs.nest ?? -1) - (b.attrs.nest ?? -1);

/** How far `mark` reaches from child `index` on: the mark that reaches furthest is the outermost. @param {Node} block @param {number} index @param {Mark} mark */
const extent = (block, index, mark) => {
  let end = index;
  while (end < block.childCount && mark.isInSet(block.child(end).marks)) end++;
  return end;
};
