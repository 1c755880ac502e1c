/**
 * What a sign-in left. All tabs share it, so that one that renews it renews it for all.
 *
 * @typedef {{access: string, refresh: string, until: number, name: string, groups: string[]}} Tokens
 */
const TOKENS = "desk-tokens";

/** @returns {Tokens | null} */
export const tokens = () => JSON.parse(localStorage.getItem(TOKENS) ?? "null");

/** @param {Tokens} kept */
export const keepTokens = (kept) => localStorage.setItem(TOKENS, JSON.stringify(kept));

export const forgetTokens = () => localStorage.removeItem(TOKENS);
