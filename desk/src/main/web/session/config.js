/**
 * What the desk must know before anybody has signed in: `/desk/config.json`.
 *
 * @typedef {object} Config
 * @property {string} language the newspaper's language, `ar`
 * @property {string} issuer who signs tokens
 * @property {string} signIn where editors sign in, an origin; empty for the newspaper's own
 * @property {string} clientId of the desk at the sign-in
 */

/** @returns {Promise<Config>} */
export const readConfig = async () => {
  const answer = await fetch("/desk/config.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  return answer.json();
};
