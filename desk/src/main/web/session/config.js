import { Unreachable } from "../api/problem.js";

/**
 * What the desk must know for somebody to sign in: `/desk/config.json`.
 *
 * @typedef {object} Config
 * @property {string} issuer who signs tokens
 * @property {string} signIn where editors sign in, an origin; empty for the newspaper's own
 * @property {string} clientId of the desk at the sign-in
 */

/** @returns {Promise<Config>} */
export const readConfig = async () => {
  const answer = await fetch("/desk/config.json", { cache: "no-cache" }).catch(() => {
    throw new Unreachable();
  });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  return answer.json();
};
