/** @type {Intl.DateTimeFormatOptions} */
const PARTS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} timeZone */
const formatOf = (timeZone) => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { ...PARTS, timeZone });
  formats.set(timeZone, format);
  return format;
};

/**
 * What the clock of a zone shows, as a field for dates and times has it: `2026-02-23T14:02`.
 *
 * @param {string | number | Date} instant
 * @param {string} timeZone
 */
export const localOf = (instant, timeZone) => {
  const of = Object.fromEntries(formatOf(timeZone).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${of.year.padStart(4, "0")}-${of.month}-${of.day}T${of.hour}:${of.minute}`;
};

/** How far a zone is ahead of GMT. @param {number} instant @param {string} timeZone */
const ahead = (instant, timeZone) => {
  const minute = Math.floor(instant / MINUTE) * MINUTE;
  return Date.parse(`${localOf(minute, timeZone)}Z`) - minute;
};

/**
 * The instants at which the clock of a zone shows a time: one, two if the clock is put back over it, none if it is put
 * forward over it.
 *
 * @param {string} local `2026-02-23T14:02`
 * @param {string} timeZone
 * @returns {number[]} the earlier one first
 */
export const instantsOf = (local, timeZone) => {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return [];
  // The greatest difference from GMT is 14 hours.
  const offsets = new Set([ahead(wanted - DAY, timeZone), ahead(wanted, timeZone), ahead(wanted + DAY, timeZone)]);
  return [...offsets]
    .map((offset) => wanted - offset)
    .filter((instant) => ahead(instant, timeZone) === wanted - instant)
    .sort((a, b) => a - b);
};

/**
 * The instant at which the clock of a zone shows a time. When clocks are put forward, a time that they leave out is that
 * much later; when they are put back, it is the first of the two.
 *
 * @param {string} local `2026-02-23T14:02`
 * @param {string} timeZone
 */
export const instantOf = (local, timeZone) => {
  const wanted = Date.parse(`${local}Z`);
  const [instant = wanted - ahead(wanted - DAY, timeZone)] = instantsOf(local, timeZone);
  return new Date(instant).toISOString();
};

/**
 * Between which times the clock of a zone is put forward over a time that it never shows.
 *
 * @param {string} local
 * @param {string} timeZone
 * @returns {{from: string, to: string}} `to` is shown, `from` is not
 */
export const gapOf = (local, timeZone) => {
  let before = Date.parse(`${local}Z`) - DAY;
  let after = before + 2 * DAY;
  const old = ahead(before, timeZone);
  while (after - before > MINUTE) {
    const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
    if (ahead(middle, timeZone) === old) before = middle;
    else after = middle;
  }
  return { from: new Date(after + old).toISOString().slice(0, 16), to: localOf(after, timeZone) };
};
