/**
 * What other folders bring to the form. Each is loaded when it is opened for the first time.
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
  { name: "preview", element: "article-preview", load: () => import("../publish/article-preview.js") },
  { name: "check", element: "copy-desk", load: () => import("../publish/copy-desk.js") },
  { name: "revisions", element: "article-revisions", load: () => import("../publish/article-revisions.js") },
];

/** A dialog: what will happen. @type {Panel} */
export const SHEET = { name: "publish", element: "publish-sheet", load: () => import("../publish/publish-sheet.js") };

/**
 * @param {import("../shell/desk.js").Desk} desk
 * @param {{many?: boolean, files?: File[]}} options
 * @returns {Promise<Picture[]>}
 */
export const pickPictures = async (desk, options) => (await import("../pictures/pick.js")).pickPictures(desk, options);
