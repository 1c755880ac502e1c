import { hasContent, picturesOf } from "./body-lines.js";

/**
 * What an article lacks.
 *
 * @typedef {object} Lack
 * @property {string} field
 * @property {string} phrase
 * @property {boolean} isRequired the server refuses to publish without it
 */

/**
 * What an article lacks before it is published: first what the server requires, then what readers would miss.
 *
 * @param {Record<string, any>} article the present fields
 * @returns {Lack[]}
 */
export const missingFrom = (article) => {
  const pictures = picturesOf(article.bodyHtml);
  const lacks = [
    { field: "headline", phrase: "publish.no.headline", isRequired: true, is: !article.headline?.trim() },
    { field: "section", phrase: "publish.no.section", isRequired: true, is: !article.section },
    { field: "bodyHtml", phrase: "publish.no.bodyHtml", isRequired: true, is: !hasContent(article.bodyHtml) },
    { field: "image.alt", phrase: "publish.no.imageAlt", isRequired: true, is: article.image && typeof article.image.alt !== "string" },
    { field: "bodyHtml", phrase: "publish.no.pictureAlt", isRequired: true, is: pictures.some(({ alt }) => alt === undefined) },
    { field: "image.alt", phrase: "publish.no.imageWords", isRequired: false, is: article.image?.alt?.trim() === "" },
    { field: "bodyHtml", phrase: "publish.no.pictureWords", isRequired: false, is: pictures.some(({ alt }) => alt?.trim() === "") },
    { field: "authors", phrase: "publish.no.authors", isRequired: false, is: !article.authors?.length && !article.byline?.trim() },
    { field: "image", phrase: "publish.no.image", isRequired: false, is: !article.image },
    { field: "tags", phrase: "publish.no.tags", isRequired: false, is: !article.tags?.length },
  ];
  return lacks.filter(({ is }) => is).map(({ field, phrase, isRequired }) => ({ field, phrase, isRequired }));
};
