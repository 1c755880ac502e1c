import { say } from "../words/words.js";
import { addressOf, removeLink, setLink } from "./addresses.js";
import { within } from "./blocks.js";
import { insertBlock } from "./figures.js";
import { linkAt } from "./links.js";
import { schema } from "./schema.js";
import "./text-dialog.js";

const { card, figcaption, ordered_list, picture } = schema.nodes;

/** What the editor asks in dialogs. */
export class Questions {
  /** @param {import("./rich-text.js").RichText} text */
  constructor(text) {
    this.text = text;
  }

  /** @param {import("./text-dialog.js").Question} question */
  ask(question) {
    return /** @type {import("./text-dialog.js").TextDialog} */ (this.text.querySelector("text-dialog")).ask(question);
  }

  /** @param {import("prosemirror-state").Command} command */
  run(command) {
    this.text.actions.run(command);
  }

  async link() {
    const place = linkAt(this.text.state);
    const isNew = place.from === place.to;
    const answer = await this.ask({
      title: say("text.link"),
      fields: [
        { name: "href", label: say("text.address"), hint: say("text.addressHint"), required: true },
        ...(isNew ? [{ name: "text", label: say("text.linkText") }] : []),
      ],
      values: { href: place.href ?? "" },
      articles: true,
      remove: place.href === undefined ? undefined : say("text.removeLink"),
      check: ({ href }) => (addressOf(href) ? undefined : say("text.badAddress")),
    });
    if (answer === "remove") this.run(removeLink(place));
    else if (answer) this.run(setLink(place, addressOf(answer.href) ?? "", answer.text || answer.href));
    else this.text.focus();
  }

  /** The address of the card at the cursor, or a new card. */
  async card() {
    const found = within(this.text.state, card);
    const answer = await this.ask({
      title: say("text.card"),
      fields: [
        { name: "address", label: say("text.address"), hint: say("text.cardHint"), type: "url", required: true },
        ...(found ? [] : [{ name: "caption", label: say("text.cardCaption") }]),
      ],
      values: { address: found?.node.attrs.address ?? "" },
      check: ({ address }) => (/^https:/.test(addressOf(address) ?? "") ? undefined : say("text.badCard")),
    });
    if (!answer || answer === "remove") {
      this.text.focus();
      return;
    }
    const address = addressOf(answer.address);
    if (found) {
      this.run((state, dispatch) => {
        dispatch?.(state.tr.setNodeAttribute(found.pos, "address", address));
        return true;
      });
    } else {
      const caption = figcaption.create(null, answer.caption ? schema.text(answer.caption) : null);
      this.run(insertBlock(card.create({ address }, caption)));
    }
  }

  async describe() {
    const found = within(this.text.state, picture);
    if (!found) return;
    const { alt } = found.node.attrs;
    const answer = await this.ask({
      title: say("text.describe"),
      fields: [
        { name: "alt", label: say("text.alt"), hint: say("text.altHint") },
        { name: "decoration", label: say("text.decoration"), type: "check" },
      ],
      values: { alt: alt ?? "", decoration: alt === "" ? "on" : "" },
      check: (values) => (values.alt || values.decoration ? undefined : say("text.noAlt")),
    });
    if (!answer || answer === "remove") {
      this.text.focus();
      return;
    }
    this.run((state, dispatch) => {
      dispatch?.(state.tr.setNodeAttribute(found.pos, "alt", answer.alt));
      return true;
    });
  }

  async numbering() {
    const found = within(this.text.state, ordered_list);
    if (!found) return;
    const answer = await this.ask({
      title: say("text.start"),
      fields: [
        { name: "start", label: say("text.startLabel"), type: "number", required: true },
        { name: "reversed", label: say("text.reversed"), type: "check" },
      ],
      values: { start: found.node.attrs.start ?? "1", reversed: found.node.attrs.reversed ? "on" : "" },
      check: ({ start }) => (/^-?\d{1,5}$/.test(start) ? undefined : say("text.badNumber")),
    });
    if (!answer || answer === "remove") {
      this.text.focus();
      return;
    }
    const start = answer.start === "1" ? null : answer.start;
    this.run((state, dispatch) => {
      dispatch?.(state.tr.setNodeMarkup(found.pos, null, { ...found.node.attrs, start, reversed: answer.reversed === "on" }));
      return true;
    });
  }
}
