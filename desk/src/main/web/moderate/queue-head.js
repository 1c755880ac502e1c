import { html, nothing } from "lit";
import { say } from "../words/words.js";

/**
 * @typedef {import("./comment-queue.js").CommentQueue} CommentQueue
 * @typedef {import("./moderation.js").Moderation} Moderation
 * @typedef {import("./outbox.js").Status} Status
 */

/** @type {Status[]} */
const STATUSES = ["pending", "approved", "rejected"];
const RULES = ["suspect-word", "links", "not-screened", "banned-word", "banned-sender", "honeypot"];

/**
 * What is above the queue: how many wait and since when, the filters, what was done last and can be undone, and what stays on
 * this device for now.
 *
 * @param {CommentQueue} area
 * @param {Moderation} moderation
 */
export const queueHead = (area, moderation) => html`
  <header class="list-head">
    <h1>${say("moderate.title")}</h1>
    <p class="hint queue-counts">${counts(moderation)}</p>
    <nav class="row queue-links ${tools(area)}" aria-label=${say("moderate.also")}>
      <a href="#/bans">${say("moderate.bans")}</a>
      <a href="#/comments-policy">${say("moderate.policy")}</a>
      <button type="button" @click=${area.help}>${say("moderate.keys")}</button>
    </nav>
  </header>
  ${filters(area, moderation)}
  <div class="queue-said">
    <button type="button" class="queue-toggle" aria-expanded=${String(area.listed)} @click=${() => (area.listed = !area.listed)}>${say("moderate.list")}</button>
    <p role="status">${moderation.said}</p>
    <button type="button" ?disabled=${!moderation.sender.outbox.past.length} @click=${() => moderation.undo()}>${say("moderate.undo")}</button>
  </div>
  ${unsent(moderation)}
`;

/** A phone shows these only with the list. @param {CommentQueue} area */
const tools = ({ listed }) => (listed ? "queue-tools is-listed" : "queue-tools");

/** @param {Moderation} moderation */
const counts = ({ queue, loader, desk }) => {
  if (!loader.parts.length) return nothing;
  const count = loader.isComplete ? say(`moderate.count.${queue.status}`, queue.open) : say("moderate.count.more", queue.open);
  const since = loader.oldestPending;
  return html`${count}${since ? html` · <time datetime=${since}>${say("moderate.since", desk.clock.dateTime(since))}</time>` : nothing}`;
};

/**
 * @param {CommentQueue} area
 * @param {Moderation} moderation
 */
const filters = (area, moderation) => {
  const change = (/** @type {Event & {currentTarget: HTMLFormElement}} */ event) => {
    const values = Object.fromEntries(new FormData(event.currentTarget));
    area.filters = /** @type {CommentQueue["filters"]} */ (values);
    area.begin();
  };
  return html`<form class="row list-filters ${tools(area)}" @change=${change} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <label>${say("moderate.status")}
      <select name="status">
        ${STATUSES.map((status) => html`<option value=${status} ?selected=${status === area.filters.status}>${say(`moderate.status.${status}`)}</option>`)}
      </select>
    </label>
    <label>${say("moderate.flag")}
      <select name="flag">
        <option value="">${say("moderate.flag.any")}</option>
        ${RULES.map((rule) => html`<option value=${rule} ?selected=${rule === area.filters.flag}>${say(`moderate.flag.${rule}`)}</option>`)}
      </select>
    </label>
    ${area.article ? articleFilter(moderation, area.article) : nothing}
  </form>`;
};

/**
 * @param {Moderation} moderation
 * @param {string} article
 */
const articleFilter = ({ queue }, article) => {
  const first = queue.order.map((key) => queue.of(key).comment).find(({ articleId }) => articleId === article);
  return html`<p class="queue-article">
    ${say("moderate.onlyArticle")} <bdi>${first?.article?.headline ?? ""}</bdi>
    <a class="button" href="#/moderate">${say("moderate.allArticles")}</a>
  </p>`;
};

/**
 * Decisions that could not be sent, and what happens with them.
 *
 * @param {Moderation} moderation
 */
const unsent = ({ sender, desk }) => {
  const { left } = sender.outbox;
  if (sender.unkept && left) return html`<p class="wrong" role="alert">${say("moderate.unkept")}</p>`;
  if (!sender.fault || !left) return nothing;
  const signedOut = sender.fault === "signedOut";
  return html`<p class="wrong" role="alert">
    ${say(signedOut ? "moderate.unsent.signedOut" : "moderate.unsent.away", left)}
    <button type="button" @click=${() => (signedOut ? desk.session.signIn() : sender.again())}>${say(signedOut ? "desk.signIn" : "desk.again")}</button>
  </p>`;
};
