/** What a person writes of an article. What the server adds, and what a revision says of itself, is not among it. */
const WRITTEN = [
  "headline", "kind", "coverage", "section", "alsoIn", "city", "source", "byline", "authors", "summary", "summaryMade",
  "bodyHtml", "image", "tags", "translations", "related", "commentsOpen", "slug", "expireAt", "corrections",
];

/** @param {Record<string, any>} article */
export const writtenOf = (article) =>
  Object.fromEntries(WRITTEN.filter((name) => article[name] !== undefined && article[name] !== null).map((name) => [name, article[name]]));

/**
 * What is sent to see the page of an article as it would be.
 *
 * @param {Record<string, any>} article the present fields
 * @param {string} [publishAt] when it is to be published, if that is later
 */
export const previewOf = (article, publishAt) => {
  /** @type {Record<string, any>} */
  const fields = { ...writtenOf(article), ...(article.id ? { id: article.id } : {}) };
  delete fields.expireAt;
  const isWhole = article.section && article.bodyHtml;
  return publishAt && isWhole ? { ...fields, status: "scheduled", publishAt } : { ...fields, status: isWhole ? "published" : "draft" };
};
