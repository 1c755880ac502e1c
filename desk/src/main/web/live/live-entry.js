import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { Kept } from "../shell/kept.js";
import { say } from "../words/words.js";
import { isEmpty, shownText } from "./entry-text.js";
import "./live-field.js";

/** @typedef {import("./entries.js").Entry} Entry */

/**
 * An entry below the field: its text, and what can be done with it. Who shows it sets `path` (`/api/articles/{id}/entries`)
 * and `entry`.
 *
 * @fires changed `detail` is the entry as it is now
 * @fires take-away
 * @fires stale somebody else has changed it
 * @fires repost `detail` is a text whose entry is gone
 */
export class LiveEntry extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    path: { attribute: false },
    entry: { attribute: false },
    isEdited: { state: true },
    isStale: { state: true },
    isBusy: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    this.path = "";
    this.entry = /** @type {Entry} */ (/** @type {unknown} */ (undefined));
    this.isEdited = false;
    this.isStale = false;
    this.isBusy = false;
    this.wrong = "";
    /** The revision that the person began from. */
    this.seen = 0;
    /** @type {HTMLElement | undefined} */
    this.text = undefined;
    this.textOf = "";
    /** @type {Kept<{seen: number, bodyHtml: string}> | undefined} */
    this.kept = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.kept ??= new Kept(`live-entry${this.path}/${this.entry.number}`, this.desk.session.name);
    // A page that was closed while it was edited.
    const kept = this.kept.read();
    if (!kept || this.isEdited) return;
    if (kept.bodyHtml === this.entry.bodyHtml) this.kept.write(undefined);
    else this.begin(kept);
  }

  /** @param {{seen: number, bodyHtml: string}} from */
  async begin(from) {
    this.seen = from.seen;
    this.isEdited = true;
    this.isStale = from.seen !== this.entry.revision;
    await this.updateComplete;
    this.field.value = from.bodyHtml;
    await this.field.updateComplete;
  }

  async edit() {
    await this.begin({ seen: this.entry.revision, bodyHtml: this.entry.bodyHtml });
    this.field.focus();
  }

  get field() {
    return /** @type {import("./live-field.js").LiveField} */ (this.querySelector("live-field"));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("entry") && this.isEdited && this.entry.revision !== this.seen) this.isStale = true;
    if (this.textOf === this.entry.bodyHtml) return;
    this.textOf = this.entry.bodyHtml;
    this.text = shownText(this.entry.bodyHtml, this.desk);
  }

  render() {
    const { number, at, updatedAt, editor, pinned } = this.entry;
    const name = say("live.entry", number);
    return html`<article class="live-entry ${pinned ? "pinned" : ""}" aria-label=${name} id="entry-${number}" tabindex="-1">
      <p class="hint live-by">
        <time datetime=${at}>${this.when(at)}</time>
        <bdi>${editor}</bdi>
        ${updatedAt && updatedAt !== at ? html`<span>${say("live.changed", this.desk.clock.time(updatedAt))}</span>` : nothing}
        ${pinned ? html`<strong class="badge">${say("live.pinned")}</strong>` : nothing}
      </p>
      ${this.isEdited ? this.form() : html`${this.text}${this.buttons()}`}
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
    </article>`;
  }

  /** The time alone if it was today. @param {string} at */
  when(at) {
    const { clock } = this.desk;
    return clock.day(at) === clock.day(Date.now()) ? clock.time(at) : clock.dateTime(at);
  }

  buttons() {
    const pin = this.entry.pinned ? "live.unpin" : "live.pin";
    return html`<p class="row live-buttons">
      ${[["live.edit", () => this.edit()], [pin, () => this.pin()], ["live.delete", () => this.dispatchEvent(new Event("take-away"))]].map(
        ([phrase, act]) => html`<button type="button" data-do=${phrase} ?disabled=${this.isBusy} aria-label="${say(/** @type {string} */ (phrase))}: ${say("live.entry", this.entry.number)}"
          @click=${act}>${say(/** @type {string} */ (phrase))}</button>`)}
    </p>`;
  }

  form() {
    return html`<live-field .desk=${this.desk} .label=${say("live.entry", this.entry.number)} @input=${this.type} @send=${this.save}></live-field>
      ${this.isStale
        ? html`<div class="live-conflict" role="alert">
            <p>${say("live.conflict", this.entry.editor)}</p>
            ${this.text}
            <p class="row">
              <button type="button" @click=${this.saveMine}>${say("live.conflict.mine")}</button>
              <button type="button" @click=${this.stop}>${say("live.conflict.theirs")}</button>
            </p>
          </div>`
        : nothing}
      <p class="row">
        <button type="button" class="main" ?disabled=${this.isBusy || this.isStale} @click=${this.save}>${say("live.save")}</button>
        <button type="button" @click=${this.stop}>${say("live.cancel")}</button>
        <span class="hint">${say("live.post.hint")}</span>
      </p>`;
  }

  type() {
    const isKept = this.kept?.write({ seen: this.seen, bodyHtml: this.field.value });
    this.wrong = isKept ? "" : say("live.unkept");
  }

  saveMine() {
    this.seen = this.entry.revision;
    this.isStale = false;
    this.save();
  }

  async save() {
    const bodyHtml = this.field.value;
    if (isEmpty(bodyHtml) || this.isStale || this.isBusy) return;
    if (await this.put({ bodyHtml }, this.seen)) {
      this.stop();
      this.desk.notify(say("live.saved"));
    }
  }

  async stop() {
    this.kept?.write(undefined);
    this.isEdited = false;
    this.isStale = false;
    this.wrong = "";
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[data-do="live.edit"]'))?.focus();
  }

  pin() {
    return this.put({ bodyHtml: this.entry.bodyHtml, pinned: !this.entry.pinned }, this.entry.revision);
  }

  /**
   * @param {{bodyHtml: string, pinned?: boolean}} json
   * @param {number} seen
   */
  async put(json, seen) {
    this.isBusy = true;
    this.wrong = "";
    try {
      const { body } = await this.desk.api.put(`${this.path}/${this.entry.number}`, json, { ifMatch: `"${seen}"` });
      const { number, revision, at, updatedAt, editor, pinned } = body;
      this.seen = revision;
      this.dispatchEvent(new CustomEvent("changed", { detail: { number, revision, at, updatedAt, editor, pinned, bodyHtml: json.bodyHtml } }));
      return true;
    } catch (fault) {
      if (fault instanceof Problem && fault.status === 412) this.dispatchEvent(new Event("stale"));
      if (fault instanceof Problem && fault.status === 404 && this.isEdited) {
        this.kept?.write(undefined);
        this.dispatchEvent(new CustomEvent("repost", { detail: json.bodyHtml }));
      }
      this.wrong = messageOf(fault);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define("live-entry", LiveEntry);
