import { html, nothing } from "lit";
import { wordChanges } from "../publish/difference.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { textOf } from "./blocks.js";
import { bothOf } from "./both.js";
import { settle } from "./merge.js";

/** @typedef {import("./merge.js").Choice} Choice */

/**
 * Asks what becomes of each place that two versions have changed: side by side, as text.
 *
 * @fires settled `detail`: the fields that were made of both
 */
export class MergeDialog extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    merged: { attribute: false },
    who: { attribute: false },
    choices: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./merge.js").Merged | undefined} */
    this.merged = undefined;
    /** Whose the other version is. */
    this.who = "";
    /** @type {(Choice | undefined)[]} */
    this.choices = [];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("merged")) this.choices = this.merged?.conflicts.map(() => undefined) ?? [];
  }

  async open() {
    await this.updateComplete;
    const dialog = /** @type {HTMLDialogElement | null} */ (this.querySelector("dialog"));
    if (dialog && !dialog.open) dialog.showModal();
  }

  close() {
    /** @type {HTMLDialogElement | null} */ (this.querySelector("dialog"))?.close();
  }

  render() {
    if (!this.merged) return nothing;
    const left = this.choices.filter((choice) => !choice).length;
    return html`<dialog class="merge" aria-labelledby="merge-title">
      <h2 id="merge-title">${say("write.merge.title", this.who)}</h2>
      <p>${say("write.merge.explain")}</p>
      ${this.merged.conflicts.map((conflict, index) => this.question(conflict, index))}
      <p class="row merge-end">
        <button type="button" class="main" ?disabled=${left > 0} @click=${this.settle}>${say("write.merge.apply")}</button>
        <button type="button" @click=${this.close}>${say("write.merge.later")}</button>
        <span class="hint" role="status">${left ? say("write.merge.left", left) : nothing}</span>
      </p>
    </dialog>`;
  }

  /** @param {import("./merge.js").Conflict} conflict @param {number} index */
  question(conflict, index) {
    return html`<fieldset class="conflict">
      <legend>${say(conflict.field.phrase)}</legend>
      <div class="versions">
        ${this.version(conflict, index, "mine", say("write.merge.mine"))} ${this.version(conflict, index, "theirs", say("write.merge.theirs", this.who))}
      </div>
      ${conflict.canBeBoth ? html`<label class="check">${this.radio(index, "both")} ${say("write.merge.both")}</label>` : nothing}
      <div role="status">
        ${this.choices[index] === "both" ? html`<div class="version-text" dir="auto">${this.textOf(conflict.field, bothOf(conflict))}</div>` : nothing}
      </div>
    </fieldset>`;
  }

  /** @param {import("./merge.js").Conflict} conflict @param {number} index @param {"mine" | "theirs"} side @param {string} label */
  version(conflict, index, side, label) {
    const [mine, theirs] = [conflict.mine, conflict.theirs].map((value) => this.textOf(conflict.field, value));
    const own = side === "mine" ? "removed" : "added";
    // What is in one of them alone is marked; where one has nothing there is nothing to compare.
    const parts = mine && theirs ? wordChanges(mine, theirs).filter(({ kind }) => kind === "same" || kind === own) : [];
    const text = parts.length ? parts.map(({ kind, text }) => (kind === "same" ? text : html`<mark>${text}</mark>`)) : side === "mine" ? mine : theirs;
    return html`<div class="version">
      <label class="check">${this.radio(index, side)} <strong>${label}</strong></label>
      <div class="version-text" dir="auto">${text || html`<em>${say("write.merge.nothing")}</em>`}</div>
    </div>`;
  }

  /** @param {number} index @param {Choice} choice */
  radio(index, choice) {
    return html`<input type="radio" name="conflict-${index}" .checked=${this.choices[index] === choice}
      @change=${() => (this.choices = this.choices.map((other, i) => (i === index ? choice : other)))} />`;
  }

  /**
   * A value as who compares two of them reads it.
   *
   * @param {import("./fields.js").Field} field
   * @param {any} value
   * @returns {string}
   */
  textOf(field, value) {
    if (field.merge === "blocks") return textOf(value.join("\n"));
    if (typeof value === "boolean") return say(value ? "write.yes" : "write.no");
    const name = field.choices?.(this.desk.edition).find((choice) => choice.value === value)?.name;
    if (name || typeof value === "string") return name ?? value;
    if (Array.isArray(value)) return value.map((each) => this.textOf(field, each)).join("\n");
    return Object.values(value ?? {}).filter((part) => typeof part === "string").join("\n");
  }

  settle() {
    if (!this.merged) return;
    const fields = settle(this.merged, /** @type {Choice[]} */ (this.choices));
    this.close();
    this.dispatchEvent(new CustomEvent("settled", { detail: fields }));
  }
}

customElements.define("merge-dialog", MergeDialog);
