import { html, nothing } from "lit";
import { EditorView } from "prosemirror-view";
import { Problem, SignedOut, Unreachable } from "../api/problem.js";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { cleanedSentence } from "./cleaned.js";
import { bytesOf, minutesFor, wordsIn } from "./count.js";
import { editorState } from "./editor-state.js";
import { applyFix, findingAt, findingsOf, place, textIn, withFindings } from "./findings.js";
import { insertPictures } from "./pictures.js";
import { Questions } from "./questions.js";
import { readBody } from "./read-body.js";
import { Snapshots } from "./snapshots.js";
import { mainTools, placeTools } from "./tools.js";
import { views } from "./views.js";
import { runsOf } from "./write-body.js";
import "./text-dialog.js";
import "./text-tools.js";

/**
 * The editor of an article's text.
 *
 * - `value`: the text as the API answers it (`bodyHtml`), and as it is sent. What is not edited comes back to the letter.
 * - `label`: what it is called.
 * - `unheld`: parts of the text that it cannot edit. They are shown, and stay in `value` as they are.
 * - `setFindings(findings, html)`: underlines what the copy desk found in `html`, a `value` that was read before.
 *
 * @fires input after each change by the person
 * @fires pick-pictures `detail.many`, `detail.done(pictures)`: somebody chooses uploaded pictures
 * @fires paste-files `detail.files`, `detail.done(pictures)`: pictures that were pasted or dropped
 *
 * @typedef {{mediaId: string, alt: string, caption?: string}} Picture
 */
