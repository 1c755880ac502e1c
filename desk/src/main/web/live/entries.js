/**
 * An entry of live coverage, as the API answers it.
 *
 * @typedef {object} Entry
 * @property {number} number
 * @property {number} revision
 * @property {string} at
 * @property {string} [updatedAt]
 * @property {string} editor
 * @property {string} bodyHtml
 * @property {boolean} pinned
 */

/** The entries that were read so far. Numbers are in the order of time and are never used twice. */
export class Entries {
  constructor() {
    /** @type {Map<number, Entry>} */
    this.all = new Map();
    /** Where the older ones begin; undefined if all were read. @type {string | undefined} */
    this.next = undefined;
    this.isRead = false;
  }

  /** The pinned one first, then the newest. */
  get shown() {
    return [...this.all.values()].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.number - a.number);
  }

  get last() {
    return Math.max(0, ...this.all.keys());
  }

  /**
   * Takes over what the newest parts of the list are now. Whatever is not among them, and is no older than their last one, was
   * taken away.
   *
   * @param {Entry[]} items
   * @param {string | undefined} next where the list goes on after them
   * @returns {Entry[]} those that are new
   */
  arrive(items, next) {
    const known = this.isRead ? items.filter(({ number }) => !this.all.has(number)) : [];
    const oldest = next === undefined ? 0 : Math.min(...items.map(({ number }) => number));
    const isBehind = this.isRead && [...this.all.keys()].some((number) => number < oldest);
    for (const number of [...this.all.keys()]) {
      if (number >= oldest) this.all.delete(number);
    }
    for (const item of items) this.put(item);
    if (!isBehind) this.next = next;
    this.isRead = true;
    return known;
  }

  /** @param {Entry[]} items @param {string | undefined} next */
  older(items, next) {
    for (const item of items) if (!this.all.has(item.number)) this.put(item);
    this.next = next;
  }

  /** @param {Entry} entry */
  put(entry) {
    const known = this.all.get(entry.number);
    if (known && known.revision > entry.revision) return;
    // At most one is pinned.
    if (entry.pinned) for (const [number, other] of this.all) if (other.pinned && number !== entry.number) this.all.set(number, { ...other, pinned: false, revision: other.revision + 1 });
    this.all.set(entry.number, entry);
  }

  /** @param {number} number */
  remove(number) {
    this.all.delete(number);
  }

  /** Whether a part of the list follows on what is known, so that none is missing between. @param {Entry[]} items */
  isJoined(items) {
    return !this.isRead || items.some(({ number }) => this.all.has(number) || number < this.last);
  }
}
