/**
 * @typedef {import("./seams.js").Panel} Panel
 * @typedef {import("./article-editor.js").Open} Open
 * @typedef {HTMLElement & Record<string, any>} PanelElement
 */

/** Milliseconds after the last key until panels get what is in the form. */
const PAUSE = 300;

/** The panels of an open article: what each gets, and what is made of what it says. */
export class Panels {
  /** @type {Map<string, PanelElement>} */
  #elements = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import("../shell/desk.js").Desk} desk
   * @param {Open} work
   */
  constructor(desk, work) {
    this.desk = desk;
    this.work = work;
    /** The one that is shown. @type {Panel | undefined} */
    this.shown = undefined;
    /** Of the revisions that were made here, by their numbers. @type {Record<number, import("./draft.js").Receipt>} */
    this.receipts = {};
  }

  /** The element of a panel, with what is in the form now. @param {Panel} panel @returns {Promise<PanelElement>} */
  async load(panel) {
    await panel.load();
    const element = this.#elements.get(panel.name) ?? this.#create(panel);
    this.refresh();
    return element;
  }

  /** @param {Panel} panel */
  #create(panel) {
    const element = /** @type {PanelElement} */ (document.createElement(panel.element));
    const { form, draft, revising } = this.work;
    Object.assign(element, {
      desk: this.desk,
      save: (/** @type {string} */ status, /** @type {import("./fields.js").Fields} */ extra) => this.save(status, extra),
    });
    element.addEventListener("fix", (event) => this.fix(/** @type {CustomEvent} */ (event).detail));
    element.addEventListener("body-findings", (event) => {
      const { findings, html } = /** @type {CustomEvent} */ (event).detail;
      form.body.text.setFindings(findings, html).catch(() => {});
    });
    element.addEventListener("show-finding", (event) => form.go(/** @type {CustomEvent} */ (event).detail.finding.field));
    element.addEventListener("show-field", (event) => form.go(/** @type {CustomEvent} */ (event).detail.field));
    // An old revision was made the newest one.
    element.addEventListener("restored", (event) => {
      this.#keep(/** @type {CustomEvent} */ (event).detail);
      if (draft.base) revising.takeIn().catch(() => {});
    });
    this.#elements.set(panel.name, element);
    return element;
  }

  /** @param {Panel | undefined} panel */
  element(panel) {
    return panel && this.#elements.get(panel.name);
  }

  /** The present fields, with what the API adds to them. */
  get article() {
    const { draft, form } = this.work;
    const { revision, status = "draft", url, publishAt, publishedAt, coverage } = draft.base?.article ?? {};
    return { ...form.read(), id: draft.id, revision, status, url, publishAt, publishedAt, coverage };
  }

  /** @param {string} status @param {import("./fields.js").Fields} extra */
  async save(status, extra) {
    const receipt = await this.work.revising.save(status, extra);
    this.#keep(receipt);
    return receipt;
  }

  /** @param {import("./draft.js").Receipt} receipt */
  #keep(receipt) {
    this.receipts = { ...this.receipts, [receipt.revision]: receipt };
    this.refresh();
  }

  /** Something was typed. */
  typed() {
    clearTimeout(this.#timer);
    if (this.#elements.size) this.#timer = setTimeout(() => this.refresh(), PAUSE);
  }

  /** Gives them what is in the form now. */
  refresh() {
    const { article, receipts } = this;
    for (const element of this.#elements.values()) Object.assign(element, { article, receipts });
  }

  /** @param {{mend: (fields: import("./fields.js").Fields) => import("./fields.js").Fields | undefined}} fix */
  fix({ mend }) {
    const { form } = this.work;
    const fields = mend(form.read());
    if (!fields) return;
    form.fill(fields);
    form.dispatchEvent(new Event("typed", { bubbles: true }));
    this.refresh();
  }
}
