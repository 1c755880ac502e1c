import { deskLanguage } from "../words/words.js";

/** @type {Intl.DateTimeFormatOptions} */
const TIME = { hour: "2-digit", minute: "2-digit" };

/** Shows instants by the newspaper's clock, with Latin digits. */
export class EditionClock {
  /**
   * @param {import("./zone.js").Zone} zone
   * @param {string[]} monthNames the locales whose names of months the newspaper uses, `ar-LB` first
   */
  constructor(zone, monthNames) {
    this.zone = zone;
    // Months have other names in Beirut than in Cairo.
    this.locale = monthNames.find((locale) => new Intl.Locale(locale).language === deskLanguage()) ?? deskLanguage();
  }

  /** @param {string | number | Date} instant «23 فبراير 2026، 18:26» */
  dateTime(instant) {
    return this.#format(instant, { day: "numeric", month: "long", year: "numeric", ...TIME });
  }

  /** @param {string | number | Date} instant «18:26» */
  time(instant) {
    return this.#format(instant, TIME);
  }

  /** @param {string | number | Date} instant «الاثنين، 23 فبراير» */
  day(instant) {
    return this.#format(instant, { weekday: "long", day: "numeric", month: "long" });
  }

  /**
   * @param {string | number | Date} instant
   * @param {Intl.DateTimeFormatOptions} options
   */
  #format(instant, options) {
    return new Intl.DateTimeFormat(`${this.locale}-u-nu-latn`, {
      ...options,
      hourCycle: "h23",
      timeZone: "UTC",
    }).format(this.zone.shown(instant));
  }
}
