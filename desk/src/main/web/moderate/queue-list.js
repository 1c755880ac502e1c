import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../words/words.js";

/**
 * @typedef {import("./queue.js").Queue} Queue
 * @typedef {import("./queue.js").Entry} Entry
 */

/** Times of comments, which take long to format: each is asked for at every key. */
const times = new WeakMap();

/**
 * The list of the queue: who wrote, what about, and what has become of it.
 *
 * @param {Queue} queue
 * @param {import("../shell/desk.js").Desk} desk
 * @param {(key: string) => void} choose
 */
export const queueList = (queue, desk, choose) => html`<ol class="queue-list" aria-label=${say("moderate.list")}>
  ${repeat(
    queue.shown(Date.now()),
    (key) => key,
    (key) => row(queue, key, desk, choose),
  )}
</ol>`;

/**
 * @param {Queue} queue
 * @param {string} key
 * @param {import("../shell/desk.js").Desk} desk
 * @param {(key: string) => void} choose
 */
const row = (queue, key, desk, choose) => {
  const { comment } = queue.of(key);
  const state = queue.stateOf(key);
  const said = stateText(queue, key);
  const isRead = key === queue.selected;
  // A key changes two rows of a hundred.
  return guard([comment, state, said, isRead], () => html`<li>
    <button type="button" class="queue-row is-${state}" aria-current=${isRead ? "true" : nothing} @click=${() => choose(key)}>
      <span class="queue-row-head"><strong><bdi>${comment.name}</bdi></strong> <time class="hint">${timeOf(comment, desk)}</time></span>
      <span class="queue-row-title"><bdi>${comment.title}</bdi></span>
      ${said || comment.flags.length
        ? html`<span class="hint">
            ${said ? html`<span class="queue-row-state">${said}</span>` : nothing}
            ${comment.flags.length && !said ? html`<span class="queue-row-flags">${flagNames(comment)}</span>` : nothing}
          </span>`
        : nothing}
    </button>
  </li>`);
};

/** @param {import("./outbox.js").Comment} comment */
const flagNames = ({ flags }) => [...new Set(flags.map(({ rule }) => rule))].map((rule) => say(`moderate.flag.${rule}`)).join(" · ");

/**
 * What has become of a comment, in a few words; empty while it waits for a decision.
 *
 * @param {Queue} queue
 * @param {string} key
 */
export const stateText = (queue, key) => {
  const verb = queue.verbOf(key);
  if (verb) return say(`moderate.done.${verb}`);
  const { comment, note } = queue.of(key);
  // It is still read, although it has left the list.
  if (!note) return comment.status === queue.status ? "" : say(`moderate.status.${comment.status}`);
  if (note.kind === "elsewhere" && note.status) {
    return note.by ? say(`moderate.elsewhere.${note.status}`, note.by) : say(`moderate.colleague.${note.status}`);
  }
  return say(`moderate.note.${note.kind}`);
};

/**
 * @param {import("./outbox.js").Comment} comment
 * @param {import("../shell/desk.js").Desk} desk
 */
const timeOf = (comment, desk) => {
  const known = times.get(comment);
  if (known) return known;
  const isToday = desk.clock.day(comment.submittedAt) === desk.clock.day(Date.now());
  const time = isToday ? desk.clock.time(comment.submittedAt) : desk.clock.day(comment.submittedAt);
  times.set(comment, time);
  return time;
};
