import { unescape } from "./html.js";

/**
 * Reads HTML as the newspaper writes it: every element is closed, every attribute quoted. Needs no parser of the browser,
 * so no string becomes an element. Offsets are those of the string.
 *
 * @typedef {{tag: string, attributes: Map<string, string>, children: Token[], start: number, end: number}} ElementToken
 * @typedef {{text: string, start: number, end: number}} TextToken
 * @typedef {ElementToken | TextToken} Token
 */

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>|<!--[^]*?-->/gy;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;
const VOID = new Set(["br", "hr", "img"]);

/**
 * @param {string} html
 * @returns {Token[] | undefined} undefined if it is not written so
 */
export const readTokens = (html) => {
  /** @type {ElementToken} */
  const root = { tag: "", attributes: new Map(), children: [], start: 0, end: html.length };
  const open = [root];
  let at = 0;
  while (at < html.length) {
    const inside = open[open.length - 1];
    if (html[at] !== "<") {
      const next = html.indexOf("<", at);
      const end = next < 0 ? html.length : next;
      inside.children.push({ text: unescape(html.slice(at, end)), start: at, end });
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const found = TAG.exec(html);
    if (!found || !found[2]) return undefined;
    const [whole, slash, tag, rest] = found;
    at += whole.length;
    if (slash) {
      if (inside.tag !== tag || open.length === 1) return undefined;
      inside.end = at;
      open.pop();
    } else {
      const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, unescape(value ?? "")]));
      /** @type {ElementToken} */
      const element = { tag, attributes, children: [], start: at - whole.length, end: at };
      inside.children.push(element);
      if (!VOID.has(tag)) open.push(element);
    }
  }
  return open.length === 1 ? root.children : undefined;
};
