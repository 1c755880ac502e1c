import { html, nothing } from "lit";
import { fits } from "../../shell/count.js";
import { say } from "../../words/words.js";
import { GroupField } from "./field.js";

/** Words in an order, each added by Enter or a comma. */
class TagsField extends GroupField {
  control() {
    const isFull = this.list.length >= this.limit;
    return html`
      <ul class="chips">
        ${this.list.map((tag, index) => html`<li class="chip">
          <bdi class=${fits(tag, this.each) ? "" : "wrong"}>${tag}</bdi>
          <button type="button" aria-label=${say("write.remove", tag)} @click=${() => this.removeAt(index)}>×</button>
        </li>`)}
      </ul>
      ${isFull ? nothing : html`<input id=${this.identity} data-after dir="auto" autocomplete="off" enterkeyhint="done"
        aria-label=${say("write.tags.add")} placeholder=${say("write.tags.add")} @keydown=${this.onKey} @input=${this.onInput} @blur=${this.add} />`}
    `;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.add();
  }

  /** @param {InputEvent & {currentTarget: HTMLInputElement}} event */
  onInput(event) {
    if (/[,،]/.test(event.currentTarget.value) && !event.isComposing) this.add();
  }

  add() {
    const input = /** @type {HTMLInputElement | null} */ (this.querySelector("input"));
    const words = (input?.value ?? "").split(/[,،]/).map((word) => word.trim()).filter((word) => word);
    if (!input || !words.length) return;
    input.value = "";
    const added = words.filter((word, i) => !this.list.includes(word) && words.indexOf(word) === i);
    this.give([...this.list, ...added].slice(0, this.limit));
  }
}

customElements.define("tags-field", TagsField);
