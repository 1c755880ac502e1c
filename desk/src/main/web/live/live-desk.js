import { html } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { AreaElement } from "../shell/element.js";
import "./live-console.js";
import "./live-list.js";

/** Live coverage: the list at `#/live`, and the console of an article at `#/live/{id}`. */
export class LiveDesk extends AreaElement {
  render() {
    const [id] = this.parts;
    return id
      ? html`${keyed(id, html`<live-console .desk=${this.desk} .articleId=${id}></live-console>`)}`
      : html`<live-list .desk=${this.desk}></live-list>`;
  }
}

customElements.define("live-desk", LiveDesk);
