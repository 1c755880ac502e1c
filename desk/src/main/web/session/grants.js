import * as oauth from "oauth4webapi";
import { SignedOut, Unreachable } from "../api/problem.js";
import { readConfig } from "./config.js";
import { forgetTokens, keepTokens } from "./tokens.js";

/**
 * What the sign-in is asked for, by [OAuth](https://oauth.net/2.1/). Who has signed in needs it once in half an hour.
 *
 * @typedef {object} Place where to sign in
 * @property {oauth.AuthorizationServer} server
 * @property {oauth.Client} client
 * @property {string} goodbye the address that ends the sign-in for good
 */

/** What a tab must know again when the sign-in sends it back. */
const PENDING = "desk-sign-in";

/** @type {Promise<Place> | undefined} */
let asked;

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
    goodbye: `${origin}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: redirectUri() })}`,
  };
};

/** Where to sign in, asked once. */
export const place = () => {
  asked ??= placeOf().catch((fault) => {
    asked = undefined;
    throw fault;
  });
  return asked;
};

/** Leaves for the sign-in and comes back to the same place of the desk. */
export const signIn = async () => {
  const { server, client } = await place();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state, nonce, place: location.hash }));
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri(),
    scope: "openid",
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  location.assign(`${server.authorization_endpoint}?${query}`);
};

/** Takes the tokens of who has come back from the sign-in, if this is where they left. */
export const finish = async () => {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  const address = new URL(location.href);
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, "", `${location.pathname}${pending?.place ?? location.hash}`);
  // A page that was bookmarked or loaded again after the sign-in.
  if (!pending || !address.searchParams.has("state")) return;
  const { server, client } = await place();
  const parameters = oauth.validateAuthResponse(server, client, address, pending.state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server, client, oauth.None(), parameters, redirectUri(), pending.verifier, options());
  const granted = await oauth.processAuthorizationCodeResponse(server, client, answer, { expectedNonce: pending.nonce });
  keep(granted, /** @type {string} */ (granted.refresh_token));
};

/**
 * A new token of access.
 *
 * @param {string} refresh the token of renewal
 */
export const renew = async (refresh) => {
  const { server, client } = await place();
  let answer;
  try {
    answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options());
  } catch {
    throw new Unreachable();
  }
  if (answer.status >= 500 || answer.status === 429) throw new Unreachable();
  try {
    const granted = await oauth.processRefreshTokenResponse(server, client, answer);
    return keep(granted, granted.refresh_token ?? refresh);
  } catch {
    forgetTokens();
    throw new SignedOut();
  }
};

/**
 * Ends the sign-in at the newsroom, and leaves.
 *
 * @param {string | undefined} refresh the token of renewal
 */
export const signOut = async (refresh) => {
  const { server, client, goodbye } = await place();
  if (refresh) {
    await oauth
      .revocationRequest(server, client, oauth.None(), refresh, options())
      .then(oauth.processRevocationResponse)
      // Who is offline has signed out here; the token of access ends within half an hour.
      .catch(() => {});
  }
  location.assign(goodbye);
};

/**
 * @param {oauth.TokenEndpointResponse} granted
 * @param {string} refresh
 */
const keep = (granted, refresh) => {
  const claims = JSON.parse(utf8(granted.access_token.split(".")[1]));
  const kept = {
    access: granted.access_token,
    refresh,
    until: Date.now() + (granted.expires_in ?? 0) * 1000,
    name: claims.username,
    groups: claims["cognito:groups"] ?? [],
  };
  keepTokens(kept);
  return kept.access;
};

/** @param {string} base64url */
const utf8 = (base64url) =>
  new TextDecoder().decode(
    Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0)));

const redirectUri = () => `${location.origin}/desk/`;

/** A newspaper on one's own machine has no https. */
const options = () => (location.protocol === "http:" ? { [oauth.allowInsecureRequests]: true } : {});
