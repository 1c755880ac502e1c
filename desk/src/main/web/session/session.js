import { SignedOut } from "../api/problem.js";
import { loadPart } from "../words/words.js";
import { forgetTokens, tokens } from "./tokens.js";

/** An access token is renewed this long before it ends. */
const MARGIN = 60_000;

/** Signing in is a part of its own: who has signed in needs it only when a token ends. */
const grants = () => loadPart("session/grants", () => import("./grants.js"));

/**
 * The sign-in of the person at this browser, by authorization code and PKCE. Tokens of access are good for half an hour and
 * are renewed while the desk is used; each renewal gives a new token of renewal, so only one tab renews at a time.
 */
export class Session {
  /** The session of who has signed in here; otherwise the browser leaves for the sign-in and the promise never ends. */
  static async begin() {
    const session = new Session();
    if (location.search) await (await grants()).finish();
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
    const { renew } = await grants();
    return navigator.locks.request("desk-renewal", async () => {
      const latest = tokens();
      if (!latest) throw new SignedOut();
      // Another tab may have renewed it meanwhile.
      return isGood(latest, refused) ? latest.access : renew(latest.refresh);
    });
  }

  /** Has at hand what a renewal and a new sign-in need. */
  async prepare() {
    await (await grants()).place();
  }

  /** Leaves for the sign-in and comes back to the same place of the desk. */
  async signIn() {
    await (await grants()).signIn();
    await new Promise(() => {});
  }

  /** Ends the session at the newsroom, for all tabs of this browser. */
  async signOut() {
    const now = tokens();
    forgetTokens();
    // What this browser has seen of the newsroom's articles; the person's own words stay.
    indexedDB.deleteDatabase("nashra-seen");
    try {
      await (await grants()).signOut(now?.refresh);
    } catch {
      // The sign-in cannot be reached: the desk asks for it again.
      location.reload();
    }
  }
}

/**
 * @param {import("./tokens.js").Tokens} now
 * @param {string | undefined} refused
 */
const isGood = (now, refused) => now.access !== refused && now.until > Date.now() + MARGIN;
