import { html, nothing } from "lit";
import { Problem } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { writtenOf } from "./draft-fields.js";
import { messageOf } from "./fault.js";
import { fieldName } from "./field-names.js";
import { mended, moved, surroundings, valueAt, writtenIn } from "./findings.js";

/** @typedef {import("./findings.js").Finding} Finding */

/** How long after the last change the copy desk looks, in milliseconds. */
const PAUSE = 2000;

/**
 * What the copy desk finds in the present fields. Who shows it sets `article`.
 *
 * @fires fix `detail`: field, from, to, replacement, and `value`, in which the slip was found
 * @fires body-findings `detail.findings` and `detail.html`, in which they were found
 * @fires show-finding `detail.finding`: the person wants to see it in the text
 */
export class CopyDesk extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    article: { attribute: false },
    findings: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    /** @type {Record<string, any>} */
    this.article = {};
    /** @type {Finding[] | undefined} */
    this.findings = undefined;
    /** The fields in which they were found. @type {Record<string, any>} */
    this.checked = {};
    this.wrong = "";
    this.sent = "";
    this.waits = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.later(0);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("article")) this.later(this.findings ? PAUSE : 0);
  }

  /** @param {number} pause */
  later(pause) {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.look(), pause);
  }

  async look() {
    if (!this.isConnected || !this.desk || this.waits) return;
    const fields = writtenOf(this.article);
    const now = JSON.stringify(fields);
    if (now === this.sent) return;
    this.sent = now;
    this.waits = true;
    try {
      const { body } = await this.desk.api.post("/api/articles/check", fields);
      this.wrong = "";
      this.checked = fields;
      this.findings = /** @type {Finding[]} */ (body.findings);
      const findings = this.findings.filter(({ field }) => field === "bodyHtml");
      this.tell("body-findings", { findings, html: fields.bodyHtml ?? "" });
    } catch (fault) {
      this.wrong = messageOf(fault);
      if (!(fault instanceof Problem)) this.sent = "";
    } finally {
      this.waits = false;
      if (JSON.stringify(writtenOf(this.article)) !== this.sent) this.later(this.wrong ? 5000 : PAUSE);
    }
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
    this.tell("fix", { field, from, to, replacement, value: valueAt(this.checked, field) });
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
