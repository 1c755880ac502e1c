import { html, nothing } from "lit";
import { count } from "../shell/count.js";
import { readable } from "../text/html.js";
import { digits, say } from "../words/words.js";

/**
 * @typedef {import("./publish-sheet.js").PublishSheet} Sheet
 * @typedef {import("./publish-sheet.js").Extra} Extra
 * @typedef {import("./publish-sheet.js").When} When
 */

/** Fields that the sheet has itself. */
const OWN = new Set(["publishAt", "expireAt", "correction"]);

/** @param {Sheet} sheet */
export const form = (sheet) => {
  const { status } = sheet.article;
  const isClosed = status === "withdrawn";
  return html`<form method="dialog" @submit=${(/** @type {Event} */ event) => sheet.submit(event)} novalidate>
    <h2 id="${sheet.key}-title" tabindex="-1">${title(sheet)}</h2>
    <p class="publish-headline"><bdi>${sheet.article.headline || say("publish.no.headline")}</bdi></p>
    ${isClosed ? html`<p class="wrong">${say("publish.withdrawn")}</p>` : nothing}
    ${lacks(sheet)}
    ${isClosed ? nothing : html`${sheet.isOut ? correcting(sheet) : times(sheet)} ${ending(sheet)} ${outcome(sheet)} ${place(sheet)}`}
    <p class="wrong" role="alert">${sheet.wrong}</p>
    <div class="row publish-buttons">
      ${isClosed ? nothing : sheet.isOut ? revisingButtons(sheet) : publishButton(sheet)}
      <button type="button" @click=${() => sheet.close()}>${say("publish.cancel")}</button>
      <span role="status">${sheet.waits ? say("publish.waits") : ""}</span>
    </div>
  </form>`;
};

/** @param {Sheet} sheet */
const title = ({ restores, isOut }) =>
  restores ? say("publish.restore.title", String(restores)) : say(isOut ? "publish.titleOut" : "publish.title");

/** What is missing, and what the server says of fields that are not in the sheet. @param {Sheet} sheet */
const lacks = (sheet) => {
  const { missing } = sheet;
  const others = sheet.errors.filter(({ field }) => !OWN.has(field));
  const required = missing.filter((lack) => lack.isRequired);
  const wanted = missing.filter((lack) => !lack.isRequired);
  /** @param {{field: string, text: string}[]} list */
  const lines = (list) => html`<ul>
    ${list.map(({ field, text }) => html`<li>${text}
      ${sheet.restores
        ? nothing
        : html`<button type="button" class="link" @click=${() => sheet.show(field)}>${say("publish.fill")}<span class="unseen"> ${text}</span></button>`}</li>`)}
  </ul>`;
  const said = (/** @type {typeof missing} */ list) => list.map(({ field, phrase }) => ({ field, text: say(phrase) }));
  return html`<div class="publish-lacks">
    ${required.length || others.length
      ? html`<div class="publish-required"><h3>${say("publish.required")}</h3>
          ${lines([...said(required), ...others.map(({ field, message }) => ({ field, text: message }))])}</div>`
      : nothing}
    ${wanted.length
      ? html`<details ?open=${!required.length && wanted.length < 3}><summary>${say("publish.wanted", wanted.length)}</summary>${lines(said(wanted))}</details>`
      : nothing}
  </div>`;
};

/** @param {Sheet} sheet */
const times = (sheet) => {
  const isScheduled = sheet.article.status === "scheduled";
  /** @param {When} when */
  const choice = (when) => html`<label class="check">
    <input type="radio" name="when" value=${when} .checked=${sheet.when === when} @change=${() => sheet.choose(when)} /> ${say(`publish.${when}`)}
  </label>`;
  return html`<fieldset class="publish-when">
    <legend>${say("publish.when")}</legend>
    ${choice("now")} ${choice("later")}
    ${sheet.when === "later"
      ? html`<edition-time data-name="publishAt" .desk=${sheet.desk} .label=${say("publish.at")} .value=${sheet.article.publishAt}
          .wrong=${sheet.errorOf("publishAt")}></edition-time>`
      : nothing}
    ${isScheduled ? choice("off") : nothing}
  </fieldset>`;
};

