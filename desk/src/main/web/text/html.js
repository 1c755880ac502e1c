/** HTML as the newspaper writes it. */

/** @param {string} text */
export const escape = (text) =>
  /[&<>\u00a0]/.test(text)
    ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\u00a0/g, "&nbsp;")
    : text;

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
