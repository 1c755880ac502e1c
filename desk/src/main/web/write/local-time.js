/** @type {Intl.DateTimeFormatOptions} */
const PARTS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/**
 * An instant by the clock of a zone, as a field for dates and times has it: `2026-02-23T14:02`.
 *
 * @param {string | number} instant
 * @param {string} timeZone
 */
export const localOf = (instant, timeZone) => {
  const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { ...PARTS, timeZone }).formatToParts(new Date(instant));
  const of = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${of.year.padStart(4, "0")}-${of.month}-${of.day}T${of.hour}:${of.minute}`;
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
  /** @param {number} instant how far the zone is ahead of GMT then */
  const ahead = (instant) => Date.parse(`${localOf(instant, timeZone)}Z`) - instant;
  const day = 24 * 60 * 60 * 1000;
  const offsets = [ahead(wanted - day), ahead(wanted + day)];
  const fitting = offsets.map((offset) => wanted - offset).filter((instant) => ahead(instant) === wanted - instant);
  return new Date(fitting.length ? Math.min(...fitting) : wanted - offsets[0]).toISOString();
};
