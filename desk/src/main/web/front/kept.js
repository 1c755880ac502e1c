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

  /** @param {T | undefined} value undefined forgets it */
  write(value) {
    try {
      if (value === undefined) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing: the page has it while it is open.
    }
  }
}
