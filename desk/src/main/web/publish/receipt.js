import { html, nothing } from "lit";
import { digits, say } from "../words/words.js";

/**
 * What the API answers to a revision.
 *
 * @typedef {object} Receipt
 * @property {string} id
 * @property {number} revision
 * @property {"draft" | "scheduled" | "published" | "withdrawn"} status
 * @property {string} [url]
 * @property {{key: string, etag: string, bytes: number}[]} pressed
 * @property {string[]} cleaned
 * @property {number} millis
 */

/**
 * What came of a revision.
 *
 * @param {import("./publish-sheet.js").PublishSheet} sheet
 * @param {Receipt} receipt
 */
export const receipt = (sheet, { status, revision, url, pressed = [], cleaned = [], millis }) => html`
  <h2 id="${sheet.key}-title" tabindex="-1">${say(`publish.done.${status}`)}</h2>
  <p class="publish-headline"><bdi>${sheet.article.headline}</bdi></p>
  <dl class="publish-receipt">
    <div><dt>${say("publish.receipt.revision")}</dt><dd class="number">${digits(revision)}</dd></div>
    ${status === "published"
      ? html`<div><dt>${say("publish.receipt.pages")}</dt><dd>${pages(pressed)}</dd></div>`
      : nothing}
    ${millis === undefined
      ? nothing
      : html`<div><dt>${say("publish.receipt.time")}</dt><dd class="number">${say("publish.receipt.millis", millis)}</dd></div>`}
    ${cleaned.length
      ? html`<div><dt>${say("publish.receipt.cleaned")}</dt><dd>${cleaned.map((name) => html`<code dir="ltr">${name}</code> `)}</dd></div>`
      : nothing}
  </dl>
  <div class="row publish-buttons">
    ${url ? html`<a class="button main" href=${url} target="_blank" rel="noopener">${say("publish.receipt.open")}</a>` : nothing}
    <button type="button" @click=${() => sheet.close()}>${say("publish.close")}</button>
  </div>
`;

/** @param {Receipt["pressed"]} pressed */
const pages = (pressed) => {
  if (!pressed.length) return say("publish.receipt.later");
  const kilobytes = Math.ceil(pressed.reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
  return html`<details>
    <summary>${say("publish.receipt.pressed", pressed.length)} · ${say("publish.receipt.size", kilobytes)}</summary>
    <ul>${pressed.map(({ key }) => html`<li><bdi dir="ltr">${key}</bdi></li>`)}</ul>
  </details>`;
};
