import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { Problem } from "../api/problem.js";
import { messageOf } from "../shell/faults.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { shownText } from "./entry-text.js";

/** @typedef {import("./outbox.js").Item} Item */

/**
 * The entries that the newspaper has not confirmed, the newest first, and why. `canTake` says whether there is a field to put
 * one back into.
 *
 * @fires take `detail` is the text that goes back into the field
 */
export class LiveOutbox extends DeskElement {
  static properties = { ...DeskElement.properties, outbox: { attribute: false }, items: { attribute: false }, canTake: { attribute: false } };

  constructor() {
    super();
    this.outbox = /** @type {import("./outbox.js").Outbox} */ (/** @type {unknown} */ (undefined));
    /** @type {Item[]} */
    this.items = [];
    this.canTake = false;
  }

  render() {
    return html`<section class="live-outbox" aria-labelledby="live-outbox">
      <h2 id="live-outbox">${say("live.outbox")}</h2>
      <ul>${[...this.items].reverse().map((item) => html`<li>${guard([item.bodyHtml], () => shownText(item.bodyHtml, this.desk))}
        <p class=${item.state === "refused" ? "wrong" : "hint"} role="status">${this.reason(item)}</p>
        ${item.state === "sending" ? nothing : this.buttons(item)}</li>`)}</ul>
    </section>`;
  }

  /** @param {Item} item */
  reason({ state, fault }) {
    if (state === "sending") return say("live.outbox.sending");
    if (state === "signedOut") return say("live.outbox.signedOut");
    if (state === "waiting") return say("live.outbox.waiting");
    return fault instanceof Problem ? messageOf(fault) : say("live.outbox.old");
  }

  /** @param {Item} item */
  buttons(item) {
    const signedOut = item.state === "signedOut";
    return html`<p class="row">
      ${signedOut ? html`<button type="button" class="main" @click=${() => this.desk.session.signIn()}>${say("desk.signIn")}</button>` : nothing}
      <button type="button" @click=${() => (item.state === "refused" ? this.outbox.again(item) : this.outbox.run())}>${say("live.outbox.again")}</button>
      ${this.canTake && (!item.tried || item.state === "refused") ? this.back(item) : nothing}
      <button type="button" class="danger" @click=${() => this.drop(item)}>${say("live.outbox.drop")}</button>
    </p>`;
  }

  /** One that may have been added already is not offered again. @param {Item} item */
  back(item) {
    return html`<button type="button" @click=${() => this.take(item)}>${say("live.outbox.back")}</button>`;
  }

  /** @param {Item} item */
  take(item) {
    this.dispatchEvent(new CustomEvent("take", { detail: item.bodyHtml }));
    this.outbox.drop(item);
  }

  /** @param {Item} item */
  drop(item) {
    this.outbox.drop(item);
    this.desk.notify(say("live.outbox.dropped"));
  }
}

customElements.define("live-outbox", LiveOutbox);
