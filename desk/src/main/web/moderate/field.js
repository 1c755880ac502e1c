import { html, nothing } from "lit";
import { count, fits } from "../shell/count.js";
import { say } from "../words/words.js";

/**
 * A text field with its counter and what is wrong with it.
 *
 * @param {object} options
 * @param {string} options.name also the id, so one of a name on a page
 * @param {string} options.label
 * @param {string} options.value
 * @param {(value: string) => void} options.onInput
 * @param {number} [options.limit] in grapheme clusters, as the newspaper tells it
 * @param {string} [options.wrong]
 * @param {number} [options.rows] one is a line
 * @param {string} [options.hint]
 */
export const textField = ({ name, label, value, onInput, limit, wrong, rows = 1, hint }) => {
  const left = limit === undefined ? undefined : limit - count(value);
  const described = `${name}-said`;
  const input = (/** @type {InputEvent & {currentTarget: HTMLInputElement}} */ event) => onInput(event.currentTarget.value);
  const invalid = wrong || (left !== undefined && left < 0) ? "true" : nothing;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${rows > 1
      ? html`<textarea id=${name} name=${name} rows=${rows} dir="auto" aria-describedby=${described} aria-invalid=${invalid} .value=${value} @input=${input}></textarea>`
      : html`<input id=${name} name=${name} dir="auto" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid} .value=${value} @input=${input} />`}
    <div id=${described}>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${left === undefined ? nothing : html`<p class=${left < 0 ? "wrong" : "hint"}>${say(left < 0 ? "moderate.tooLong" : "moderate.left", Math.abs(left))}</p>`}
      ${wrong ? html`<p class="wrong">${wrong}</p>` : nothing}
    </div>
  </div>`;
};

/**
 * Whether a text may be sent.
 *
 * @param {string} value
 * @param {number} [limit]
 */
export const isWritten = (value, limit) => value.trim() !== "" && (limit === undefined || fits(value, limit));
