import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";

/**
 * What is said of the word at the cursor, by the copy desk or after a paste, below it, with buttons that change it.
 *
 * @fires fix with the number of the replacement
 */
export class TextRemark extends DeskElement {
  static properties = { ...DeskElement.properties, finding: { attribute: false }, place: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./findings.js").Placed | undefined} */
    this.finding = undefined;
    /** Where a position of the text is in the window. @type {(pos: number) => {left: number, bottom: number} | undefined} */
    this.place = () => undefined;
  }

  render() {
    return html`<div role="status">${this.finding ? this.remark(this.finding) : nothing}</div>`;
  }

  /** @param {import("./findings.js").Finding} finding */
  remark({ message, replacements }) {
    return html`<div class="text-popover" role="group" aria-label=${say("text.finding")}>
      <p>${message}</p>
      ${replacements.map(
        (replacement, i) => html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent("fix", { detail: i }))}>
          ${replacement ? html`<bdi>${replacement}</bdi>` : say("text.delete")}
          ${i ? nothing : html`<kbd>Alt+Enter</kbd>`}
        </button>`,
      )}
    </div>`;
  }

  updated() {
    const popover = /** @type {HTMLElement | null} */ (this.querySelector(".text-popover"));
    const word = this.finding && this.place(this.finding.from);
    const box = this.parentElement?.getBoundingClientRect();
    if (!popover || !word || !box) return;
    const isRight = getComputedStyle(this).direction === "rtl";
    const left = word.left - box.left - (isRight ? popover.offsetWidth : 0);
    popover.style.top = `${word.bottom - box.top + 4}px`;
    popover.style.left = `${Math.max(0, Math.min(left, box.width - popover.offsetWidth))}px`;
  }
}

customElements.define("text-remark", TextRemark);
