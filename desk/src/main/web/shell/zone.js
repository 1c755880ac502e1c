/**
 * From `at` on the clock of a zone is `offsetSeconds` ahead of GMT, until the next one.
 *
 * @typedef {{at: string, offsetSeconds: number}} Transition
 */

/** @type {Intl.DateTimeFormatOptions} */
const PARTS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @param {number} time of a clock, as if it showed GMT */
const written = (time) => new Date(time).toISOString().slice(0, 16);

/**
 * The clock of a time zone as the server knows it: its rules of zones may be of another year than the browser's. What was
 * before the server's list is as the browser knows it.
 */
export class Zone {
  /** @type {{at: number, ahead: number}[]} */
  #known;
  /** @type {Intl.DateTimeFormat | undefined} */
  #format;

  /**
   * @param {string} name `Asia/Beirut`
   * @param {Transition[]} [transitions] in order of time
   */
  constructor(name, transitions = []) {
    this.name = name;
    this.#known = transitions.map(({ at, offsetSeconds }) => ({ at: Date.parse(at), ahead: offsetSeconds * 1000 })).reverse();
  }

  /** How far the clock is ahead of GMT, in milliseconds. @param {number} instant */
  aheadAt(instant) {
    return this.#known.find(({ at }) => at <= instant)?.ahead ?? this.#browsersAhead(instant);
  }

  /** @param {number} instant */
  #browsersAhead(instant) {
    const minute = Math.floor(instant / MINUTE) * MINUTE;
    this.#format ??= new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { ...PARTS, timeZone: this.name });
    const of = Object.fromEntries(this.#format.formatToParts(minute).map(({ type, value }) => [type, value]));
    return Date.parse(`${of.year.padStart(4, "0")}-${of.month}-${of.day}T${of.hour}:${of.minute}Z`) - minute;
  }

  /**
   * What the clock shows, as a time of GMT: to be formatted with the zone `UTC`.
   *
   * @param {string | number | Date} instant
   */
  shown(instant) {
    const time = new Date(instant).getTime();
    return new Date(time + this.aheadAt(time));
  }

  /**
   * What the clock shows, as a field for dates and times has it: `2026-02-23T14:02`.
   *
   * @param {string | number | Date} instant
   */
  localOf(instant) {
    return written(this.shown(instant).getTime());
  }

  /**
   * The instants at which the clock shows a time: one, two if it is put back over it, none if it is put forward over it.
   *
   * @param {string} local `2026-02-23T14:02`
   * @returns {number[]} the earlier one first
   */
  instantsOf(local) {
    const wanted = Date.parse(`${local}Z`);
    if (Number.isNaN(wanted)) return [];
    // The greatest difference from GMT is 14 hours.
    const offsets = new Set([this.aheadAt(wanted - DAY), this.aheadAt(wanted), this.aheadAt(wanted + DAY)]);
    return [...offsets]
      .map((offset) => wanted - offset)
      .filter((instant) => this.aheadAt(instant) === wanted - instant)
      .sort((a, b) => a - b);
  }

  /**
   * Between which times the clock is put forward over a time that it never shows.
   *
   * @param {string} local
   * @returns {{from: string, to: string}} `to` is shown, `from` is not
   */
  gapOf(local) {
    let before = Date.parse(`${local}Z`) - DAY;
    let after = before + 2 * DAY;
    const old = this.aheadAt(before);
    while (after - before > MINUTE) {
      const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
      if (this.aheadAt(middle) === old) before = middle;
      else after = middle;
    }
    return { from: written(after + old), to: this.localOf(after) };
  }
}

/** Greenwich's clock, as Coordinated Universal Time. */
export const GMT = new Zone("UTC", [{ at: "0001-01-01T00:00:00Z", offsetSeconds: 0 }]);
