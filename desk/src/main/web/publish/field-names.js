import { say } from "../words/words.js";

const NAMED = new Set([
  "headline", "kind", "coverage", "section", "alsoIn", "city", "source", "byline", "authors", "summary", "bodyHtml", "image", "tags", "translations",
  "related", "commentsOpen", "slug", "status", "publishAt", "publishedAt", "expireAt", "corrections", "reason", "publicReason", "url", "imported",
]);

/**
 * The name of a field as a person says it. One that the desk does not know has the name of the API.
 *
 * @param {string} path `headline`, `image.alt`, `tags[2]`
 */
export const fieldName = (path) => {
  const [name, inside] = path.split(/[.[]/);
  if (!NAMED.has(name)) return path;
  const known = say(`publish.field.${name}`);
  return ["alt", "caption", "credit"].includes(inside) ? `${known}: ${say(`publish.field.image.${inside}`)}` : known;
};
