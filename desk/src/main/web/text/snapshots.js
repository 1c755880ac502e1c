import { Mapping } from "prosemirror-transform";
import { writeBody } from "./write-body.js";

/** How many texts that were read are remembered, so that what is said of one finds its place in a later one. */
const MAX_SNAPSHOTS = 100;

/**
 * The texts that were read of an editor, and what has changed since.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {{html: string, doc: Node, maps: number}} Snapshot `maps` counts the changes before it
 */
export class Snapshots {
  constructor() {
    /** @type {Snapshot[]} */
    this.taken = [];
    /** @type {import("prosemirror-transform").StepMap[]} */
    this.maps = [];
    this.forgotten = 0;
  }

  /** The HTML of the present text. @param {Node} doc */
  read(doc) {
    const last = this.taken[this.taken.length - 1];
    if (last?.doc === doc) return last.html;
    const html = writeBody(doc);
    this.taken.push({ html, doc, maps: this.forgotten + this.maps.length });
    if (this.taken.length > MAX_SNAPSHOTS) {
      this.taken.shift();
      const needed = this.taken[0].maps;
      this.maps.splice(0, needed - this.forgotten);
      this.forgotten = needed;
    }
    return html;
  }

  /** @param {import("prosemirror-state").Transaction} tr */
  follow(tr) {
    if (tr.docChanged && this.taken.length) this.maps.push(...tr.mapping.maps);
  }

  /** What `html` was read of, and the changes since. @param {string} html */
  find(html) {
    const taken = this.taken.findLast((snapshot) => snapshot.html === html);
    return taken && { doc: taken.doc, mapping: new Mapping(this.maps.slice(taken.maps - this.forgotten)) };
  }

  forget() {
    this.taken = [];
    this.maps = [];
    this.forgotten = 0;
  }
}
