/** @param {string[]} a @param {string[]} b */
const isSame = (a, b) => a.length === b.length && a.every((id, i) => id === b[i]);

/**
 * The list of ids with one of them at another place.
 *
 * @param {string[]} ids
 * @param {string} id
 * @param {number} place
 */
const placed = (ids, id, place) => {
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, Math.max(0, place)), id, ...others.slice(Math.max(0, place))];
};

/**
 * The lead of the homepage as this person arranges it, while others may arrange it too. The API takes the last write; so what
 * the order was when the person began is compared with what it is now.
 */
export class Lead {
  /**
   * @param {number} limit how many articles lead
   * @param {{mine: string[], base: string[]}} [kept] what an earlier page left
   */
  constructor(limit, kept) {
    this.limit = limit;
    /** What readers have, as far as this page knows. @type {string[] | undefined} */
    this.base = kept?.base;
    this.mine = kept?.mine ?? [];
    /** What a colleague has put there meanwhile. @type {string[] | undefined} */
    this.theirs = undefined;
  }

  get isChanged() {
    return this.base !== undefined && !isSame(this.mine, this.base);
  }

  get isFull() {
    return this.mine.length >= this.limit;
  }

  /** What readers have now. @param {string[]} ids */
  arrive(ids) {
    if (!this.isChanged || isSame(ids, this.mine)) {
      this.mine = ids;
      this.base = ids;
      this.theirs = undefined;
    } else if (!isSame(ids, /** @type {string[]} */ (this.base))) {
      this.theirs = ids;
    } else {
      this.theirs = undefined;
    }
  }

  /** The person gives up their order. */
  takeTheirs() {
    this.base = this.theirs ?? this.base ?? [];
    this.mine = this.base;
    this.theirs = undefined;
  }

  /** The person has seen the other order and keeps their own. */
  keepMine() {
    this.base = this.theirs ?? this.base;
    this.theirs = undefined;
  }

  /** @param {string} id */
  add(id) {
    if (!this.isFull && !this.mine.includes(id)) this.mine = [...this.mine, id];
  }

  /** @param {string} id */
  remove(id) {
    this.mine = this.mine.filter((other) => other !== id);
  }

  /** @param {string} id @param {number} by -1 is towards the head */
  move(id, by) {
    const place = this.mine.indexOf(id) + by;
    if (place >= 0 && place < this.mine.length) this.mine = placed(this.mine, id, place);
  }

  /** Puts one before or after another. @param {string} id @param {string} other @param {boolean} after */
  put(id, other, after) {
    if (id === other || !this.mine.includes(id)) return;
    const others = this.mine.filter((each) => each !== id);
    this.mine = placed(this.mine, id, others.indexOf(other) + (after ? 1 : 0));
  }
}
