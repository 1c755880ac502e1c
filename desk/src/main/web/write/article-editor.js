import { html, nothing } from "lit";
import { Problem, Unreachable } from "../api/problem.js";
import { AreaElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { messageOf } from "./article-menu.js";
import { filled } from "./article.js";
import { copyAll } from "./clipboard.js";
import { Draft, Undecided } from "./draft.js";
import { blankOf, FIELDS } from "./fields.js";
import { withCopy, withRevision } from "./joining.js";
import { Journal, NEW, unfinished } from "./journal.js";
import { load } from "./loading.js";
import { Newsroom } from "./newsroom.js";
import { settle } from "./merge.js";
import { baseOf } from "./opening.js";
import { Presence } from "./presence.js";
import { SEAMS } from "./seams.js";
import { statusOf } from "./status.js";
import { WindowPlace } from "./window.js";
import "./article-form.js";
import "./merge-dialog.js";
import "./version-dialog.js";

/** @typedef {import("./fields.js").Fields} Fields */

/** Writes an article: `#/write/new` and `#/write/<id>`. */
export class ArticleEditor extends AreaElement {
  static properties = {
    ...AreaElement.properties,
    phase: { state: true },
    joining: { state: true },
    looked: { state: true },
    waiting: { state: true },
    wrong: { state: true },
    panel: { state: true },
    isRevising: { state: true },
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
    this.waiting = [];
    this.wrong = "";
    /** @type {import("./seams.js").Panel | undefined} */
    this.panel = undefined;
    this.isRevising = false;
    /** @type {Draft | undefined} */
    this.draft = undefined;
    /** @type {import("./draft.js").Entry | undefined} */
    this.entry = undefined;
    /** @type {Map<string, HTMLElement & Record<string, any>>} */
    this.panels = new Map();
    this.opened = 0;
    this.onHide = () => void (document.visibilityState === "hidden" && this.rest());
    this.onOnline = () => void this.draft?.again();
    this.onUnload = (/** @type {BeforeUnloadEvent} */ event) => this.draft?.journalFails && !this.draft.isSaved && event.preventDefault();
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.onHide);
    addEventListener("pagehide", this.onHide);
    addEventListener("online", this.onOnline);
    addEventListener("beforeunload", this.onUnload);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.onHide);
    removeEventListener("pagehide", this.onHide);
    removeEventListener("online", this.onOnline);
    removeEventListener("beforeunload", this.onUnload);
    this.opened++;
    this.leave();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("parts")) this.open();
  }

  /** The page may be closed at any moment from now on. */
  rest() {
    this.draft?.keep();
    this.draft?.save();
  }

  /** Lets go of the article, with everything in the journal. */
  async leave() {
    this.presence?.stop();
    const { draft, place } = this;
    this.form = this.draft = this.place = this.joining = this.looked = this.panel = undefined;
    this.panels.clear();
    await draft?.close();
    place?.close();
  }

  async open() {
    const opened = ++this.opened;
    this.phase = "opening";
    this.wrong = "";
    await this.leave();
    const name = this.name();
    const person = this.desk.session.name;
    try {
      this.place = new WindowPlace(`${person} ${name}`, () => this.stepBack());
      await this.place.take();
      this.journal = new Journal(person, name);
      this.newsroom = new Newsroom(this.desk.api, name.startsWith(NEW) ? undefined : name);
      this.entry = await this.journal.find().catch(() => undefined);
      const loaded = await load(this.newsroom, this.entry, person, blankOf(this.desk.edition));
      this.waiting = this.newsroom.id ? [] : await unfinished(person).catch(() => []);
      if (opened === this.opened) this.begin(loaded);
    } catch (fault) {
      if (opened !== this.opened) return;
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

  /** @param {import("./loading.js").Loaded} loaded */
  begin(loaded) {
    const { base, fields } = loaded;
    this.form = /** @type {import("./article-form.js").ArticleForm} */ (document.createElement("article-form"));
    this.form.begin(this.desk);
    this.form.fill(fields);
    // What the form makes of a revision is not a change of it.
    const isWhole = base && fields === base.fields;
    const read = this.form.read();
    const { form, newsroom, journal } = this;
    this.draft = new Draft(
      {
        newsroom: /** @type {Newsroom} */ (newsroom),
        journal: /** @type {Journal} */ (journal),
        read: () => form.read(),
        tell: () => this.told(),
        now: () => Date.now(),
        after: (milliseconds, act) => {
          const timer = setTimeout(act, milliseconds);
          return () => clearTimeout(timer);
        },
        key: () => crypto.randomUUID(),
      },
      { ...loaded, fields: read, base: isWhole ? { ...base, fields: read } : base });
    const { draft } = this;
    this.presence = new Presence(this.desk, /** @type {Newsroom} */ (newsroom), () => draft.base, () => this.requestUpdate());
    this.presence.start();
    this.phase = "open";
    // What the newsroom does not have yet, from the last time.
    if (draft.isChanged || loaded.copy) draft.save();
  }

  /** The draft has changed its state. */
  told() {
    const { draft, journal } = this;
    if (draft?.id && location.hash.startsWith(`#/write/${NEW}`) && journal?.name === draft.id) {
      history.replaceState(null, "", `#/write/${draft.id}`);
      this.waiting = [];
      this.place?.close();
      this.place = new WindowPlace(`${this.desk.session.name} ${draft.id}`, () => this.stepBack());
      this.place.take();
    }
    if (draft?.trouble?.fault) this.form?.show(draft.trouble.fault.errors);
    this.requestUpdate();
  }

  /** The person goes on in another window. */
  async stepBack() {
    await this.leave();
    this.phase = "elsewhere";
  }

  typed() {
    this.draft?.typed();
    clearTimeout(this.refreshing);
    if (this.panel) this.refreshing = setTimeout(() => this.refreshPanels(), 300);
  }

  /** The present fields, with what the API adds to them. */
  get article() {
    const { id, revision, status = "draft", url, publishAt, publishedAt } = this.draft?.base?.article ?? {};
    return { ...this.form?.read(), id: id ?? this.draft?.id, revision, status, url, publishAt, publishedAt };
  }

  get status() {
    return this.draft?.base?.article.status ?? "draft";
  }

  /**
   * Makes a revision. If a colleague has made one meanwhile, both are joined; a draft that needs no decision is then saved.
   *
   * @param {string} status
   * @param {Fields} [extra]
   * @returns {Promise<import("./draft.js").Receipt>}
   */
  async save(status, extra) {
    const draft = /** @type {Draft} */ (this.draft);
    this.wrong = "";
    this.isRevising = true;
    try {
      this.form?.show([]);
      const receipt = await draft.revise(status, extra).catch(async (fault) => {
        if (!(fault instanceof Problem && fault.status === 412)) throw fault;
        const isJoined = await this.takeIn();
        const { base } = draft;
        if (!isJoined || !base || status === "published") throw fault;
        if (!draft.isChanged && base.article.status === status) return receiptOf(base);
        return draft.revise(status, extra);
      });
      await this.refresh().catch(() => {});
      return receipt;
    } catch (fault) {
      if (fault instanceof Undecided) this.decide();
      else if (fault instanceof Problem) this.refuse(fault);
      throw fault;
    } finally {
      this.isRevising = false;
    }
  }

  /** @param {Problem} problem */
  refuse(problem) {
    const others = this.form?.show(problem.errors) ?? problem.errors;
    this.wrong = problem.status === 412 ? say("write.joinedFirst") : [problem.message, ...others.map(({ message }) => message)].join(" ");
  }

  async saveHere() {
    try {
      const { revision } = await this.save(this.status === "scheduled" ? "scheduled" : "draft");
      this.desk.notify(say("write.saved", revision));
    } catch (fault) {
      if (!(fault instanceof Problem || fault instanceof Undecided)) this.wrong = `${say("write.notRevised")} ${messageOf(fault)}`;
    }
  }

  /** Learns what the newsroom made of the revision: its slug, its corrections. The text stays as it is. */
  async refresh() {
    const { draft, form } = this;
    const base = baseOf(await /** @type {Newsroom} */ (this.newsroom).article());
    if (!draft?.base || !form || draft !== this.draft || base.revision !== draft.base.revision) return;
    const now = form.read();
    const [shown, began] = [{ ...now }, { ...draft.base.fields }];
    for (const { name, place } of FIELDS) {
      if (place === "head" || place === "text" || now[name] !== began[name]) continue;
      shown[name] = began[name] = base.fields[name];
    }
    form.fill(filled(shown));
    draft.base = { ...base, fields: filled(began) };
    await draft.keep();
    this.refreshPanels();
    this.requestUpdate();
  }

  /** Takes a colleague's newest revision into the form. Gives whether no decision is left. */
  async takeIn() {
    const { draft, newsroom, form } = this;
    if (!draft?.base || !newsroom || !form) return false;
    const joining = await withRevision(draft, newsroom, () => form.read());
    return joining ? this.join(joining) : false;
  }

  /** @param {import("./joining.js").Joining} joining */
  async join(joining) {
    if (joining.merged.conflicts.length) {
      this.draft?.stop();
      this.joining = joining;
      await this.updateComplete;
      this.mergeDialog?.open();
      return false;
    }
    await this.settle(joining, settle(joining.merged, []));
    this.desk.notify(joining.who ? say("write.joined", joining.who) : say("write.joinedOwn"));
    return true;
  }

  /** @param {import("./joining.js").Joining} joining @param {Fields} fields what was made of both */
  async settle({ base, copy }, fields) {
    this.form?.fill(fields);
    this.joining = undefined;
    await this.draft?.rebase(base, copy);
    this.presence?.look().catch(() => {});
    this.refreshPanels();
  }

  /** Shows the decision that waits, made of what is in the form now. */
  async decide() {
    const { draft, newsroom, form } = this;
    if (!draft?.base || !newsroom || !form) return;
    const other = draft.trouble?.other ?? this.joining?.copy;
    try {
      const joining = other ? await withCopy(draft, other, newsroom, () => form.read()) : await withRevision(draft, newsroom, () => form.read());
      if (joining) await this.join(joining);
    } catch (fault) {
      this.desk.notify(messageOf(fault));
    }
  }

  get mergeDialog() {
    return /** @type {import("./merge-dialog.js").MergeDialog | null} */ (this.querySelector("merge-dialog"));
  }

  /** @param {string} action */
  act(action) {
    if (action === "signIn") this.draft?.keep().finally(() => this.desk.session.signIn());
    if (action === "again") this.draft?.again();
    if (action === "decide") this.decide();
    if (action === "beginAgain") this.beginAgain();
    if (action === "copy") this.copy();
  }

  /** The article was deleted by somebody: its words become a new one. */
  async beginAgain() {
    const fields = this.draft?.fields ?? this.entry?.fields;
    const name = NEW + crypto.randomUUID();
    if (fields) await new Journal(this.desk.session.name, name).keep({ fields: { ...fields, slug: undefined, corrections: undefined }, at: Date.now() });
    await (this.draft?.forget() ?? this.journal?.forget());
    this.draft = undefined;
    location.hash = `#/write/${name}`;
  }

  async copy() {
    const fields = this.form?.read() ?? this.entry?.fields ?? {};
    await copyAll(fields);
    this.desk.notify(say("write.copied"));
  }

  /** @param {import("./seams.js").Panel} panel */
  async toggle(panel) {
    if (this.panel === panel && panel.name !== "publish") {
      this.panel = undefined;
      return;
    }
    try {
      await panel.load();
    } catch {
      this.desk.notify(say("desk.unreachable"));
      return;
    }
    let element = this.panels.get(panel.name);
    if (!element) {
      element = /** @type {HTMLElement & Record<string, any>} */ (document.createElement(panel.element));
      element.desk = this.desk;
      element.save = (/** @type {string} */ status, /** @type {Fields} */ extra) => this.save(status, extra);
      this.panels.set(panel.name, element);
    }
    this.panel = panel;
    this.refreshPanels();
    await this.updateComplete;
    element.open?.();
  }

  refreshPanels() {
    const element = this.panel && this.panels.get(this.panel.name);
    if (element) element.article = this.article;
  }

  render() {
    if (this.phase !== "open" || !this.draft) return this.instead();
    return html`
      ${this.head()} ${this.notices()}
      <div class="write" @typed=${this.typed}>${this.form}</div>
      <div class="write-panel" ?hidden=${!this.panel}>${this.panel ? this.panels.get(this.panel.name) : nothing}</div>
      ${this.bar()}
      <merge-dialog .desk=${this.desk} .merged=${this.joining?.merged} .who=${this.joining?.who ?? say("write.otherWindow")}
        @settled=${(/** @type {CustomEvent} */ event) => this.joining && this.settle(this.joining, event.detail)}></merge-dialog>
      <version-dialog .desk=${this.desk} .version=${this.looked} @taken=${this.takeOther} @dropped=${this.dropOther}></version-dialog>
    `;
  }

  head() {
    const { base } = /** @type {Draft} */ (this.draft);
    return html`<header class="write-head">
      <a href="#/articles">${say("articles.title")}</a>
      <h1 class="unseen">${say(base ? "write.title" : "write.newTitle")}</h1>
      <span class="badge status-${this.status}">${say(`articles.status.${this.status}`)}</span>
      ${base?.article.publishAt ? html`<span class="hint">${say("articles.at", this.desk.clock.dateTime(base.article.publishAt))}</span>` : nothing}
      <span class="write-others" role="status">
        ${this.presence?.others.length ? html`<strong class="list-working">${say("write.others", this.presence.others.join(", "))}</strong>` : nothing}
      </span>
    </header>`;
  }

  notices() {
    const { newer } = this.presence ?? {};
    const other = this.draft?.other;
    const waiting = this.draft?.base ? [] : this.waiting.filter(({ name }) => name !== this.journal?.name);
    return html`<div role="status">
      ${newer && !this.joining
        ? html`<p class="write-note">
            ${say("write.newer", String(newer.revision), newer.editor, this.desk.clock.time(newer.revisedAt))}
            <button type="button" @click=${() => this.takeIn().catch((fault) => this.desk.notify(messageOf(fault)))}>${say("write.takeIn")}</button>
          </p>`
        : nothing}
      ${other
        ? html`<p class="write-note">
            ${say(`write.other.${other.from}`, this.desk.clock.dateTime(other.at))} <button type="button" @click=${this.look}>${say("write.look")}</button>
          </p>`
        : nothing}
      ${waiting.map(({ name, entry }) => html`<p class="write-note">
        ${say("write.unfinished", this.desk.clock.dateTime(entry.at))}
        <a href="#/write/${name}"><bdi>${entry.fields.headline || say("write.noHeadline")}</bdi></a>
      </p>`)}
      ${this.status === "withdrawn" ? html`<p class="write-note">${say("write.isWithdrawn")}</p>` : nothing}
    </div>`;
  }

  bar() {
    const draft = /** @type {Draft} */ (this.draft);
    const { phrase, values, tone, action } = statusOf(draft, (at) => this.desk.clock.time(at));
    const canSave = this.status === "draft" || this.status === "scheduled";
    return html`<footer class="write-bar">
      <div class="write-status">
        <p role="status" class="tone-${tone}">${say(phrase, ...values)}</p>
        <span class="write-saving" aria-hidden="true">${draft.isSaving ? "…" : nothing}</span>
        ${action ? html`<button type="button" @click=${() => this.act(action)}>${say(`write.action.${action}`)}</button>` : nothing}
        ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      </div>
      <div class="write-buttons">
        <article-menu .desk=${this.desk} .article=${draft.base && { ...draft.base.article, id: draft.id }} @copied=${this.copy} @moved=${this.open}
          @deleted=${this.deleted}></article-menu>
        ${SEAMS.panels.map((panel) => html`<button type="button" class=${panel.name === "publish" ? "main" : ""}
          aria-pressed=${panel.name === "publish" ? nothing : this.panel === panel} @click=${() => this.toggle(panel)}>${say(`write.panel.${panel.name}`)}</button>`)}
        ${canSave
          ? html`<button type="button" class="save" ?disabled=${this.isRevising} @click=${this.saveHere}>${say(this.status === "draft" ? "write.save" : "write.saveScheduled")}</button>`
          : nothing}
      </div>
    </footer>`;
  }

  /** What is shown while there is no form. */
  instead() {
    if (this.phase === "opening" || this.phase === "open") return html`<p class="waiting" role="status">${say("articles.waiting")}</p>`;
    const hasWords = this.entry && this.phase !== "elsewhere";
    return html`<div class="write-instead" role="alert">
      <h1>${say(`write.instead.${this.phase}`)}</h1>
      ${hasWords ? html`<p>${say("write.kept", this.desk.clock.dateTime(/** @type {import("./draft.js").Entry} */ (this.entry).at))}</p>` : nothing}
      <p>
        ${this.phase === "gone"
          ? html`<a class="button" href="#/articles">${say("articles.title")}</a>`
          : html`<button type="button" class="main" @click=${this.open}>${say(this.phase === "elsewhere" ? "write.here" : "desk.again")}</button>`}
        ${hasWords && this.phase === "gone" ? html`<button type="button" class="main" @click=${this.beginAgain}>${say("write.action.beginAgain")}</button>` : nothing}
        ${hasWords ? html`<button type="button" @click=${this.copy}>${say("write.copyAll")}</button>` : nothing}
      </p>
    </div>`;
  }

  async look() {
    this.looked = this.draft?.other;
    await this.updateComplete;
    /** @type {import("./version-dialog.js").VersionDialog} */ (this.querySelector("version-dialog")).open();
  }

  /** The other words take the place of those in the form, which can be looked at from then on. */
  async takeOther() {
    const { draft, form } = this;
    if (!draft?.other || !form) return;
    const { fields } = draft.other;
    draft.other = { from: "device", at: Date.now(), fields: form.read() };
    form.fill(fields);
    await draft.keep();
    this.requestUpdate();
  }

  async dropOther() {
    if (!this.draft) return;
    this.draft.other = undefined;
    await this.draft.keep();
    this.requestUpdate();
  }

  async deleted() {
    const { draft } = this;
    this.draft = undefined;
    await draft?.forget();
    this.desk.notify(say("write.deleted"));
    location.hash = "#/articles";
  }

  firstUpdated() {
    this.addEventListener("keydown", (event) => {
      if (event.code !== "KeyS" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (this.draft && (this.status === "draft" || this.status === "scheduled")) this.saveHere();
    });
  }
}

/** @param {import("./draft.js").Base} base that is what was to be saved: the answer to a first try was lost */
const receiptOf = ({ revision, article }) => ({
  id: article.id, revision, status: article.status, url: article.url, pressed: [], cleaned: [], millis: 0,
});

customElements.define("article-editor", ArticleEditor);
