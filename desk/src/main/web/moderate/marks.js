/** @typedef {{text: string, rules: string[]}} Piece */

const LETTER = /[\p{L}\p{N}\p{Mn}]/u;

/**
 * A field of a comment in pieces, those that the screening matched with the names of their rules.
 *
 * @param {string} text
 * @param {import("./outbox.js").Flag[]} flags of this field
 * @returns {Piece[]} together they are the text
 */
export const piecesOf = (text, flags) => {
  /** @type {Set<string>[]} rules by position */
  const rules = Array.from({ length: text.length }, () => new Set());
  for (const { rule, matched } of flags) {
    for (const [from, to] of placesOf(text, matched)) {
      for (let i = from; i < to; i++) rules[i].add(rule);
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  let names = "";
  for (let i = 0; i < text.length; i++) {
    const here = [...rules[i]];
    if (!pieces.length || here.join() !== names) pieces.push({ text: "", rules: here });
    names = here.join();
    pieces[pieces.length - 1].text += text[i];
  }
  return pieces;
};

/**
 * Where the matched words are: as words of their own if there is such a place, otherwise wherever they are.
 *
 * @param {string} text
 * @param {string} matched may be cut, with an ellipsis
 * @returns {[number, number][]}
 */
const placesOf = (text, matched) => {
  const words = text.includes(matched) ? matched : matched.replace(/…$/, "");
  if (!words) return [];
  /** @type {[number, number][]} */
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push([at, at + words.length]);
  const whole = places.filter(([from, to]) => !isLetter(text[from - 1]) && !isLetter(text[to]));
  return whole.length ? whole : places;
};

/** @param {string | undefined} sign */
const isLetter = (sign) => sign !== undefined && LETTER.test(sign);
