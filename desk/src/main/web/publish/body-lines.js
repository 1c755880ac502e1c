import { unescape } from "../text/html.js";

/** A tag with its name; a value in quotes may hold `>`. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<!--[\s\S]*?-->/gi;

/** Elements in a line. All others begin a line of their own. */
const INLINE = new Set(["a", "abbr", "b", "bdi", "cite", "code", "em", "i", "q", "span", "strong", "sub", "sup"]);

/**
 * A line of a text: a paragraph, a heading, an item of a list, a row of a table.
 *
 * @typedef {object} Line
 * @property {string} text what is read; of a picture its description, of a link its words
 * @property {string} marks the tags around and in it, so that a change of nothing but them is seen
 */

/**
 * The lines of a text.
 *
 * @param {string} html well-formed, as the API answers it
 * @returns {Line[]}
 */
export const linesOf = (html) => {
  /** @type {Line[]} */
  const lines = [];
  let line = { text: "", marks: "" };
  const end = () => {
    const text = line.text.replace(/\s+/gu, " ").trim();
    if (text) lines.push({ text, marks: line.marks });
    line = { text: "", marks: "" };
  };
  let at = 0;
  for (const tag of html.matchAll(TAG)) {
    line.text += unescape(html.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [whole, slash, name = "", attributes = ""] = tag;
    const element = name.toLowerCase();
    if (!element) continue;
    if (element === "td" || element === "th") {
      if (!slash && line.text.trim()) line.text += " | ";
    } else if (element === "img") {
      line.text += ` [${attributeOf(attributes, "alt") || attributeOf(attributes, "data-media")}] `;
    } else if (!INLINE.has(element)) {
      end();
    }
    if (!slash || INLINE.has(element)) line.marks += whole;
  }
  line.text += unescape(html.slice(at));
  end();
  return lines;
};

/** Whether a text has anything that can be read or seen. @param {string} [html] */
export const hasContent = (html = "") => linesOf(html).length > 0;

/** The pictures in a text. @param {string} [html] */
export const picturesOf = (html = "") =>
  [...html.matchAll(TAG)]
    .filter(([, , name]) => name?.toLowerCase() === "img")
    .map(([, , , attributes]) => ({ alt: attributeOf(attributes, "alt") }));

/**
 * @param {string} attributes
 * @param {string} name
 * @returns {string | undefined}
 */
const attributeOf = (attributes, name) => {
  for (const [, key, double, single] of attributes.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g)) {
    if (key === name) return unescape(double ?? single ?? "");
  }
};
