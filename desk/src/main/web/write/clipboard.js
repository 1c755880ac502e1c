import { escape } from "../text/html.js";
import { textOf } from "./blocks.js";

/** @typedef {import("./fields.js").Fields} Fields */

/**
 * An article as plain text, for a mail or another editor.
 *
 * @param {Fields} fields
 */
export const plainText = ({ headline, summary, bodyHtml }) =>
  [headline, summary, textOf(bodyHtml ?? "")].filter((text) => text).join("\n\n");

/**
 * Puts the whole text on the clipboard, with its headings and links for who takes them.
 *
 * @param {Fields} fields
 */
export const copyAll = async (fields) => {
  const head = (fields.headline ? `<h1>${escape(fields.headline)}</h1>` : "") + (fields.summary ? `<p>${escape(fields.summary)}</p>` : "");
  const blob = (/** @type {string} */ type, /** @type {string} */ text) => new Blob([text], { type });
  try {
    const item = new ClipboardItem({
      "text/plain": blob("text/plain", plainText(fields)),
      "text/html": blob("text/html", head + (fields.bodyHtml ?? "")),
    });
    await navigator.clipboard.write([item]);
  } catch {
    await navigator.clipboard.writeText(plainText(fields));
  }
};
