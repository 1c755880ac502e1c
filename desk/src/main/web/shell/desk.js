import { Api } from "../api/api.js";
import { EditionClock } from "./clock.js";
import { namedKinds } from "./kinds.js";
import { Zone } from "./zone.js";
import { deskLanguage, say } from "../words/words.js";

/**
 * What `GET /api/edition` says of the newspaper and of the server's limits.
 *
 * @typedef {object} Edition
 * @property {string} name
 * @property {string} language
 * @property {"rtl" | "ltr"} direction
 * @property {string} timeZone
 * @property {import("./zone.js").Transition[]} zoneTransitions
 * @property {"gmt" | "local"} times
 * @property {string[]} monthNames
 * @property {{id: string, name: string, path: string}[]} sections
 * @property {{kind: string, name: string}[]} kinds
 * @property {string[]} mediaTypes
 * @property {{open: boolean, moderation: string}} comments
 * @property {Record<string, Record<string, number>>} limits
 */

/** What every element of the desk works with. */
export class Desk {
  /**
   * @param {import("../session/session.js").Session} session
   * @param {Api} api
   * @param {Edition} edition
   * @param {(text: string) => void} notify says something to the person, by sight and by voice, and stores nothing
   */
  constructor(session, api, edition, notify) {
    this.session = session;
    this.api = api;
    this.edition = edition;
    this.notify = notify;
    this.zone = new Zone(edition.timeZone, edition.zoneTransitions);
    this.clock = new EditionClock(this.zone, edition.monthNames);
  }

  /**
   * @param {import("../session/session.js").Session} session
   * @param {(text: string) => void} notify
   */
  static async of(session, notify) {
    const api = new Api(session);
    const { body } = await api.get("/api/edition");
    return new Desk(session, api, { ...body, kinds: namedKinds(body, deskLanguage(), say) }, notify);
  }
}
