import * as oauth from "oauth4webapi";

/**
 * What the sign-in is asked for, by [OAuth](https://oauth.net/2.1/). Who has signed in needs it once in half an hour.
 *
 * @typedef {object} Place
 * @property {oauth.AuthorizationServer} server
 * @property {oauth.Client} client
 * @property {string} redirectUri
 * @property {string} goodbye the address that ends the sign-in for good
 *
 * @typedef {{verifier: string, state: string, nonce: string}} Pending what a tab must know again when it comes back
 */

/**
 * The address at which the person signs in.
 *
 * @param {Place} place
 * @returns {Promise<{address: string, pending: Pending}>}
 */
export const authorization = async ({ server, client, redirectUri }) => {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope: "openid",
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { address: `${server.authorization_endpoint}?${query}`, pending: { verifier, state, nonce } };
};

/**
 * The tokens of who has come back from there.
 *
 * @param {Place} place
 * @param {URL} address that they came back to
 * @param {Pending} pending
 */
export const granted = async ({ server, client, redirectUri }, address, { verifier, state, nonce }) => {
  const parameters = oauth.validateAuthResponse(server, client, address, state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server, client, oauth.None(), parameters, redirectUri, verifier, options());
  return oauth.processAuthorizationCodeResponse(server, client, answer, { expectedNonce: nonce });
};

/** Asks for new tokens. @param {Place} place @param {string} refresh */
export const renewal = ({ server, client }, refresh) =>
  oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options());

/** The tokens of an answer; throws if the sign-in is over. @param {Place} place @param {Response} answer */
export const renewed = ({ server, client }, answer) => oauth.processRefreshTokenResponse(server, client, answer);

/** Ends the sign-in. @param {Place} place @param {string} refresh */
export const revoke = async ({ server, client }, refresh) =>
  oauth.processRevocationResponse(await oauth.revocationRequest(server, client, oauth.None(), refresh, options()));

/** A newspaper on one's own machine has no https. */
const options = () => (location.protocol === "http:" ? { [oauth.allowInsecureRequests]: true } : {});
