import { SignedOut, Unreachable } from "../api/problem.js";
import { loadPart } from "../words/words.js";

/** @typedef {import("./config.js").Config} Config */

/**
 * What a sign-in left. All tabs share it, so that one that renews it renews it for all.
 *
 * @typedef {{access: string, refresh: string, until: number, name: string, groups: string[]}} Tokens
 */
const TOKENS = "desk-tokens";

/** What a tab must know again when the sign-in sends it back. */
const PENDING = "desk-sign-in";

/** An access token is renewed this long before it ends. */
const MARGIN = 60_000;

/**
 * The sign-in of the person at this browser, by authorization code and PKCE. Tokens of access are good for half an hour and
 * are renewed while the desk is used; each renewal gives a new token of renewal, so only one tab renews at a time.
 */
export class Session {
  #config;
  #origin;
  /** @type {import("./grants.js").Place} */
  #place;

  /** @param {Config} config */
  constructor(config) {
    this.#config = config;
    this.#origin = config.signIn || location.origin;
    this.#place = {
      server: {
        issuer: config.issuer,
        authorization_endpoint: `${this.#origin}/oauth2/authorize`,
        token_endpoint: `${this.#origin}/oauth2/token`,
        revocation_endpoint: `${this.#origin}/oauth2/revoke`,
      },
      client: { client_id: config.clientId },
      redirectUri: redirectUri(),
    };
  }

  /**
   * The session of who has signed in here; otherwise the browser leaves for the sign-in and the promise never ends.
   *
   * @param {Config} config
   */
  static async begin(config) {
    const session = new Session(config);
    if (location.search) await session.#finish();
    if (!tokens()) await session.signIn();
    return session;
  }

  /** The user name, as records have it. */
  get name() {
    return tokens()?.name ?? "";
  }

  /** @param {"editors" | "moderators"} group */
  isIn(group) {
    return tokens()?.groups.includes(group) ?? false;
  }

  /**
   * A token of access that is still good.
   *
   * @param {boolean} [force] a new one, because the present one was refused
   */
  async token(force = false) {
    const refused = force ? tokens()?.access : undefined;
    const now = tokens();
    if (!now) throw new SignedOut();
    if (isGood(now, refused)) return now.access;
    return navigator.locks.request("desk-renewal", async () => {
      const latest = tokens();
      if (!latest) throw new SignedOut();
      // Another tab may have renewed it meanwhile.
      return isGood(latest, refused) ? latest.access : this.#renew(latest);
    });
  }

  /** Leaves for the sign-in and comes back to the same place of the desk. */
  async signIn() {
    const { authorization } = await grants();
    const { address, pending } = await authorization(this.#place);
    sessionStorage.setItem(PENDING, JSON.stringify({ ...pending, place: location.hash }));
    location.assign(address);
    await new Promise(() => {});
  }

  /** Ends the session at the newsroom, for all tabs of this browser. */
  async signOut() {
    const now = tokens();
    localStorage.removeItem(TOKENS);
    // What this browser has seen of the newsroom's articles; the person's own words stay.
    indexedDB.deleteDatabase("nashra-seen");
    if (now) {
      await grants()
        .then(({ revoke }) => revoke(this.#place, now.refresh))
        // Who is offline has signed out here; the token of access ends within half an hour.
        .catch(() => {});
    }
    const query = new URLSearchParams({ client_id: this.#config.clientId, logout_uri: redirectUri() });
    location.assign(`${this.#origin}/logout?${query}`);
  }

  async #finish() {
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
    const address = new URL(location.href);
    sessionStorage.removeItem(PENDING);
    history.replaceState(null, "", `${location.pathname}${pending?.place ?? location.hash}`);
    // A page that was bookmarked or loaded again after the sign-in.
    if (!pending || !address.searchParams.has("state")) return;
    const { granted } = await grants();
    const tokens = await granted(this.#place, address, pending);
    keep(tokens, /** @type {string} */ (tokens.refresh_token));
  }

  /** @param {Tokens} latest */
  async #renew(latest) {
    const { renewal, renewed } = await grants();
    let answer;
    try {
      answer = await renewal(this.#place, latest.refresh);
    } catch {
      throw new Unreachable();
    }
    if (answer.status >= 500 || answer.status === 429) throw new Unreachable();
    try {
      const granted = await renewed(this.#place, answer);
      return keep(granted, granted.refresh_token ?? latest.refresh);
    } catch {
      localStorage.removeItem(TOKENS);
      throw new SignedOut();
    }
  }
}

/** Who has signed in needs it only when a token ends. */
export const grants = () => loadPart("session/grants", () => import("./grants.js"));

/** @returns {Tokens | null} */
const tokens = () => JSON.parse(localStorage.getItem(TOKENS) ?? "null");

/**
 * @param {Tokens} now
 * @param {string | undefined} refused
 */
const isGood = (now, refused) => now.access !== refused && now.until > Date.now() + MARGIN;

/**
 * @param {import("oauth4webapi").TokenEndpointResponse} granted
 * @param {string} refresh
 */
const keep = (granted, refresh) => {
  const claims = JSON.parse(utf8(granted.access_token.split(".")[1]));
  const groups = claims["cognito:groups"] ?? [];
  const kept = {
    access: granted.access_token,
    refresh,
    until: Date.now() + (granted.expires_in ?? 0) * 1000,
    name: claims.username,
    groups,
  };
  localStorage.setItem(TOKENS, JSON.stringify(kept));
  return kept.access;
};

/** @param {string} base64url */
const utf8 = (base64url) =>
  new TextDecoder().decode(
    Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0)));

const redirectUri = () => `${location.origin}/desk/`;
