import { PictureDialog } from "./picture-dialog.js";

/** @typedef {import("./picture-dialog.js").Picture} Picture */

/**
 * Lets the person upload or choose pictures and describe them. Whoever leaves the dialog has chosen none; what they wrote of a
 * picture is there when they choose it again.
 *
 * @param {import("../shell/desk.js").Desk} desk
 * @param {{many?: boolean, files?: File[]}} [options] `files` are uploaded at once
 * @returns {Promise<Picture[]>}
 */
export const pickPictures = (desk, { many = false, files = [] } = {}) =>
  new Promise((resolve) => {
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    const dialog = new PictureDialog();
    Object.assign(dialog, { desk, many, files });
    dialog.done = (pictures) => {
      before?.focus();
      resolve(pictures);
    };
    document.body.append(dialog);
  });
