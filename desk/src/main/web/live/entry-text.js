import { DOMSerializer } from "prosemirror-model";
import { addressAt } from "../pictures/library.js";
import { readBody } from "../text/read-body.js";
import { schema } from "../text/schema.js";

/** The rendition of pictures in entries. Every picture has one that is at most this wide. */
const WIDTH = 320;

const serializer = DOMSerializer.fromSchema(schema);

/**
 * The text of an entry as elements. Nothing of it becomes HTML but what a text may hold.
 *
 * @param {string} html
 * @param {import("../shell/desk.js").Desk} desk
 */
export const shownText = (html, desk) => {
  const text = document.createElement("div");
  text.className = "live-text";
  text.append(serializer.serializeFragment(readBody(html).content));
  // Pictures alone have no direction of their own.
  if (text.textContent?.trim()) text.dir = "auto";
  for (const picture of text.querySelectorAll("img")) show(picture, desk);
  for (const link of text.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return text;
};

/** @param {HTMLImageElement} picture @param {import("../shell/desk.js").Desk} desk */
const show = async (picture, desk) => {
  try {
    const { body } = await desk.api.get(`/api/media/${encodeURIComponent(picture.dataset.media ?? "")}`);
    picture.src = addressAt(body, WIDTH) ?? "";
  } catch {
    // Its description is shown instead.
  }
};

/** Whether nothing would be seen of a text. @param {string} html */
export const isEmpty = (html) => !/<(img|hr|figure)\b/.test(html) && !html.replace(/<[^>]*>|&nbsp;|\s/g, "");
