import { LitElement } from "lit";

/**
 * An element of the desk. It has no shadow tree: all elements share one style sheet, labels reach fields anywhere, and
 * editors of text work as browsers expect. Who shows it sets `desk`.
 */
export class DeskElement extends LitElement {
  static properties = { desk: { attribute: false } };

  constructor() {
    super();
    this.desk = /** @type {import("./desk.js").Desk} */ (/** @type {unknown} */ (undefined));
  }

  createRenderRoot() {
    return this;
  }
}

/** An element that fills the desk for an address. `parts` is what follows its path: of `#/write/01J…` the id. */
export class AreaElement extends DeskElement {
  static properties = { ...DeskElement.properties, parts: { attribute: false } };

  constructor() {
    super();
    /** @type {string[]} */
    this.parts = [];
  }
}
