/**
 * Undo within a field of one or more lines. The browser's own would go on into other fields: once the field has nothing left,
 * it takes back what was typed into the text of the article, without anybody looking at it.
 */

/** What is typed without a pause of this length is taken back at once, in milliseconds. */
const PAUSE = 600;
const DEPTH = 100;

/**
 * The values that a field had, the newest last; pure, for tests.
 */
export class FieldHistory {
  /** @param {string} value */
  constructor(value) {
    this.value = value;
    /** @type {string[]} */
    this.before = [];
    /** @type {string[]} */
    this.after = [];
    this.at = -Infinity;
  }

  /**
   * @param {string} value
   * @param {number} now milliseconds
   */
  type(value, now) {
    if (value === this.value) return;
    if (now - this.at > PAUSE || !this.before.length) this.before = [...this.before, this.value].slice(-DEPTH);
    this.after = [];
    this.value = value;
    this.at = now;
  }

  /** @returns {string | undefined} the value before; undefined if there is none */
  undo() {
    return this.#step(this.before, this.after);
  }

  /** @returns {string | undefined} */
  redo() {
    return this.#step(this.after, this.before);
  }

  /**
   * @param {string[]} from
   * @param {string[]} to
   */
  #step(from, to) {
    const value = from.pop();
    if (value === undefined) return undefined;
    to.push(this.value);
    this.value = value;
    this.at = -Infinity;
    return value;
  }
}

const FIELD = "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=date], [type=datetime-local], [type=time])";

/** @type {WeakMap<Element, FieldHistory>} */
const histories = new WeakMap();

/** @param {EventTarget | null} target */
const fieldOf = (target) =>
  target instanceof Element && target.matches(FIELD) ? /** @type {HTMLInputElement | HTMLTextAreaElement} */ (target) : undefined;

/** @param {KeyboardEvent} event by the letter, or by its place where the keyboard writes none of Latin */
const isKey = (event, /** @type {string} */ letter) =>
  /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === letter : event.code === `Key${letter.toUpperCase()}`;

/** Takes undo and redo of all fields of the desk upon itself. */
export const undoByField = () => {
  /** @param {EventTarget | null} target */
  const begin = (target) => {
    const field = fieldOf(target);
    if (field && histories.get(field)?.value !== field.value) histories.set(field, new FieldHistory(field.value));
  };
  begin(document.activeElement);
  document.addEventListener("focusin", ({ target }) => begin(target));
  document.addEventListener("input", ({ target }) => {
    const field = fieldOf(target);
    if (field) histories.get(field)?.type(field.value, performance.now());
  });
  document.addEventListener("keydown", (event) => {
    const field = fieldOf(event.target);
    if (!field || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const isRedo = (isKey(event, "z") && event.shiftKey) || isKey(event, "y");
    if (!isRedo && !isKey(event, "z")) return;
    event.preventDefault();
    const value = isRedo ? histories.get(field)?.redo() : histories.get(field)?.undo();
    if (value === undefined) return;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
};
