import { html, nothing } from "lit";
import { say } from "../words/words.js";
import { AskingElement } from "./asking-element.js";
import { writtenOf } from "./draft-fields.js";
import { fieldName } from "./field-names.js";
import { mended, moved, surroundings, valueAt, writtenIn } from "./findings.js";

/** @typedef {import("./findings.js").Finding} Finding */

/** How long after the last change the copy desk looks, in milliseconds. */
const PAUSE = 2000;

/**
 * What the copy desk finds in the present fields.
 *
 * @fires fix `detail`: `mend`, which answers the fields without the slip, or nothing if its field is not as it was checked
 * @fires body-findings `detail.findings` and `detail.html`, in which they were found
 * @fires show-finding `detail.finding`: the person wants to see it in the text
 */
export class CopyDesk extends AskingElement {
  static properties = { ...AskingElement.properties, findings: { state: true } };

  constructor() {
    super();
    /** @type {Finding[] | undefined} */
    this.findings = undefined;
    /** The fields in which they were found. @type {Record<string, any>} */
    this.checked = {};
  }

  get pause() {
    return this.findings ? PAUSE : 0;
  }

  get fields() {
    return writtenOf(this.article);
  }

  /** @param {Record<string, any>} fields */
  async ask(fields) {
    const { body } = await this.desk.api.post("/api/articles/check", fields);
    this.checked = fields;
    this.findings = /** @type {Finding[]} */ (body.findings);
    const findings = this.findings.filter(({ field }) => field === "bodyHtml");
    this.tell("body-findings", { findings, html: fields.bodyHtml ?? "" });
  }

  /** @param {string} type @param {unknown} detail */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  render() {
    const { findings = [] } = this;
    const open = findings.filter((finding) => !finding.isFixed);
    const fields = [...new Set(findings.map(({ field }) => field))];
    return html`<section class="copy-desk" aria-labelledby="copy-desk-title">
      <h2 id="copy-desk-title">${say("publish.check")}</h2>
      <p class="hint" role="status">${this.findings ? (open.length ? say("publish.check.count", open.length) : say("publish.check.none")) : say("publish.check.waits")}</p>
      <p class="wrong" role="status">${this.wrong}</p>
      ${fields.map((field) => this.group(field, findings.filter((finding) => finding.field === field)))}
    </section>`;
  }

  /** @param {string} field @param {Finding[]} findings */
  group(field, findings) {
    const left = findings.filter((finding) => !finding.isFixed).length;
    return html`<h3>${fieldName(field)} <span class="badge number">${left}</span></h3>
      <ul class="findings">${findings.map((finding) => this.line(finding))}</ul>`;
  }

  /** @param {Finding} finding */
  line(finding) {
    const value = valueAt(this.checked, finding.field);
    const { before, slip, after } = surroundings(value, finding, finding.field === "bodyHtml");
    return html`<li class=${finding.isFixed ? "fixed" : nothing}>
      <p dir="auto" class="finding-text">${before}<mark>${slip}</mark>${after}</p>
      <p class="hint">${finding.message}</p>
      ${finding.isFixed
        ? html`<p class="hint">${say("publish.check.fixed")}</p>`
        : html`<p class="row">
            ${finding.replacements.slice(0, 3).map((replacement) => html`<button type="button" @click=${() => this.fix(finding, replacement)}>
              ${replacement.trim() ? html`${say("publish.check.put")} <bdi>${replacement}</bdi>` : replacement ? say("publish.check.space") : say("publish.check.remove")}
              <span class="unseen">: ${slip}</span></button>`)}
            ${finding.field === "bodyHtml" ? html`<button type="button" class="link" @click=${() => this.tell("show-finding", { finding })}>${say("publish.check.show")}</button>` : nothing}
          </p>`}
    </li>`;
  }

  /** @param {Finding} finding @param {string} replacement */
  async fix(finding, replacement) {
    const { field, from, to } = finding;
    const buttons = [...this.querySelectorAll(".findings button:not(.link)")];
    const place = buttons.indexOf(/** @type {Element} */ (document.activeElement));
    const value = valueAt(this.checked, field);
    // What was typed since is not mended by guessing.
    const mend = (/** @type {Record<string, any>} */ now) => (valueAt(now, field) === value ? mended(now, { field, from, to, replacement }) : undefined);
    this.tell("fix", { mend });
    this.checked = mended(this.checked, { field, from, to, replacement });
    const mine = { ...finding, to: from + writtenIn(field, replacement).length, isFixed: true };
    this.findings = moved(this.findings ?? [], finding, replacement).map((one) => (one === finding ? mine : one));
    await this.updateComplete;
    // The next slip, so that one key mends one after the other.
    const next = [...this.querySelectorAll(".findings button:not(.link)")];
    /** @type {HTMLElement | undefined} */ (next[Math.min(Math.max(place, 0), next.length - 1)])?.focus();
  }
}

customElements.define("copy-desk", CopyDesk);