export class RichText extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    label: { attribute: false },
    unheld: { attribute: false, noAccessor: true },
    silenced: { state: true },
  };

  constructor() {
    super();
    this.label = "";
    /** @type {string[]} */
    this.unheld = [];
    this.snapshots = new Snapshots();
    this.isEdited = false;
    this.isSilent = false;
    /** The finding whose popover was closed. @type {string | undefined} */
    this.silenced = undefined;
    /** @type {EditorView | undefined} */
    this.view = undefined;
    /** @type {number | undefined} */
    this.later = undefined;
    this.state = this.begin("");
    this.questions = new Questions(this);
    this.actions = {
      run: (/** @type {import("prosemirror-state").Command} */ command) => {
        command(this.state, (tr) => this.dispatch(tr), this.view);
        this.view?.focus();
      },
      link: () => this.questions.link(),
      card: () => this.questions.card(),
      describe: () => this.questions.describe(),
      numbering: () => this.questions.numbering(),
      pictures: (/** @type {boolean} */ many) => this.askForPictures("pick-pictures", { many }),
    };
  }

  get value() {
    return this.snapshots.read(this.state.doc);
  }

  set value(wanted) {
    if (wanted === this.value) return;
    const { doc } = this.begin(wanted);
    if (!this.isEdited) {
      this.snapshots.forget();
      this.state = this.begin(wanted);
      this.view?.updateState(this.state);
    } else if (!doc.eq(this.state.doc)) {
      // What comes from elsewhere can be undone, and the cursor stays where it is.
      const start = doc.content.findDiffStart(this.state.doc.content) ?? 0;
      const end = doc.content.findDiffEnd(this.state.doc.content) ?? { a: doc.content.size, b: this.state.doc.content.size };
      const overlap = Math.max(0, start - Math.min(end.a, end.b));
      const { tr } = this.state;
      tr.replace(start, end.b + overlap, doc.slice(start, end.a + overlap));
      if (!tr.doc.eq(doc)) tr.replaceWith(0, tr.doc.content.size, doc.content);
      this.isSilent = true;
      this.dispatch(tr);
      this.isSilent = false;
    }
    this.findUnheld();
    this.requestUpdate();
  }

  /** @param {string} value */
  begin(value) {
    return editorState(readBody(value), {
      direction: () => this.desk?.edition.direction ?? document.dir,
      keys: {
        "Mod-k": () => {
          this.questions.link();
          return true;
        },
      },
      newsroom: {
        clean: async (pasted) => (await this.desk.api.post("/api/articles/clean", { bodyHtml: pasted })).body,
        tell: (cleaned) => cleaned.length && this.desk.notify(cleanedSentence(cleaned)),
        fail: (fault) => this.desk.notify(say("text.notCleaned", reasonOf(fault))),
        files: (files) => this.askForPictures("paste-files", { files }),
      },
    });
  }

  findUnheld() {
    /** @type {string[]} */
    const kept = [];
    this.state.doc.descendants((node) => void (node.type.name === "kept" && kept.push(node.attrs.html)));
    this.unheld = kept;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.show();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = undefined;
  }

  firstUpdated() {
    this.show();
  }

  show() {
    const page = /** @type {HTMLElement} */ (this.querySelector(".text-page"));
    page.style.setProperty("--placeholder", quoted(say("text.placeholder")));
    page.style.setProperty("--caption", quoted(say("text.captionPlaceholder")));
    this.view = new EditorView(page, {
      state: this.state,
      dispatchTransaction: (tr) => this.dispatch(tr),
      nodeViews: views(() => this.desk),
      attributes: () => ({
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": this.label,
        "aria-describedby": "text-keys",
        lang: this.desk?.edition.language ?? "",
      }),
      handleKeyDown: (_view, event) => this.key(event),
    });
  }

  focus() {
    this.view?.focus();
  }

  /** @param {import("prosemirror-state").Transaction} tr */
  dispatch(tr) {
    const before = this.state;
    this.state = before.apply(tr);
    this.snapshots.follow(tr);
    this.view?.updateState(this.state);
    if (before.doc !== this.state.doc) {
      this.isEdited = true;
      if (this.unheld.length) this.findUnheld();
      if (!this.isSilent) this.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.later ??= requestAnimationFrame(() => {
      this.later = undefined;
      this.requestUpdate();
    });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.altKey && event.code === "F10") focusOn(this.querySelector("text-tools"));
    else if (event.altKey && event.code === "ArrowDown" && this.querySelector(".text-popover")) {
      focusOn(this.querySelector(".text-popover button"));
    } else if (event.code === "Escape" && findingAt(this.state)) this.silenced = JSON.stringify(findingAt(this.state));
    else return false;
    return true;
  }

  /**
   * @param {import("./findings.js").Finding[]} findings with offsets into `html`
   * @param {string} [html] the `value` that was checked
   */
  setFindings(findings, html = this.value) {
    const read = this.snapshots.find(html);
    const runs = read ? runsOf(read.doc) : [];
    const placed = findings.flatMap((finding) => {
      const old = read && place(runs, html, finding);
      if (!read || !old) return [];
      const from = read.mapping.map(old.from, 1);
      const to = read.mapping.map(old.to, -1);
      const text = textIn(read.doc, old.from, old.to);
      const fits = from < to && textIn(this.state.doc, from, to) === text;
      return fits ? [{ ...finding, from, to, text }] : [];
    });
    this.dispatch(withFindings(this.state, placed));
  }

  /** How many findings still fit. */
  get findings() {
    return findingsOf(this.state).length;
  }

  render() {
    const place = placeTools(this.state, this.actions);
    return html`<div class="text" @input=${stop} @change=${stop}>
      <div class="text-head">
        <text-tools .desk=${this.desk} .label=${say("text.tools")} .groups=${mainTools(this.state, this.actions)} @leave=${this.focus}></text-tools>
        ${place
          ? html`<text-tools class="text-place" .desk=${this.desk} .label=${place.label} .groups=${place.groups} @leave=${this.focus}></text-tools>`
          : nothing}
      </div>
      ${this.unheld.length ? html`<p class="text-note" role="note">${say("text.unheld", this.unheld.length)}</p>` : nothing}
      <div class="text-page"></div>
      ${this.remark()}
      <p class="hint text-foot">${this.counts()}</p>
      <p class="unseen" id="text-keys">${say("text.keys")}</p>
      <text-dialog .desk=${this.desk}></text-dialog>
    </div>`;
  }

  counts() {
    const words = wordsIn(this.state.doc);
    const bytes = bytesOf(this.value);
    const limit = (this.desk?.edition.limits.article.bodyKib ?? Infinity) * 1024;
    return html`<span>${say("text.words", words)}</span>
      ${words ? html`<span>${say("text.minutes", minutesFor(words))}</span>` : nothing}
      ${bytes > limit / 2
        ? html`<span class=${bytes > limit ? "wrong" : ""} role=${bytes > limit ? "alert" : nothing}
            >${say("text.size", Math.ceil(bytes / 1024), limit / 1024)}</span
          >`
        : nothing}`;
  }

  remark() {
    const finding = findingAt(this.state);
    const isShown = finding && JSON.stringify(finding) !== this.silenced;
    return html`<div role="status">
      ${isShown
        ? html`<div class="text-popover" role="group" aria-label=${say("text.finding")}>
            <p>${finding.message}</p>
            ${finding.replacements.map(
              (replacement, i) => html`<button type="button" @click=${() => this.actions.run(applyFix(i))}>
                ${replacement ? html`<bdi>${replacement}</bdi>` : say("text.delete")}
                ${i ? nothing : html`<kbd>Alt+Enter</kbd>`}
              </button>`,
            )}
          </div>`
        : nothing}
    </div>`;
  }

  /** The popover goes below the word. */
  updated() {
    const popover = /** @type {HTMLElement | null} */ (this.querySelector(".text-popover"));
    const finding = findingAt(this.state);
    if (!popover || !finding || !this.view) return;
    const box = /** @type {HTMLElement} */ (this.querySelector(".text")).getBoundingClientRect();
    const start = this.view.coordsAtPos(finding.from);
    popover.style.top = `${start.bottom - box.top + 4}px`;
    const isRight = getComputedStyle(this).direction === "rtl";
    const left = start.left - box.left - (isRight ? popover.offsetWidth : 0);
    popover.style.left = `${Math.max(0, Math.min(left, box.width - popover.offsetWidth))}px`;
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  askForPictures(type, detail) {
    const done = (/** @type {Picture[]} */ pictures) => {
      if (pictures.length) this.actions.run(insertPictures(pictures));
      else this.view?.focus();
    };
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { ...detail, done } }));
  }
}

/** A string of CSS that keeps its direction in any text. @param {string} text */
const quoted = (text) => JSON.stringify(`\u2068${text}\u2069`);

/** @param {Element | null} element */
const focusOn = (element) => /** @type {HTMLElement | null} */ (element)?.focus();

/** The events of fields within the editor are not its own. @param {Event} event */
const stop = (event) => event.stopPropagation();

/** @param {unknown} fault */
const reasonOf = (fault) => {
  if (fault instanceof Unreachable) return say("desk.unreachable");
  if (fault instanceof SignedOut) return say("desk.signedOut");
  if (!(fault instanceof Problem)) throw fault;
  return fault.errors.map(({ message }) => message).join(" ") || fault.message;
};

customElements.define("rich-text", RichText);
