import { SignedOut, Unreachable } from "../api/problem.js";
import { loadPart } from "../words/words.js";
import { readConfig } from "./config.js";

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
  /** @type {Promise<import("./grants.js").Place> | undefined} */
  #place;

  /**
   * The session of who has signed in here; otherwise the browser leaves for the sign-in and the promise never ends.
   */
  static async begin() {
    const session = new Session();
    if (location.search) await session.#finish();
    if (!tokens()) await session.signIn();
    return session;
  }

  /** Where to sign in. Who has signed in already does not wait for it. */
  #where() {
    this.#place ??= placeOf().catch((fault) => {
      this.#place = undefined;
      throw fault;
    });
    return this.#place;
  }

  /** Has what a sign-in needs at hand. */
  async prepare() {
    await Promise.all([this.#where(), grants()]);
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
    const [place, { authorization }] = await Promise.all([this.#where(), grants()]);
    const { address, pending } = await authorization(place);
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
    try {
      const [place, { revoke }] = await Promise.all([this.#where(), grants()]);
      if (now) await revoke(place, now.refresh);
    } catch {
      // Who is offline has signed out here; the token of access ends within half an hour.
    }
    const place = await this.#where().catch(() => undefined);
    location.assign(place?.goodbye ?? redirectUri());
  }

  async #finish() {
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
    const address = new URL(location.href);
    sessionStorage.removeItem(PENDING);
    history.replaceState(null, "", `${location.pathname}${pending?.place ?? location.hash}`);
    // A page that was bookmarked or loaded again after the sign-in.
    if (!pending || !address.searchParams.has("state")) return;
    const [place, { granted }] = await Promise.all([this.#where(), grants()]);
    const answer = await granted(place, address, pending);
    keep(answer, /** @type {string} */ (answer.refresh_token));
  }

  /** @param {Tokens} latest */
  async #renew(latest) {
    const [place, { renewal, renewed }] = await Promise.all([this.#where(), grants()]);
    let answer;
    try {
      answer = await renewal(place, latest.refresh);
    } catch {
      throw new Unreachable();
    }
    if (answer.status >= 500 || answer.status === 429) throw new Unreachable();
    try {
      const granted = await renewed(place, answer);
      return keep(granted, granted.refresh_token ?? latest.refresh);
    } catch {
      localStorage.removeItem(TOKENS);
      throw new SignedOut();
    }
  }
}

/** @returns {Promise<import("./grants.js").Place>} */
const placeOf = async () => {
  const { signIn, issuer, clientId } = await readConfig();
  const origin = signIn || location.origin;
  return {
    server: {
      issuer,
      authorization_endpoint: `${origin}/oauth2/authorize`,
      token_endpoint: `${origin}/oauth2/token`,
      revocation_endpoint: `${origin}/oauth2/revoke`,
    },
    client: { client_id: clientId },
    redirectUri: redirectUri(),
    goodbye: `${origin}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: redirectUri() })}`,
  };
};

/** Who has signed in needs it only when a token ends. */
const grants = () => loadPart("session/grants", () => import("./grants.js"));

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
