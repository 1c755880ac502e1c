import { html, nothing } from "lit";
import { EditorView } from "prosemirror-view";
import { loadAhead } from "../shell/ahead.js";
import { DeskElement } from "../shell/element.js";
import { messageOfAny } from "../shell/faults.js";
import { loadPart, say } from "../words/words.js";
import { counts } from "./counts.js";
import { editorState, withExtras } from "./editor-state.js";
import { insertPictures } from "./pictures.js";
import { readBody } from "./read-body.js";
import { replaceDoc } from "./replace-doc.js";
import { Snapshots } from "./snapshots.js";
import { mainTools, placeTools } from "./tools.js";
import { views } from "./views.js";
import { writeBody } from "./write-body.js";
import "./text-tools.js";

const EXTRAS = () => loadPart("text/extras", () => import("./extras.js"));
const QUESTIONS = () => loadPart("text/questions", () => import("./questions.js"));
const SETTLE = () => loadPart("text/settle", () => import("./settle.js"));
const CLEANED = () => loadPart("text/cleaned", () => import("./cleaned.js"));

/** What a text may need once it is shown. */
export const ahead = [EXTRAS, QUESTIONS, SETTLE, CLEANED];

/** How many editors there were, so that each has ids of its own. */
let editors = 0;

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
    this.keysId = `text-keys-${++editors}`;
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
    /** @type {typeof import("./extras.js") | undefined} */
    this.extras = undefined;
    this.state = this.begin("");
    this.placeOf = (/** @type {number} */ pos) => this.view?.coordsAtPos(pos);
    this.actions = {
      run: (/** @type {import("prosemirror-state").Command} */ command) => {
        command(this.state, (tr) => this.dispatch(tr), this.view);
        this.view?.focus();
      },
      link: () => this.ask("link"),
      card: () => this.ask("card"),
      describe: () => this.ask("describe"),
      numbering: () => this.ask("numbering"),
      pictures: (/** @type {boolean} */ many) => this.askForPictures("pick-pictures", { many }),
    };
  }

  get value() {
    return this.snapshots.read(this.state.doc);
  }

  set value(wanted) {
    if (wanted === writeBody(this.state.doc)) return;
    const begun = this.begin(wanted);
    if (!this.isEdited) {
      this.snapshots.forget();
      this.state = begun;
      this.view?.updateState(this.state);
    } else if (!begun.doc.eq(this.state.doc)) {
      // What comes from elsewhere can be undone, and the cursor stays where it is.
      this.isSilent = true;
      this.dispatch(replaceDoc(this.state, begun.doc));
      this.isSilent = false;
    }
    this.findUnheld();
    this.requestUpdate();
  }

  /** @param {string} value */
  begin(value) {
    const state = editorState(readBody(value), {
      direction: () => this.desk?.edition.direction ?? document.dir,
      keys: {
        "Mod-k": () => {
          this.ask("link");
          return true;
        },
      },
      newsroom: {
        clean: async (pasted) => {
          // Nothing is cleaned unless it can be said what was lost.
          const [{ body }, { settle }, { cleanedSentence }] = await Promise.all([
            this.desk.api.post("/api/articles/clean", { bodyHtml: pasted }),
            SETTLE(),
            CLEANED(),
          ]);
          return { bodyHtml: body.bodyHtml, lost: cleanedSentence(body.cleaned), settle };
        },
        tell: (lost) => this.desk.notify(lost),
        fail: (fault) => this.desk.notify(say("text.notCleaned", messageOfAny(fault))),
        files: (files) => this.askForPictures("paste-files", { files }),
      },
    });
    return this.extras ? withExtras(state, this.extras.extras) : state;
  }

  /** Adds what a text can be shown without. What is typed meanwhile, and what can be undone, stays. */
  async extend() {
    if (this.extras) return;
    this.extras = await EXTRAS();
    this.state = withExtras(this.state, this.extras.extras);
    this.view?.updateState(this.state);
    this.requestUpdate();
  }

  /** @param {"link" | "card" | "describe" | "numbering"} what */
  async ask(what) {
    try {
      const { Questions } = await QUESTIONS();
      await new Questions(this)[what]();
    } catch (fault) {
      this.desk.notify(messageOfAny(fault));
    }
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
        "aria-describedby": this.keysId,
        lang: this.desk?.edition.language ?? "",
      }),
      handleKeyDown: (_view, event) => this.key(event),
    });
    loadAhead(() => this.extend(), ...ahead);
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
    } else if (event.code === "Escape" && this.remark) this.silenced = JSON.stringify(this.remark);
    else return false;
    return true;
  }

  /**
   * @param {import("./findings.js").Finding[]} findings with offsets into `html`
   * @param {string} html the `value` that was checked
   */
  async setFindings(findings, html) {
    await this.extend();
    const { placeFindings, withFindings } = /** @type {typeof import("./extras.js")} */ (this.extras);
    const placed = placeFindings(findings, html, this.snapshots, this.state.doc);
    this.dispatch(withFindings(this.state, placed));
  }

  render() {
    const place = placeTools(this.state, this.actions, this.extras);
    const { remark } = this;
    const isShown = remark && JSON.stringify(remark) !== this.silenced;
    return html`<div class="text" @input=${stop} @change=${stop}>
      <div class="text-head">
        <text-tools .desk=${this.desk} .label=${say("text.tools")} .groups=${mainTools(this.state, this.actions)} @leave=${this.focus}></text-tools>
        ${place
          ? html`<text-tools class="text-place" .desk=${this.desk} .label=${place.label} .groups=${place.groups} @leave=${this.focus}></text-tools>`
          : nothing}
      </div>
      ${this.unheld.length ? html`<p class="text-note" role="note">${say("text.unheld", this.unheld.length)}</p>` : nothing}
      <div class="text-page"></div>
      <text-remark
        .desk=${this.desk}
        .finding=${isShown ? remark : undefined}
        .place=${this.placeOf}
        @fix=${this.fix}
      ></text-remark>
      <p class="hint text-foot">${counts(this.state.doc, writeBody(this.state.doc), this.desk)}</p>
      <p class="unseen" id=${this.keysId}>${say("text.keys")}</p>
      <text-dialog .desk=${this.desk}></text-dialog>
    </div>`;
  }

  /** What is said at the cursor: of a slip, or of what was pasted just now. @returns {import("./findings.js").Finding | undefined} */
  get remark() {
    if (!this.extras) return undefined;
    const pasted = this.extras.starsOffered(this.state);
    const stars = pasted && { from: pasted.to, to: pasted.to, message: say("text.stars"), replacements: [say("text.stars.read")] };
    return this.extras.findingAt(this.state) ?? stars;
  }

  /** @param {CustomEvent<number>} event the number of the replacement */
  fix(event) {
    if (!this.extras) return;
    const { findingAt, applyFix, readStars } = this.extras;
    this.actions.run(findingAt(this.state) ? applyFix(event.detail) : readStars);
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

customElements.define("rich-text", RichText);
