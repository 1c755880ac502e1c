import { html, nothing } from "lit";
import { SignedOut, Unreachable } from "../api/problem.js";
import { chooseLanguage, deskLanguage, deskLanguages, loadPart, say } from "../words/words.js";
import { loadAhead } from "./ahead.js";
import { AREAS, areaOf } from "./areas.js";
import { Desk } from "./desk.js";
import { DeskElement } from "./element.js";

const NAMES = /** @type {Record<string, string>} */ ({ ar: "العربية", en: "English", fr: "Français" });

/** How long a notice stays, in milliseconds. */
const NOTICE = 8000;

/** How long after its start the desk loads what may be needed later, in milliseconds. */
const AHEAD = 3000;

/** The frame around all areas: who is there, where to go, what happened last. */
export class DeskShell extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    session: { state: true },
    fault: { state: true },
    notice: { state: true },
    shown: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../session/session.js").Session | undefined} */
    this.session = undefined;
    /** @type {unknown} */
    this.fault = undefined;
    this.notice = "";
    /** @type {import("./element.js").AreaElement | undefined} */
    this.shown = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.silence = undefined;
    /** @type {import("./areas.js").Area[] | undefined} */
    this.allowed = undefined;
    /** The address of what is shown. */
    this.address = "";
  }

  /** @param {import("../session/session.js").Session} session */
  async begin(session) {
    this.session = session;
    this.allowed = undefined;
    this.fault = undefined;
    if (!this.areas.length) return;
    const { area } = areaOf(location.hash, this.areas);
    // While the newspaper is asked what it is; what does not come is asked for again.
    loadPart(area.part, area.load).catch(() => {});
    try {
      this.desk = await Desk.of(session, (text) => this.notify(text));
      document.title = say("desk.title", this.desk.edition.name);
    } catch (fault) {
      this.fail(fault);
      return;
    }
    addEventListener("hashchange", () => this.show());
    addEventListener("keydown", ({ key, defaultPrevented }) => {
      if (key === "Escape" && !defaultPrevented && this.notice) this.notify("");
    });
    await this.show();
    // What the person may go to is there when the network is not. What is shown first has the network for itself.
    setTimeout(() => loadAhead(() => session.prepare(), ...this.areas.map((area) => () => this.loadArea(area))), AHEAD);
  }

  /** @param {import("./areas.js").Area} area */
  async loadArea({ part, load }) {
    const { ahead } = /** @type {{ahead?: (() => Promise<unknown>)[]}} */ (await loadPart(part, load));
    loadAhead(...(ahead ?? []));
  }

  /** @param {unknown} fault why there is no desk */
  fail(fault) {
    this.fault = fault;
    // Whoever opens the console is told the cause.
    console.error(fault);
  }

  /** @param {string} text */
  notify(text) {
    clearTimeout(this.silence);
    this.notice = text;
    this.silence = setTimeout(() => (this.notice = ""), NOTICE);
  }

  /** Those of the person who signed in, also when the session is over: what is typed is kept, and it can begin again. */
  get areas() {
    return (this.allowed ??= AREAS.filter((area) => this.session?.isIn(area.group)));
  }

  async show() {
    const { area, parts } = areaOf(location.hash, this.areas);
    if (this.shown?.localName === area.element) {
      this.shown.parts = parts;
    } else {
      try {
        await loadPart(area.part, area.load);
      } catch (fault) {
        // A part of the desk could not be loaded: what is open stays, with its address.
        history.replaceState(null, "", this.address || "#");
        this.notify(say("desk.unreachable"));
        this.requestUpdate();
        return;
      }
      const element = /** @type {import("./element.js").AreaElement} */ (document.createElement(area.element));
      element.desk = this.desk;
      element.parts = parts;
      this.shown = element;
    }
    this.address = location.hash;
    this.requestUpdate();
  }

  render() {
    if (this.fault) return this.failure();
    if (!this.session) return html`<p class="waiting" role="status"></p>`;
    return html`
      <a class="skip" href="#main" @click=${this.toMain}>${say("desk.skip")}</a>
      <header class="desk-head">
        <p class="desk-name">${this.desk?.edition.name}</p>
        <nav aria-label=${say("desk.areas")}>
          <ul>
            ${this.areas.filter((area) => area.label).map((area) => this.link(area))}
          </ul>
        </nav>
        ${this.person()}
      </header>
      <main id="main" tabindex="-1">
        ${this.areas.length ? (this.shown ?? nothing) : html`<h1 class="unseen">${say("desk.areas")}</h1>
              <p class="refusal">${say("desk.noGroup", this.session.name)}</p>`}
      </main>
      <div class="notice-bar">
        <p class="notice" role="status" aria-live="polite">${this.notice}</p>
        ${this.notice
          ? html`<button type="button" aria-label=${say("desk.dismiss")} title=${say("desk.dismiss")} aria-keyshortcuts="Escape" @click=${() => this.notify("")}>×</button>`
          : nothing}
      </div>
    `;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    // Bars at the end of the window stand above the notice, so that it covers none of their buttons.
    const bar = /** @type {HTMLElement | null} */ (this.querySelector(".notice-bar"));
    if (changed.has("notice") && bar) this.style.setProperty("--notice", `${bar.offsetHeight}px`);
    if (changed.has("shown")) this.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }

  /** @param {import("./areas.js").Area} area */
  link(area) {
    const here = areaOf(location.hash, this.areas).area === area;
    return html`<li>
      <a href="#/${area.path}" aria-current=${here ? "page" : nothing}>${say(/** @type {string} */ (area.label))}</a>
    </li>`;
  }

  person() {
    return html`<div class="desk-person">
      <bdi>${this.session?.name}</bdi>
      <label>
        <span class="unseen">${say("desk.language")}</span>
        <select @change=${this.choose}>
          ${deskLanguages().map(
            (language) => html`<option value=${language} ?selected=${language === deskLanguage()}>${NAMES[language]}</option>`,
          )}
        </select>
      </label>
      <button type="button" @click=${() => this.session?.signOut()}>${say("desk.signOut")}</button>
    </div>`;
  }

  failure() {
    const away = this.fault instanceof Unreachable || this.fault instanceof TypeError;
    const out = this.fault instanceof SignedOut;
    return html`<main id="main" class="failure">
      <h1>${say(out ? "desk.signedOut" : away ? "desk.unreachable" : "desk.failed")}</h1>
      <button type="button" @click=${() => location.reload()}>${say(out ? "desk.signIn" : "desk.again")}</button>
    </main>`;
  }

  /** @param {Event & {currentTarget: HTMLSelectElement}} event */
  choose(event) {
    chooseLanguage(event.currentTarget.value);
  }

  /** @param {Event} event */
  toMain(event) {
    event.preventDefault();
    document.getElementById("main")?.focus();
  }
}

customElements.define("nashra-desk", DeskShell);
