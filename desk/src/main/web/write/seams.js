/**
 * What other folders bring into the form. Each is loaded when it is opened for the first time.
 *
 * @typedef {object} Panel an element that gets `desk`, `article` (the present fields, and `id`, `revision`, `status`, `url`)
 *     and `save(status, extra)`
 * @property {"preview" | "check" | "revisions" | "publish"} name
 * @property {string} element
 * @property {() => Promise<unknown>} load
 * @property {(element: HTMLElement, form: import("./article-form.js").ArticleForm, revising: import("./revising.js").Revising) => void} [join]
 *     hears what else it says
 *
 * @typedef {{mediaId: string, alt: string, caption?: string, credit?: string, focus?: {x: number, y: number}}} Picture
 */

/** @type {{pickPictures?: (desk: unknown, options: {many: boolean, files?: File[]}) => Promise<Picture[]>, panels: Panel[]}} */
export const SEAMS = {
  panels: [],
};
