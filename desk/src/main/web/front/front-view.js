import { html } from "lit";
import { DeskElement } from "../shell/element.js";
import { Poll } from "../shell/poll.js";
import { say } from "../words/words.js";
import "../shell/page-frame.js";

/** Seconds between two looks at the homepage. */
const EVERY = 30;

const WIDTHS = { wide: 1280, narrow: 390 };

/** The homepage as readers have it. */
export class FrontView extends DeskElement {
  static properties = { ...DeskElement.properties, width: { state: true }, isAway: { state: true } };

  constructor() {
    super();
    /** @type {"wide" | "narrow"} */
    this.width = matchMedia("(max-width: 40rem)").matches ? "narrow" : "wide";
    this.isAway = false;
    this.page = "";
    this.poll = new Poll(EVERY, () => this.look());
  }

  connectedCallback() {
    super.connectedCallback();
    this.page = "";
    this.poll.start();
    this.look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.poll.stop();
  }

  async look() {
    try {
      const answer = await fetch("/", { cache: "no-cache", credentials: "omit" });
      const page = await answer.text();
      this.isAway = !answer.ok;
      if (!answer.ok || page === this.page) return;
      await this.updateComplete;
      this.page = page;
      this.frame.label = say("front.view");
      this.frame.show(page);
    } catch {
      this.isAway = true;
    }
  }

  get frame() {
    return /** @type {import("../shell/page-frame.js").PageFrame} */ (this.querySelector("page-frame"));
  }

  render() {
    return html`<section class="front-view" aria-labelledby="front-view-title">
      <div class="row front-view-head">
        <h2 id="front-view-title">${say("front.view")}</h2>
        ${Object.keys(WIDTHS).map((name) => html`<button type="button" aria-pressed=${this.width === name} @click=${() => (this.width = /** @type {"wide"} */ (name))}>${say(`front.view.${name}`)}</button>`)}
        <button type="button" @click=${this.look}>${say("front.view.again")}</button>
      </div>
      <p class="wrong" role="status">${this.isAway ? say("front.view.away") : ""}</p>
      <page-frame .width=${WIDTHS[this.width]}></page-frame>
    </section>`;
  }
}

customElements.define("front-view", FrontView);
