import { html } from "lit";
import { AreaElement } from "../shell/element.js";
import { say } from "../words/words.js";
import "./breaking-news.js";
import "./front-view.js";
import "./lead-list.js";

/** The homepage: what leads it, what breaks, and how readers see it. */
export class FrontPage extends AreaElement {
  render() {
    return html`<h1>${say("front.title")}</h1>
      <div class="front" @pressed=${this.look}>
        <div class="front-work">
          <lead-list .desk=${this.desk}></lead-list>
          <breaking-news .desk=${this.desk}></breaking-news>
        </div>
        <front-view .desk=${this.desk}></front-view>
      </div>`;
  }

  look() {
    /** @type {import("./front-view.js").FrontView} */ (this.querySelector("front-view")).look();
  }
}

customElements.define("front-page", FrontPage);
