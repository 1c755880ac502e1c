import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";

/** @typedef {{id: string, headline: string, kind: string, status: string, coverage?: "open" | "ended", url?: string}} Coverage */

/** How often a change of the article by somebody else is met before it is told. */
const TRIES = 3;

/**
 * Which coverage this is, and whether it goes on. `article` is as the API answers it.
 *
 * @fires changed the coverage has ended, or begun again
 */
export class LiveHead extends DeskElement {
  static properties = { ...DeskElement.properties, article: { attribute: false }, isBusy: { state: true }, wrong: { state: true } };

  constructor() {
    super();
    this.article = /** @type {Coverage} */ (/** @type {unknown} */ (undefined));
    this.isBusy = false;
    this.wrong = "";
  }

  render() {
    const { id, headline, status, coverage, url } = this.article;
    const isOver = coverage === "ended";
    return html`<header class="live-head">
        <p><a href="#/live">${say("live.all")}</a></p>
        <h1 dir="auto">${headline}</h1>
        <p class="row live-state">
          <span class="badge">${say(status === "draft" ? "live.draft" : isOver ? "live.ended" : "live.open")}</span>
          <a href="#/write/${id}">${say("live.article")}</a>
          ${url ? html`<a href=${url} target="_blank" rel="noopener">${say("live.page")}</a>` : nothing}
          ${status === "withdrawn"
            ? nothing
            : html`<button type="button" class=${isOver ? "" : "danger"} ?disabled=${this.isBusy} @click=${() => (isOver ? this.set("open") : this.ask())}>${say(isOver ? "live.reopen" : "live.end")}</button>`}
        </p>
        ${isOver ? html`<p class="hint">${say("live.end.note")}</p>` : nothing}
        ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      </header>
      <dialog aria-labelledby="live-end-sure">
        <h2 id="live-end-sure">${say("live.end.sure")}</h2>
        <p class="row">
          <button type="button" autofocus @click=${() => this.dialog.close()}>${say("live.end.no")}</button>
          <button type="button" class="danger" @click=${() => this.set("ended")}>${say("live.end.yes")}</button>
        </p>
      </dialog>`;
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  ask() {
    this.dialog.showModal();
  }

  /** @param {"open" | "ended"} coverage */
  async set(coverage) {
    this.dialog.close();
    this.isBusy = true;
    this.wrong = "";
    try {
      await this.revise(coverage, TRIES);
      this.desk.notify(say(coverage === "ended" ? "live.end.done" : "live.reopen.done"));
      this.dispatchEvent(new Event("changed"));
    } catch (fault) {
      this.wrong = messageOf(fault);
    }
    this.isBusy = false;
  }

  /**
   * A revision that changes nothing else, of whatever the article is now.
   *
   * @param {"open" | "ended"} coverage
   * @param {number} tries
   */
  async revise(coverage, tries) {
    const path = `/api/articles/${encodeURIComponent(this.article.id)}`;
    const { body, etag } = await this.desk.api.get(path);
    try {
      await this.desk.api.put(path, { ...body, coverage }, { ifMatch: etag ?? undefined });
    } catch (fault) {
      if (!(fault instanceof Problem && fault.status === 412) || tries <= 1) throw fault;
      await this.revise(coverage, tries - 1);
    }
  }
}

customElements.define("live-head", LiveHead);
