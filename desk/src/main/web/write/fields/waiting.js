/** Keeps the value of a field, and what is wrong with it, until its element is loaded. */
export class Waiting {
  constructor() {
    /** @type {any} */
    this.value = undefined;
    /** @type {string[]} */
    this.problems = [];
    this.suggestion = "";
  }

  /** @param {any} value */
  fill(value) {
    this.value = value;
  }

  /** @returns {any} */
  read() {
    return this.value;
  }
}
