/** Limits of the front page that `GET /api/edition` does not tell. limits.test.js compares them with docs/openapi.yaml. */
export const LEAD_ARTICLES = 5;
/** Grapheme clusters. */
export const BREAKING_TEXT = 120;
export const BREAKING_HOURS = 24;
