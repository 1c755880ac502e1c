import { html, nothing } from "lit";
import { say } from "../words/words.js";

/** Words a minute, as the press counts the time that a text takes to read. */
const WORDS_PER_MINUTE = 200;

/** @type {WeakMap<import("prosemirror-model").Node, number>} */
const counted = new WeakMap();

/** @param {import("prosemirror-model").Node} node */
const wordsIn = (node) => {
  const known = counted.get(node);
  if (known !== undefined) return known;
  let words = 0;
  if (node.isTextblock) words = node.textBetween(0, node.content.size, " ", " ").match(/\S+/g)?.length ?? 0;
  else node.forEach((child) => void (words += wordsIn(child)));
  counted.set(node, words);
  return words;
};

/** @param {number} words */
const minutesFor = (words) => Math.max(1, Math.round(words / WORDS_PER_MINUTE));

const utf8 = new TextEncoder();

/** The bytes of a body as the newspaper counts them. @param {string} html */
const bytesOf = (html) => utf8.encode(html).length;

/**
 * How long a text is, and how near to what an article may hold.
 *
 * @param {import("prosemirror-model").Node} doc
 * @param {string} bodyHtml
 * @param {import("../shell/desk.js").Desk | undefined} desk
 */
export const counts = (doc, bodyHtml, desk) => {
  const words = wordsIn(doc);
  const bytes = bytesOf(bodyHtml);
  const limit = (desk?.edition.limits.article.bodyKib ?? Infinity) * 1024;
  const isOver = bytes > limit;
  return html`<span>${say("text.words", words)}</span>
    ${words ? html`<span>${say("text.minutes", minutesFor(words))}</span>` : nothing}
    ${bytes > limit / 2
      ? html`<span class=${isOver ? "wrong" : ""} role=${isOver ? "alert" : nothing}>${say("text.size", Math.ceil(bytes / 1024), limit / 1024)}</span>`
      : nothing}`;
};
