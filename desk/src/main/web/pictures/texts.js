/**
 * What was written of a picture, as `pickPictures` answers it.
 *
 * @typedef {{alt: string, decoration: boolean, caption: string, credit: string, focus?: import("./focus.js").Focus}} Texts
 */

const KEY = "desk-picture-texts";

/** Of so many pictures the texts are kept. */
const MOST = 50;

/** @returns {[string, Texts][]} */
const kept = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
};

/** What was written of a picture in this tab, also if its dialog was closed. @param {string} mediaId @returns {Texts} */
export const recall = (mediaId) => kept().find(([id]) => id === mediaId)?.[1] ?? { alt: "", decoration: false, caption: "", credit: "" };

/** @param {string} mediaId @param {Texts} texts */
export const remember = (mediaId, texts) => {
  const all = [[mediaId, texts], ...kept().filter(([id]) => id !== mediaId)].slice(0, MOST);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // The dialog has them while it is open.
  }
};
