import { html, nothing } from "lit";
import { DeskElement } from "../shell/element.js";
import { icon } from "./icons.js";
import { shownShortcut } from "./keys.js";

/**
 * @typedef {object} Tool
 * @property {string} id
 * @property {string} label
 * @property {string} [keys] `Mod-b`
 * @property {string} [icon] without one, `text` or the label is shown
 * @property {string} [text]
 * @property {boolean} [pressed] undefined for what is no switch
 * @property {boolean} [disabled]
 * @property {() => void} run
 */

/**
 * A row of buttons: one stop of Tab, arrows between them (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/). Escape
 * goes back to the text.
 *
 * @fires leave
 */
export class TextTools extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    label: { attribute: false },
    groups: { attribute: false },
    current: { state: true },
  };

  constructor() {
    super();
    this.label = "";
    /** @type {Tool[][]} */
    this.groups = [];
    this.current = "";
  }

  get tools() {
    return this.groups.flat();
  }

  focus() {
    this.button(this.stop)?.focus();
  }

  /** The button that Tab reaches. */
  get stop() {
    return (this.tools.find(({ id }) => id === this.current) ?? this.tools[0])?.id;
  }

  /** @param {string} id */
  button(id) {
    return /** @type {HTMLElement | null} */ (this.querySelector(`[data-tool="${id}"]`));
  }

  render() {
    return html`<div class="text-tools" role="toolbar" aria-label=${this.label} @keydown=${this.move}>
      ${this.groups.map((group) => html`<span class="text-group">${group.map((tool) => this.tool(tool))}</span>`)}
    </div>`;
  }

  /** @param {Tool} tool */
  tool(tool) {
    const shortcut = tool.keys && shownShortcut(tool.keys);
    return html`<button
      type="button"
      data-tool=${tool.id}
      class=${tool.icon ? "text-icon" : ""}
      tabindex=${tool.id === this.stop ? 0 : -1}
      title=${shortcut ? `${tool.label} (${shortcut})` : tool.label}
      aria-label=${tool.label}
      aria-keyshortcuts=${shortcut ?? nothing}
      aria-pressed=${tool.pressed === undefined ? nothing : tool.pressed}
      aria-disabled=${tool.disabled ? "true" : nothing}
      @mousedown=${(/** @type {Event} */ event) => event.preventDefault()}
      @focus=${() => (this.current = tool.id)}
      @click=${() => tool.disabled || tool.run()}
    >
      ${tool.icon ? icon(tool.icon) : (tool.text ?? tool.label)}
    </button>`;
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const all = this.tools;
    const at = all.findIndex(({ id }) => id === this.stop);
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const steps = /** @type {Record<string, number>} */ ({ [forward]: at + 1, [backward]: at - 1, Home: 0, End: all.length - 1 });
    if (event.key === "Escape") this.dispatchEvent(new Event("leave"));
    else if (event.key in steps) this.button(all[(steps[event.key] + all.length) % all.length].id)?.focus();
    else return;
    event.preventDefault();
  }
}

customElements.define("text-tools", TextTools);
