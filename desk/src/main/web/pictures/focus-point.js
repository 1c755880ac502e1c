import { html } from "lit";
import { DeskElement } from "../shell/element.js";
import { digits, say } from "../words/words.js";
import { CUTS, focusAt, movedBy, objectPosition, UPPER_THIRD } from "./focus.js";

/** @typedef {import("./focus.js").Focus} Focus */

/**
 * Sets what every cut of a picture keeps, by click, drag and arrow keys, and shows the cuts as the press makes them.
 *
 * - `picture`: `{url, width, height}`.
 * - `value`: the focus; undefined leaves it to the newspaper.
 *
 * @fires change with `value` set anew
 */
export class FocusPoint extends DeskElement {
  static properties = { ...DeskElement.properties, picture: { attribute: false }, value: { attribute: false } };

  constructor() {
    super();
    /** @type {{url: string, width: number, height: number} | undefined} */
    this.picture = undefined;
    /** @type {Focus | undefined} */
    this.value = undefined;
  }

  render() {
    if (!this.picture) return html``;
    const { x, y } = this.value ?? UPPER_THIRD;
    return html`<div class="focus-stage">
        <div class="focus-picture" role="slider" tabindex="0" aria-label=${say("pictures.focus")} aria-orientation="horizontal"
          aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(x * 100)} aria-valuetext=${say("pictures.focus.at", inPercent(x), inPercent(y))}
          @keydown=${this.press} @pointerdown=${this.point} @pointermove=${this.drag}>
          <img src=${this.picture.url} alt="" draggable="false" />
          <span class="focus-mark"></span>
        </div>
        <p class="hint">${say("pictures.focus.hint")}</p>
        <button type="button" ?disabled=${!this.value} @click=${() => this.give(undefined)}>${say("pictures.focus.none")}</button>
      </div>
      <div class="focus-cuts" aria-hidden="true">
        ${CUTS.map(({ name }) => html`<figure><img src=${this.picture?.url ?? ""} alt="" /><figcaption><bdi>${name}</bdi></figcaption></figure>`)}
      </div>`;
  }

  updated() {
    const picture = this.picture;
    if (!picture) return;
    const focus = this.value ?? UPPER_THIRD;
    const mark = /** @type {HTMLElement} */ (this.querySelector(".focus-mark"));
    // The picture's left is its left in every language.
    mark.style.left = `${focus.x * 100}%`;
    mark.style.top = `${focus.y * 100}%`;
    this.querySelectorAll(".focus-cuts img").forEach((image, i) => {
      const { style } = /** @type {HTMLElement} */ (image);
      style.aspectRatio = String(CUTS[i].ratio);
      style.objectPosition = objectPosition(picture, focus, CUTS[i].ratio);
    });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moved = movedBy(this.value ?? UPPER_THIRD, event);
    if (!moved) return;
    event.preventDefault();
    this.give(moved);
  }

  /** @param {PointerEvent & {currentTarget: HTMLElement}} event */
  point(event) {
    if (event.button) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.take(event);
  }

  /** @param {PointerEvent & {currentTarget: HTMLElement}} event */
  drag(event) {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) this.take(event);
  }

  /** @param {PointerEvent & {currentTarget: HTMLElement}} event */
  take(event) {
    const box = event.currentTarget.getBoundingClientRect();
    this.give(focusAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
  }

  /** @param {Focus | undefined} value */
  give(value) {
    this.value = value;
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** @param {number} part */
const inPercent = (part) => `${digits(Math.round(part * 100))}%`;

customElements.define("focus-point", FocusPoint);
