/**
 * A value that stays in this browser until it is forgotten, for one person.
 *
 * @template T
 */
export class Kept {
  /** @param {string} name @param {string} person */
  constructor(name, person) {
    this.key = `desk-${name}/${person}`;
  }

  /** @returns {T | undefined} */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * @param {T | undefined} value undefined forgets it
   * @returns {boolean} whether it is kept; a browser that is full or private keeps nothing
   */
  write(value) {
    try {
      if (value === undefined) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }
}
