import { say } from "../words/words.js";
import { readable } from "./html.js";

/**
 * How pictures, cards and what is kept are shown in the editor.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("../shell/desk.js").Desk} Desk
 */

/** The widest rendition that the editor shows. */
const WIDTH = 960;

/** @type {Map<string, Promise<string | undefined>>} */
const addresses = new Map();

/** @param {Desk} desk @param {string} id @returns {Promise<string | undefined>} */
const addressOf = (desk, id) => {
  let address = addresses.get(id);
  if (!address) {
    address = desk.api.get(`/api/media/${encodeURIComponent(id)}`).then(({ body }) => {
      const all = /** @type {{width: number, format: string, url: string}[]} */ (body.renditions ?? []);
      return all.filter(({ width }) => width <= WIDTH).sort((a, b) => b.width - a.width)[0]?.url ?? all[0]?.url;
    });
    // What fails now may be there later.
    address.catch(() => addresses.delete(id));
    addresses.set(id, address);
  }
  return address;
};

/** A figure with an editable caption below its picture or address. */
class FigureView {
  /** @param {Desk} desk @param {Node} node */
  constructor(desk, node) {
    this.desk = desk;
    this.node = node;
    this.dom = document.createElement("figure");
    this.shown = document.createElement("div");
    this.shown.contentEditable = "false";
    this.shown.className = "text-figure";
    this.contentDOM = document.createElement("div");
    this.dom.append(this.shown, this.contentDOM);
    this.show();
  }

  show() {
    const { media, alt, address } = this.node.attrs;
    this.shown.replaceChildren();
    if (address) {
      const host = document.createElement("bdi");
      host.textContent = readable(address);
      host.className = "text-address";
      this.shown.append(host);
    }
    if (!media) return;
    const picture = document.createElement("img");
    picture.alt = alt ?? "";
    picture.draggable = false;
    this.shown.append(picture);
    addressOf(this.desk, media).then((url) => url && (picture.src = url), () => {});
    if (alt === null) {
      const wrong = document.createElement("p");
      wrong.className = "wrong";
      wrong.textContent = say("text.noAlt");
      this.shown.append(wrong);
    }
  }

  /** @param {Node} node */
  update(node) {
    if (node.type !== this.node.type) return false;
    const before = this.node;
    this.node = node;
    if (!node.hasMarkup(before.type, before.attrs, before.marks)) this.show();
    return true;
  }

  /** @param {Event} event */
  stopEvent(event) {
    return event.target instanceof HTMLElement && this.shown.contains(event.target) && event.type === "input";
  }

  /** @param {MutationRecord | {type: "selection", target: globalThis.Node}} mutation */
  ignoreMutation(mutation) {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}

/** @param {() => Desk} desk @returns {Record<string, import("prosemirror-view").NodeViewConstructor>} */
export const views = (desk) => ({
  picture: (node) => new FigureView(desk(), node),
  card: (node) => new FigureView(desk(), node),
});
