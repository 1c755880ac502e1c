/**
 * A text as it is searched: without harakat, tatweel, accents and case, and with one form of alef, yeh, waw and teh marbuta.
 *
 * @param {string} text
 */
export const folded = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .toLowerCase()
    .replace(/[\u0671\u0622\u0623\u0625]/g, "\u0627")
    .replace(/[\u0649\u0626]/g, "\u064a")
    .replace(/\u0624/g, "\u0648")
    .replace(/\u0629/g, "\u0647");

/**
 * Whether all words of `query` are in the text, in any order.
 *
 * @param {string} text folded
 * @param {string} query folded
 */
export const hasWords = (text, query) => query.split(/\s+/).every((word) => text.includes(word));
