const DAY = 24 * 60 * 60 * 1000;

/** @param {string} day `2026-02-23` @param {number} days */
export const daysAfter = (day, days) => new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The seven days of the week of a day.
 *
 * @param {string} day `2026-02-23`
 * @param {number} firstDay of weeks: 1 for Monday, 7 for Sunday
 */
export const weekOf = (day, firstDay) => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay() || 7;
  const first = daysAfter(day, -((weekday - firstDay + 7) % 7));
  return Array.from({ length: 7 }, (_, index) => daysAfter(first, index));
};

/**
 * With which day weeks begin in a country; Monday if the browser does not know.
 *
 * @param {string} language
 * @param {string} country
 * @returns {number}
 */
export const firstDayIn = (language, country) => {
  const locale = /** @type {any} */ (new Intl.Locale(`${language}-${country}`));
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
};

/**
 * What happens on each day of a week, in order of time: an article goes out, or is withdrawn.
 *
 * @template {{publishAt?: string, expireAt?: string}} Entry
 * @param {Entry[]} entries
 * @param {string[]} week
 * @param {import("../shell/zone.js").Zone} zone
 */
export const eventsOf = (entries, week, zone) => {
  const events = entries.flatMap((entry) => [
    ...(entry.publishAt ? [{ entry, kind: /** @type {const} */ ("out"), at: entry.publishAt }] : []),
    ...(entry.expireAt ? [{ entry, kind: /** @type {const} */ ("end"), at: entry.expireAt }] : []),
  ]);
  return week.map((day) =>
    events.filter(({ at }) => zone.localOf(at).slice(0, 10) === day).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)));
};

/** Whether a text is a day that a calendar has. @param {string} [text] */
export const isDay = (text = "") => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`)) && daysAfter(text, 0) === text;
