/** HTML as the newspaper writes it. */

/** @param {string} text */
export const escape = (text) =>
  /[&<>\u00a0]/.test(text)
    ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\u00a0/g, "&nbsp;")
    : text;

/** @type {Record<string, string>} */
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0", apos: "'" };

/** @param {string} escaped */
export const unescape = (escaped) =>
  escaped.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name) return NAMED[name] ?? all;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** What a person reads of it. @param {string} html */
export const textOf = (html) => unescape(html.replace(/<[^>]*>/g, " "));

/** @param {string} value */
const quote = (value) => escape(value).replace(/"/g, "&quot;");

/**
 * What is `true` has no value; behind `dir` or `lang`, the newspaper writes an empty one.
 *
 * @param {Record<string, any>} attributes
 */
export const attributesOf = (attributes) => {
  const empty = attributes.dir || attributes.lang ? '=""' : "";
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}${value === true ? empty : `="${quote(String(value))}"`}`)
    .join("");
};

/** An address as a person reads it. @param {string} address */
export const readable = (address) => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};