/** @param {Sheet} sheet */
const ending = (sheet) => {
  if (sheet.when === "off") return nothing;
  return html`<div class="field">
    <label class="check"><input type="checkbox" .checked=${sheet.ends} @change=${(/** @type {any} */ event) => sheet.end(event)} /> ${say("publish.ends")}</label>
    ${sheet.ends
      ? html`<edition-time data-name="expireAt" .desk=${sheet.desk} .label=${say("publish.endsAt")} .value=${sheet.article.expireAt}
          .wrong=${sheet.errorOf("expireAt")}></edition-time>`
      : nothing}
  </div>`;
};

/** @param {Sheet} sheet */
const correcting = (sheet) => {
  const wrong = sheet.errorOf("correction");
  const most = sheet.desk.edition.limits.article.correction;
  return html`<p class="hint">${sheet.restores ? say("publish.restoring", String(sheet.restores)) : say("publish.revising")}</p>
    <div class="field">
      <label for="${sheet.key}-correction">${say("publish.correction")}</label>
      <textarea id="${sheet.key}-correction" rows="2" dir="auto" .value=${sheet.correction} aria-invalid=${wrong ? "true" : nothing}
        aria-describedby="${sheet.key}-correction-hint" @input=${(/** @type {any} */ event) => sheet.correct(event)}></textarea>
      <p class="hint" id="${sheet.key}-correction-hint">${say("publish.correction.hint")}
        <bdi class="number" dir="ltr">${digits(count(sheet.correction))} / ${digits(most)}</bdi></p>
      ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : nothing}
    </div>`;
};

/** What will happen. @param {Sheet} sheet */
const outcome = (sheet) => {
  if (sheet.isOut) return nothing;
  const { desk, when, article } = sheet;
  const at = sheet.time("publishAt")?.instant;
  const section = desk.edition.sections.find(({ id }) => id === article.section)?.name;
  if (when === "off") return html`<p role="status">${say("publish.will.off")}</p>`;
  if (when === "later") return html`<p role="status">${at ? say("publish.will.later", desk.clock.dateTime(at)) : nothing}</p>`;
  return html`<p role="status">${section ? say("publish.will.now", section) : nothing}</p>`;
};

/** @param {Sheet} sheet */
const place = (sheet) => {
  const address = sheet.isOut ? sheet.article.url : sheet.address;
  if (!address || sheet.when === "off") return nothing;
  return html`<p class="publish-address">${say(sheet.isOut ? "publish.addressIs" : "publish.address")} <bdi dir="ltr">${readable(address)}</bdi></p>`;
};

/** @param {Sheet} sheet */
const publishButton = (sheet) => html`<button type="submit" class="main" ?disabled=${sheet.waits}>${say(`publish.do.${sheet.when}`)}</button>`;

/** @param {Sheet} sheet */
const revisingButtons = (sheet) => html`
    <button type="submit" class="main" ?disabled=${sheet.waits}>${say(sheet.restores ? "publish.do.restore" : "publish.do.revise")}</button>
    <button type="button" ?disabled=${sheet.waits} @click=${() => sheet.sendWithout({ minor: true })}>${say("publish.do.minor")}</button>
    <button type="button" ?disabled=${sheet.waits} @click=${() => sheet.sendCorrection()}>${say("publish.do.correct")}</button>`;

/** @param {Sheet} sheet @param {Extra} extra */
export const question = (sheet, extra) => html`
  <h2 id="${sheet.key}-title" tabindex="-1">${say("publish.breaking")}</h2>
  <p class="publish-headline"><bdi>${sheet.article.headline}</bdi></p>
  <p>${say("publish.breaking.explain")}</p>
  <p class="wrong" role="alert">${sheet.wrong}</p>
  <div class="row publish-buttons">
    <button type="button" class="main" ?disabled=${sheet.waits} @click=${() => sheet.send("published", extra)}>${say("publish.breaking.yes")}</button>
    <button type="button" @click=${() => sheet.ask(undefined)}>${say("publish.back")}</button>
  </div>
`;
