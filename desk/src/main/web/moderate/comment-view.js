import { html, nothing } from "lit";
import { say } from "../words/words.js";
import { piecesOf } from "./marks.js";

/**
 * @typedef {import("./outbox.js").Comment} Comment
 * @typedef {import("../shell/desk.js").Desk} Desk
 */

/** Rules whose match is no text of the comment. */
const WITHOUT_TEXT = ["banned-sender", "not-screened"];

/**
 * A field with the matched words marked.
 *
 * @param {Comment} comment
 * @param {"name" | "title" | "body"} field
 */
const marked = (comment, field) =>
  piecesOf(comment[field], comment.flags.filter((flag) => flag.field === field)).map(({ text, rules }) =>
    rules.length ? html`<mark title=${rules.map((rule) => say(`moderate.flag.${rule}`)).join("، ")}>${text}</mark>` : text);

/** @param {import("./outbox.js").Flag} flag */
const flagLine = ({ rule, field, matched }) => html`<li>
  <strong>${say(`moderate.flag.${rule}`)}</strong>
  ${rule === "banned-sender"
    ? say(`moderate.by.${matched}`)
    : WITHOUT_TEXT.includes(rule)
      ? nothing
      : html`${say(`moderate.in.${field}`)} <bdi class="flag-matched">${matched}</bdi>`}
</li>`;

/**
 * A comment as its reader wrote it, with what the screening says.
 *
 * @param {Comment} comment
 * @param {Desk} desk
 * @param {unknown} more beside the article
 */
export const commentView = (comment, desk, more = nothing) => html`
  <p class="comment-article">
    <span class="hint">${say("moderate.on")}</span>
    ${comment.article?.url
      ? html`<a href=${comment.article.url} target="_blank" rel="noopener"><bdi>${comment.article.headline}</bdi></a>`
      : html`<bdi>${comment.article?.headline}</bdi> <span class="hint">${say("moderate.withdrawn")}</span>`}
    ${more}
  </p>
  <p class="comment-person">
    <strong dir="auto">${marked(comment, "name")}</strong>
    <bdi class="hint">${comment.email}</bdi>
    <time class="hint" datetime=${comment.submittedAt}>${desk.clock.dateTime(comment.submittedAt)}</time>
  </p>
  ${comment.flags.length
    ? html`<ul class="comment-flags" aria-label=${say("moderate.flags")}>
        ${comment.flags.map(flagLine)}
      </ul>`
    : nothing}
  <h2 class="comment-title" tabindex="-1" dir="auto">${marked(comment, "title")}</h2>
  <div class="comment-body" dir="auto">${marked(comment, "body")}</div>
  ${comment.reply
    ? html`<div class="comment-reply">
        <h3>${say("moderate.reply.of", desk.edition.name)}</h3>
        <div class="comment-body" dir="auto">${comment.reply.body}</div>
      </div>`
    : nothing}
`;

/**
 * Who has decided what about a comment, newest first.
 *
 * @param {Comment} comment
 * @param {Desk} desk
 */
export const historyView = (comment, desk) => {
  const replies = (comment.replyHistory ?? []).map(({ at, by, body }) => ({ at, by, text: say(body ? "moderate.did.reply" : "moderate.did.withdraw"), said: body }));
  const decisions = comment.history.map(({ at, by, decision, reason }) => ({ at, by, text: say(`moderate.did.${decision}`), said: reason }));
  const all = [...decisions, ...replies].sort((a, b) => b.at.localeCompare(a.at));
  if (!all.length) return html`<p class="hint">${say("moderate.history.none")}</p>`;
  return html`<ol class="history">
    ${all.map(
      ({ at, by, text, said }) => html`<li>
        <time datetime=${at}>${desk.clock.dateTime(at)}</time> <bdi>${by}</bdi>: ${text}
        ${said ? html`<span class="history-said" dir="auto">${said}</span>` : nothing}
      </li>`,
    )}
  </ol>`;
};
