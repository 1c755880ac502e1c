import { say } from "../words/words.js";

/**
 * What the receipt names as lost (`docs/body.md`), and what that is to a journalist; the first that matches counts.
 *
 * @type {[RegExp, string][]}
 */
const KINDS = [
  [/^(?:del|s|strike)$|\[(?:line-through|deleted)\]$/, "deleted"],
  [/\[hidden\]$/, "hidden"],
  [/\[comment\]$/, "remarks"],
  [/^img\[foreign\]$/, "pictures"],
  [/^img$/, "pixels"],
  [/^(?:a|area|a\[href\])$/, "links"],
  [/^(?:iframe|frame|frameset|embed|object|applet|audio|video|canvas|portal|fencedframe|figure\[data-embed\])$/, "players"],
  [/^(?:svg|math)$/, "drawings"],
  [/^(?:input|button|select|textarea|option|optgroup|datalist|dialog)$/, "controls"],
  [/^(?:script|template|noscript|title|head|!--|xmp)$|\[on\w+\]$/, "code"],
  [/\[list-style-type\]$/, "numbering"],
  [/\[title\]$/, "tooltips"],
  [/^\[/, "shortcodes"],
];

/**
 * A sentence about what was not taken from the clipboard; empty if nothing was.
 *
 * @param {string[]} cleaned
 */
export const cleanedSentence = (cleaned) => {
  // The styles that a word processor sends along are no words.
  const lost = cleaned.filter((name) => !["style", "xml"].includes(name));
  if (!lost.length) return "";
  const kinds = new Set(lost.map((name) => KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? name));
  const named = [...kinds].map((kind) => (KINDS.some(([, known]) => known === kind) ? say(`text.lost.${kind}`) : kind));
  return say("text.lost", named.join(say("text.comma")));
};
