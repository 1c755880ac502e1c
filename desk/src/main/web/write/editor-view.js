import { html, nothing } from "lit";
import { messageOfAny } from "../shell/faults.js";
import { deskLanguage, say } from "../words/words.js";
import { PANELS, SHEET } from "./seams.js";
import { statusOf } from "./status.js";

/**
 * @typedef {import("./article-editor.js").ArticleEditor} ArticleEditor
 * @typedef {import("./article-editor.js").Work} Work
 */

/** What the article is, and who else is at it. @param {ArticleEditor} editor @param {Work} work */
export const head = ({ desk }, { draft: { base }, revising: { status }, presence: { working, reading } }) => html`<header class="write-head">
  <a href="#/articles">${say("articles.title")}</a>
  <h1 class="unseen">${say(base ? "write.title" : "write.newTitle")}</h1>
  <span class="badge status-${status}">${say(`articles.status.${status}`)}</span>
  ${base?.article.publishAt ? html`<span class="hint">${say("articles.at", desk.clock.dateTime(base.article.publishAt))}</span>` : nothing}
  ${base?.article.kind === "live" ? html`<a href="#/live/${base.article.id}">${say("write.live")}</a>` : nothing}
  <span role="status">
    ${working.length ? html`<strong class="list-working">${say("write.others", names(working))}</strong>` : nothing}
    ${reading.length ? html`<span class="hint">${say("write.readers", names(reading))}</span>` : nothing}
  </span>
</header>`;

/** @param {string[]} people */
const names = (people) => new Intl.ListFormat(deskLanguage()).format(people.map((name) => `\u2068${name}\u2069`));

/** What the person should know before they go on. @param {ArticleEditor} editor @param {Work} work */
export const notices = (editor, { draft, revising, presence, journal, seenAt }) => {
  const { clock } = editor.desk;
  const { newer } = presence;
  const unfinished = draft.base ? [] : editor.unfinished.filter(({ name }) => name !== journal.name);
  const takeIn = () => revising.takeIn().catch((fault) => editor.desk.notify(messageOfAny(fault)));
  return html`<div role="status">
    ${seenAt && !presence.isHeard ? html`<p class="write-note">${say("write.fromDevice", clock.dateTime(seenAt))}</p>` : nothing}
    ${newer && newer.revision !== draft.base?.revision && !revising.joining
      ? html`<p class="write-note">
          ${say("write.newer", String(newer.revision), newer.editor, clock.time(newer.revisedAt))}
          <button type="button" @click=${takeIn}>${say("write.takeIn")}</button>
        </p>`
      : nothing}
    ${draft.other
      ? html`<p class="write-note">
          ${say(`write.other.${draft.other.from}`, clock.dateTime(draft.other.at))}
          <button type="button" @click=${editor.look}>${say("write.look")}</button>
        </p>`
      : nothing}
    ${unfinished.map(({ name, entry }) => html`<p class="write-note">
      ${say("write.unfinished", clock.dateTime(entry.at))} <a href="#/write/${name}"><bdi>${entry.fields.headline || say("write.noHeadline")}</bdi></a>
    </p>`)}
    ${revising.status === "withdrawn" ? html`<p class="write-note">${say("write.isWithdrawn")}</p>` : nothing}
  </div>`;
};

/** Where the words are, and what can be done with them. @param {ArticleEditor} editor @param {Work} work */
export const bar = (editor, { draft, revising, panels }) => {
  const { phrase, values, tone, action } = statusOf(draft, (at) => editor.desk.clock.time(at));
  return html`<footer class="write-bar">
    <div class="write-status">
      <p role="status" class="tone-${tone}">${say(phrase, ...values)}</p>
      <span class="write-saving" aria-hidden="true">${draft.isSaving ? "…" : nothing}</span>
      ${action ? html`<button type="button" @click=${() => editor.act(action)}>${say(`write.action.${action}`)}</button>` : nothing}
      ${revising.wrong ? html`<p class="wrong" role="alert">${revising.wrong}</p>` : nothing}
    </div>
    <div class="write-buttons">
      <article-menu .desk=${editor.desk} .article=${draft.base && { ...draft.base.article, id: draft.id }} @copied=${editor.copy} @moved=${() => revising.takeIn()}
        @deleted=${editor.deleted}></article-menu>
      ${PANELS.map((panel) => html`<button type="button" aria-pressed=${panels.shown === panel} @click=${() => editor.toggle(panel)}>
        ${say(`write.panel.${panel.name}`)}
      </button>`)}
      ${editor.canSave
        ? html`<button type="button" class="save" ?disabled=${revising.isBusy} @click=${() => revising.saveHere()}>
            ${say(revising.status === "draft" ? "write.save" : "write.saveScheduled")}
          </button>`
        : nothing}
      ${revising.status === "withdrawn"
        ? nothing
        : html`<button type="button" class="main" @click=${editor.openSheet}>${say(`write.panel.${SHEET.name}`)}</button>`}
    </div>
  </footer>`;
};

/** What is shown while there is no form. @param {ArticleEditor} editor */
export const instead = (editor) => {
  const { phase, entry } = editor;
  if (phase === "opening" || phase === "open") return html`<p class="waiting" role="status">${say("articles.waiting")}</p>`;
  const words = phase === "elsewhere" ? undefined : entry;
  return html`<div class="write-instead" role="alert">
    <h1>${say(`write.instead.${phase}`)}</h1>
    ${words ? html`<p>${say("write.kept", editor.desk.clock.dateTime(words.at))}</p>` : nothing}
    <p>
      ${phase === "gone"
        ? html`<a class="button" href="#/articles">${say("articles.title")}</a>`
        : html`<button type="button" class="main" @click=${editor.open}>${say(phase === "elsewhere" ? "write.here" : "desk.again")}</button>`}
      ${words && phase === "gone" ? html`<button type="button" class="main" @click=${editor.beginAgain}>${say("write.action.beginAgain")}</button>` : nothing}
      ${words ? html`<button type="button" @click=${editor.copy}>${say("write.copyAll")}</button>` : nothing}
    </p>
  </div>`;
};
