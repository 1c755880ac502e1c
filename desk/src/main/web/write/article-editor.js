import { html, nothing } from "lit";
import { Problem, Unreachable } from "../api/problem.js";
import { loadAhead } from "../shell/ahead.js";
import { AreaElement } from "../shell/element.js";
import { messageOfAny } from "../shell/faults.js";
import { ahead as ofText } from "../text/rich-text.js";
import { say } from "../words/words.js";
import { Draft } from "./draft.js";
import { bar, head, instead, notices } from "./editor-view.js";
import { blankOf } from "./fields.js";
import { Journal, NEW, unfinished } from "./journal.js";
import { load } from "./loading.js";
import { Newsroom } from "./newsroom.js";
import { Panels } from "./panels.js";
import { Presence } from "./presence.js";
import { Revising } from "./revising.js";
import { findSeen, keepSeen } from "./seen.js";
import { LATER, loadClipboard, loadVersionDialog, SHEET } from "./seams.js";
import { WindowPlace } from "./window.js";
import "./article-form.js";
import "./article-menu.js";

/**
 * @typedef {import("./fields.js").Fields} Fields
 *
 * @typedef {Open & {panels: Panels}} Work
 * @typedef {object} Open the article that is open
 * @property {import("./article-form.js").ArticleForm} form
 * @property {Draft} draft
 * @property {Journal} journal
 * @property {Revising} revising
 * @property {Presence} presence
 * @property {number} [seenAt] when this browser saw the article, if the newsroom could not be asked when it was opened
 */

/** What an article may need once it is open. */
export const ahead = [...ofText, ...LATER];

/** Writes an article: `#/write/new` and `#/write/<id>`. */
export class ArticleEditor extends AreaElement {
  static properties = {
    ...AreaElement.properties,
    phase: { state: true },
    joining: { state: true },
    looked: { state: true },
    unfinished: { state: true },
  };

