import { html, nothing } from "lit";
import { say } from "../words/words.js";
import { bytesOf, minutesFor, wordsIn } from "./count.js";

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
