/** Milliseconds in which a removal can be taken back; until then nothing is sent. */
export const UNDO = 6000;

/** Removals that wait, so that each can be undone by not being sent. */
export class Removals {
  /**
   * @param {(number: number) => Promise<void>} remove
   * @param {() => void} changed
   */
  constructor(remove, changed) {
    this.remove = remove;
    this.changed = changed;
    /** @type {Map<number, ReturnType<typeof setTimeout>>} */
    this.waiting = new Map();
  }

  /** @param {number} number */
  add(number) {
    if (this.waiting.has(number)) return;
    this.waiting.set(number, setTimeout(() => this.#send(number), UNDO));
    this.changed();
  }

  /** @param {number} number */
  undo(number) {
    clearTimeout(this.waiting.get(number));
    this.waiting.delete(number);
    this.changed();
  }

  /** @param {number} number */
  has(number) {
    return this.waiting.has(number);
  }

  /** Sends all at once, because the person leaves. */
  flush() {
    for (const number of [...this.waiting.keys()]) this.#send(number);
  }

  /** @param {number} number */
  async #send(number) {
    clearTimeout(this.waiting.get(number));
    await this.remove(number);
    this.waiting.delete(number);
    this.changed();
  }
}