  constructor() {
    super();
    /** @type {"opening" | "open" | "elsewhere" | "away" | "gone" | "failed"} */
    this.phase = "opening";
    /** @type {import("./joining.js").Joining | undefined} */
    this.joining = undefined;
    /** @type {import("./opening.js").Version | undefined} */
    this.looked = undefined;
    /** Articles that only this browser has. @type {{name: string, entry: import("./draft.js").Entry}[]} */
    this.unfinished = [];
    /** @type {Work | undefined} */
    this.work = undefined;
    /** @type {WindowPlace | undefined} */
    this.place = undefined;
    /** What this browser kept of the article when it was opened. @type {import("./draft.js").Entry | undefined} */
    this.entry = undefined;
    /** The last refusal of a save. @type {Problem | undefined} */
    this.fault = undefined;
    /** What this browser keeps of the article, to open it when the newsroom cannot be reached. @type {Partial<import("./seen.js").Seen>} */
    this.seen = {};
    this.openings = 0;
    this.onVisible = () => (document.visibilityState === "hidden" ? this.rest() : this.wake());
    this.onHide = () => this.rest();
    this.onOnline = () => {
      this.work?.draft.again();
      this.work?.presence.look().catch(() => {});
    };
    this.onUnload = (/** @type {BeforeUnloadEvent} */ event) => this.isLost && event.preventDefault();
    this.addEventListener("keydown", (event) => this.onKey(event));
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.onVisible);
    addEventListener("pagehide", this.onHide);
    addEventListener("online", this.onOnline);
    addEventListener("beforeunload", this.onUnload);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.onVisible);
    removeEventListener("pagehide", this.onHide);
    removeEventListener("online", this.onOnline);
    removeEventListener("beforeunload", this.onUnload);
    this.openings++;
    this.leave();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("parts")) this.open();
  }

  /** Whether words would be lost if the page were closed now. */
  get isLost() {
    return Boolean(this.work?.draft.journalFails && !this.work.draft.isSaved);
  }

  get canSave() {
    const status = this.work?.revising.status;
    return status === "draft" || status === "scheduled";
  }

  /** The page may be closed at any moment from now on. */
  rest() {
    this.work?.draft.keep();
    this.work?.draft.save();
  }

  /** The person is back, and may have signed in again in another window. */
  wake() {
    if (this.work?.draft.trouble?.kind === "signedOut") this.work.draft.again();
  }

  /** Lets go of the article, with everything in the journal. */
  async leave() {
    const { work, place } = this;
    this.work = this.place = this.joining = this.looked = undefined;
    work?.presence.stop();
    await work?.draft.close();
    place?.close();
  }

  async open() {
    const opening = ++this.openings;
    this.phase = "opening";
    await this.leave();
    const name = this.name();
    const person = this.desk.session.name;
    try {
      const newsroom = new Newsroom(this.desk.api, name.startsWith(NEW) ? undefined : name);
      const asked = newsroom.id ? newsroom.article() : undefined;
      // It is looked at when this window is the one that writes.
      asked?.catch(() => {});
      await this.take(name);
      const journal = new Journal(person, name);
      // A browser that keeps nothing says so when the first words are kept.
      this.entry = await journal.find().catch(() => undefined);
      const loaded = await load(newsroom, asked, this.entry, person, blankOf(this.desk.edition), () => findSeen(person, name));
      this.unfinished = newsroom.id ? [] : await unfinished(person).catch(() => []);
      if (opening === this.openings) this.begin(loaded, newsroom, journal);
    } catch (fault) {
      if (opening !== this.openings) return;
      const isGone = fault instanceof Problem && (fault.status === 404 || fault.status === 422);
      this.phase = isGone ? "gone" : fault instanceof Unreachable ? "away" : "failed";
      if (!(fault instanceof Problem || fault instanceof Unreachable)) console.error(fault);
    }
  }

  /** The name of the article in the journal. A new one gets an address, so that it is found again there. */
  name() {
    const [id = "new", key] = this.parts;
    if (id !== "new") return id;
    const name = NEW + (key ?? crypto.randomUUID());
    if (!key) history.replaceState(null, "", `#/write/${name}`);
    return name;
  }

  /** Makes this window the one in which the article is written. @param {string} name */
  async take(name) {
    this.place?.close();
    this.place = new WindowPlace(`${this.desk.session.name} ${name}`, () => this.stepBack());
    await this.place.take();
  }

  /** The person goes on in another window. */
  async stepBack() {
    await this.leave();
    this.phase = "elsewhere";
  }

  /**
   * @param {import("./loading.js").Loaded} loaded
   * @param {Newsroom} newsroom
   * @param {Journal} journal
   */
  begin(loaded, newsroom, journal) {
    const { base, fields } = loaded;
    const form = /** @type {import("./article-form.js").ArticleForm} */ (document.createElement("article-form"));
    form.begin(this.desk);
    form.fill(fields);
    if (base) form.tell(base.article);
    const read = form.read();
    const draft = new Draft(
      {
        newsroom,
        journal,
        read: () => form.read(),
        tell: () => this.told(),
        now: () => Date.now(),
        after,
        key: () => crypto.randomUUID(),
      },
      // What the form makes of a revision is not a change of it.
      { ...loaded, fields: read, base: base && fields === base.fields ? { ...base, fields: read } : base });
    const presence = new Presence(this.desk.api, newsroom, () => draft.base, () => this.requestUpdate());
    const revising = new Revising({
      draft,
      newsroom,
      form,
      me: this.desk.session.name,
      notify: this.desk.notify,
      ask: (joining) => this.ask(joining),
      tell: () => this.changed(),
    });
    const work = { form, draft, journal, presence, revising, seenAt: loaded.seenAt };
    this.seen = { base: loaded.seenAt ? draft.base : undefined, copy: loaded.copy };
    this.work = { ...work, panels: new Panels(this.desk, work) };
    this.phase = "open";
    this.updateComplete.then(() => loadAhead(...ahead));
    presence.start();
    this.remember();
    // What the newsroom did not get the last time.
    if (draft.isChanged || loaded.copy) draft.save();
  }

  /** The draft has changed its state. */
  told() {
    if (!this.work) return;
    const { draft, journal, form, presence, seenAt } = this.work;
    // The newsroom answers again, even if it did not yet when the network came back.
    if (seenAt && draft.isSaved && !presence.isHeard) presence.look().catch(() => {});
    const address = `#/write/${draft.id}`;
    if (draft.id && journal.name === draft.id && location.hash.startsWith("#/write/") && location.hash !== address) {
      history.replaceState(null, "", address);
      this.take(draft.id);
    }
    // Who is typing is told, and not led away.
    const { fault } = draft.trouble ?? {};
    if (fault && fault !== this.fault) form.mark(fault.errors);
    this.fault = fault;
    this.remember();
    this.requestUpdate();
  }

  /** Keeps the revision from which the editor goes on, when it is another one. */
  remember() {
    const { id, base } = this.work?.draft ?? {};
    if (!id || !base || base === this.seen.base) return;
    this.seen = { base, copy: this.seen.copy, at: Date.now() };
    // A browser that keeps nothing cannot open it without the newsroom.
    keepSeen(this.desk.session.name, id, /** @type {import("./seen.js").Seen} */ (this.seen)).catch(() => {});
  }

  /** A revision was made, or taken in. */
  changed() {
    const { draft, form, presence } = this.work ?? {};
    if (draft?.base) form?.tell(draft.base.article);
    presence?.look().catch(() => {});
    this.work?.panels.refresh();
    this.requestUpdate();
  }

  typed() {
    this.work?.draft.typed();
    this.work?.panels.typed();
  }

  /** @param {import("./joining.js").Joining | undefined} joining */
  async ask(joining) {
    this.joining = joining;
    await this.updateComplete;
    if (joining) /** @type {import("./merge-dialog.js").MergeDialog} */ (this.querySelector("merge-dialog")).open();
  }

  /** @param {import("./status.js").Action} action */
  act(action) {
    const { draft, revising } = /** @type {Work} */ (this.work);
    if (action === "signIn") draft.keep().finally(() => this.desk.session.signIn());
    if (action === "again") draft.again();
    if (action === "decide") revising.decide();
    if (action === "beginAgain") this.beginAgain();
    if (action === "copy") this.copy();
  }

  /** The article was deleted by somebody: its words become a new one. */
  async beginAgain() {
    const fields = this.work?.form.read() ?? this.entry?.fields ?? {};
    const name = NEW + crypto.randomUUID();
    const person = this.desk.session.name;
    await new Journal(person, name).keep({ fields: { ...fields, slug: undefined, corrections: undefined }, at: Date.now() });
    await (this.work?.draft.forget() ?? new Journal(person, this.parts[0]).forget());
    this.work?.presence.stop();
    this.work = undefined;
    location.hash = `#/write/${name}`;
  }

  async copy() {
    try {
      const { copyAll } = await loadClipboard();
      await copyAll(this.work?.form.read() ?? this.entry?.fields ?? {});
      this.desk.notify(say("write.copied"));
    } catch (fault) {
      this.desk.notify(messageOfAny(fault));
    }
  }

  async deleted() {
    const { work } = this;
    this.work = undefined;
    work?.presence.stop();
    await work?.draft.forget();
    this.desk.notify(say("write.deleted"));
    location.hash = "#/articles";
  }

  /** Shows a panel beside the text, or no longer. @param {import("./seams.js").Panel} panel */
  async toggle(panel) {
    const { panels } = /** @type {Work} */ (this.work);
    const isShown = panels.shown === panel;
    if (!isShown && !(await this.load(panel))) return;
    panels.shown = isShown ? undefined : panel;
    this.requestUpdate();
    await this.updateComplete;
    if (!isShown) this.querySelector(".write-panel")?.scrollIntoView({ block: "nearest" });
  }

  async openSheet() {
    // What has to be decided in the form cannot be decided while the sheet is over it.
    if (this.work?.revising.isUndecided()) return;
    const sheet = await this.load(SHEET);
    this.requestUpdate();
    await this.updateComplete;
    sheet?.open();
  }

  /** @param {import("./seams.js").Panel} panel */
  async load(panel) {
    const { panels } = /** @type {Work} */ (this.work);
    try {
      return await panels.load(panel);
    } catch {
      this.desk.notify(say("desk.unreachable"));
      return undefined;
    }
  }

  render() {
    const { work } = this;
    if (this.phase !== "open" || !work) return instead(this);
    const panel = work.panels.shown;
    return html`
      ${head(this, work)} ${notices(this, work)}
      <div class="write ${panel ? "beside" : ""}" @typed=${this.typed}>
        ${work.form}
        ${panel ? html`<section class="write-panel" aria-label=${say(`write.panel.${panel.name}`)}>${work.panels.element(panel)}</section>` : nothing}
      </div>
      ${bar(this, work)}
      <merge-dialog .desk=${this.desk} .merged=${this.joining?.merged} .who=${this.joining?.who ?? say("write.otherWindow")}
        @settled=${(/** @type {CustomEvent} */ event) => work.revising.settle(event.detail)}></merge-dialog>
      ${work.panels.element(SHEET) ?? nothing}
      <version-dialog .desk=${this.desk} .version=${this.looked} @taken=${this.takeOther} @dropped=${this.dropOther}></version-dialog>
    `;
  }

  async look() {
    try {
      await loadVersionDialog();
    } catch (fault) {
      this.desk.notify(messageOfAny(fault));
      return;
    }
    this.looked = this.work?.draft.other;
    await this.updateComplete;
    /** @type {import("./version-dialog.js").VersionDialog} */ (this.querySelector("version-dialog")).open();
  }

  /** The other words take the place of those in the form, which can be looked at from then on. */
  async takeOther() {
    const { draft, form } = /** @type {Work} */ (this.work);
    if (!draft.other) return;
    const { fields } = draft.other;
    draft.other = { from: "device", at: Date.now(), fields: form.read() };
    form.fill(fields);
    await draft.keep();
    this.requestUpdate();
  }

  async dropOther() {
    const { draft } = /** @type {Work} */ (this.work);
    draft.other = undefined;
    await draft.keep();
    this.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.code !== "KeyS" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (this.canSave) this.work?.revising.saveHere();
  }
}

/** @param {number} milliseconds @param {() => void} act */
const after = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

customElements.define("article-editor", ArticleEditor);
