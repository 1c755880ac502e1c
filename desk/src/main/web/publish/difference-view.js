import { html, nothing } from "lit";
import { digits, say } from "../words/words.js";
import { fieldChanges, textChanges, wordChanges } from "./difference.js";
import { fieldName } from "./field-names.js";

/** Of more lines than these in a row that are the same, the middle is left out. */
const SAME = 3;

/**
 * How two revisions differ, as text: what went is struck out, what came is underlined, and a screen reader tells both.
 *
 * @param {import("../shell/desk.js").Desk} desk
 * @param {[Record<string, any>, Record<string, any>]} revisions the older one first
 */
export const difference = (desk, [before, after]) => {
  const fields = fieldChanges(before, after);
  const lines = textChanges(before.bodyHtml, after.bodyHtml);
  const hasText = lines.some(({ kind }) => kind !== "same");
  return html`<div class="difference" role="region" aria-live="polite" aria-label=${say("publish.compare.of", before.revision, after.revision)}>
    <h3>${say("publish.compare.of", before.revision, after.revision)}</h3>
    ${fields.length || hasText ? nothing : html`<p class="hint">${say("publish.compare.same")}</p>`}
    ${fields.length
      ? html`<dl>${fields.map((change) => html`<div><dt>${fieldName(change.field)}</dt>
          <dd dir="auto">${partsOf(wordChanges(textOf(desk, change.field, change.before), textOf(desk, change.field, change.after)))}</dd></div>`)}</dl>`
      : nothing}
    ${hasText ? html`<h4>${say("publish.field.bodyHtml")}</h4>${runsOf(lines)}` : nothing}
  </div>`;
};

/** @param {import("./difference.js").LineChange[]} lines */
const runsOf = (lines) => {
  /** @type {import("lit").TemplateResult[]} */
  const shown = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (lines[end]?.kind === "same") end++;
    const hidden = end - at - 2;
    if (hidden > SAME) {
      shown.push(lineOf(lines[at]), html`<p class="hint">${say("publish.compare.left", hidden)}</p>`, lineOf(lines[end - 1]));
    } else {
      for (let index = at; index < end; index++) shown.push(lineOf(lines[index]));
    }
    if (end < lines.length) shown.push(lineOf(lines[end]));
    at = end + 1;
  }
  return shown;
};

/** @param {import("./difference.js").LineChange} line */
const lineOf = ({ kind, parts }) => html`<p dir="auto" class="line-${kind}">
  ${partsOf(parts)}${kind === "marks" ? html` <span class="badge">${say("publish.compare.marks")}</span>` : nothing}
</p>`;

/** @param {import("./difference.js").Part[]} parts */
const partsOf = (parts) =>
  parts.map(({ kind, text }) => {
    if (kind === "same") return text;
    const word = html`<span class="unseen">${say(`publish.compare.${kind}`)}</span>`;
    return kind === "added" ? html`<ins>${word}${text}</ins>` : html`<del>${word}${text}</del>`;
  });

/**
 * A value as text.
 *
 * @param {import("../shell/desk.js").Desk} desk
 * @param {string} field
 * @param {any} value
 * @returns {string}
 */
const textOf = (desk, field, value) => {
  const { sections, kinds } = desk.edition;
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((one) => textOf(desk, field === "alsoIn" ? "section" : field, one)).join("، ");
  if (field === "section") return sections.find(({ id }) => id === value)?.name ?? value;
  if (field === "kind") return kinds.find(({ kind }) => kind === value)?.name ?? value;
  if (field === "status") return say(`articles.status.${value}`);
  if (typeof value === "boolean") return say(value ? "publish.yes" : "publish.no");
  if (typeof value === "number") return digits(value);
  if (typeof value === "object") return Object.values(value).map((one) => textOf(desk, "", one)).join(" · ");
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? desk.clock.dateTime(value) : String(value);
};
