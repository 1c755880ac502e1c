import { loadPart } from "../words/words.js";

/**
 * What is loaded once an article is shown. What other folders bring to the form, are panels.
 *
 * @typedef {object} Panel an element that gets `desk`, `article` (the present fields, and `id`, `revision`, `status`, `url`),
 *     `receipts` (of revisions that were made here, by their numbers) and `save(status, extra)`
 * @property {"preview" | "check" | "revisions" | "publish"} name
 * @property {string} element
 * @property {() => Promise<unknown>} load
 *
 * @typedef {{mediaId: string, alt: string, caption?: string, credit?: string, focus?: {x: number, y: number}}} Picture
 */

/** Beside or below the text: what readers will see, what the copy desk finds, what was before. @type {Panel[]} */
export const PANELS = [
  { name: "preview", element: "article-preview", load: () => loadPart("publish/article-preview", () => import("../publish/article-preview.js")) },
  { name: "check", element: "copy-desk", load: () => loadPart("publish/copy-desk", () => import("../publish/copy-desk.js")) },
  { name: "revisions", element: "article-revisions", load: () => loadPart("publish/article-revisions", () => import("../publish/article-revisions.js")) },
];

/** A dialog: what will happen. @type {Panel} */
export const SHEET = { name: "publish", element: "publish-sheet", load: () => loadPart("publish/publish-sheet", () => import("../publish/publish-sheet.js")) };

const loadPictures = () => loadPart("pictures/pick", () => import("../pictures/pick.js"));

/**
 * @param {import("../shell/desk.js").Desk} desk
 * @param {{many?: boolean, files?: File[]}} options
 * @returns {Promise<Picture[]>}
 */
export const pickPictures = async (desk, options) => (await loadPictures()).pickPictures(desk, options);

/** What joins two versions, and asks what a person must decide: nothing has to be waited for between the two. */
export const loadJoining = async () => {
  const loadDialog = () => loadPart("write/merge-dialog", () => import("./merge-dialog.js"));
  return (await Promise.all([loadPart("write/joining", () => import("./joining.js")), loadDialog()]))[0];
};

export const loadClipboard = () => loadPart("write/clipboard", () => import("./clipboard.js"));

export const loadVersionDialog = () => loadPart("write/version-dialog", () => import("./version-dialog.js"));

export const loadMenuDialog = () => loadPart("write/menu-dialog", () => import("./menu-dialog.js"));

export const loadMoreFields = () => loadPart("write/fields/more-fields", () => import("./fields/more-fields.js"));

/** What an open article may need beside its text, the first first. */
export const LATER = [loadClipboard, loadJoining, loadVersionDialog, loadMenuDialog, loadMoreFields, SHEET.load, ...PANELS.map(({ load }) => load), loadPictures];
