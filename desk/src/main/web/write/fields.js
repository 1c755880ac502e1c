/** @typedef {import("../shell/desk.js").Edition} Edition */

/**
 * What an editor writes, by the names of the API. A field that is empty is absent.
 *
 * @typedef {Record<string, any>} Fields
 *
 * @typedef {object} Field a field of an article in the form
 * @property {string} name as the API has it
 * @property {string} element shows it; its module is imported in `article-form.js`
 * @property {string} phrase its label
 * @property {string} [hint] a phrase that explains it
 * @property {string} [limit] of `edition.limits.article`: grapheme clusters of a text, elements of a list
 * @property {string} [each] the limit of each text of a list
 * @property {"head" | "text" | "details" | "more"} place head: above the text; details: beside it; more: in the fold below the details
 * @property {"text" | "list" | "blocks" | "whole"} merge what "both" of two versions is: texts and blocks of HTML joined by
 *     words, or one after the other where they differ, lists together; of a whole there is only one
 * @property {(edition: Edition) => {value: string, name: string}[]} [choices]
 * @property {(edition: Edition) => any} [initial] the value of a new article
 */

/** @param {Edition} edition */
const sections = (edition) => edition.sections.map(({ id, name }) => ({ value: id, name }));

/** @param {Edition} edition */
const kinds = (edition) => edition.kinds.map(({ kind, name }) => ({ value: kind, name }));

/**
 * All fields, in the order in which they are shown. A new field is a line here, and its phrases.
 *
 * @type {Field[]}
 */
export const FIELDS = [
  { name: "headline", element: "headline-field", phrase: "write.headline", limit: "headline", place: "head", merge: "text" },
  { name: "summary", element: "lines-field", phrase: "write.summary", limit: "summary", place: "head", merge: "text" },
  { name: "bodyHtml", element: "body-field", phrase: "write.body", place: "text", merge: "blocks" },
  { name: "section", element: "choice-field", phrase: "write.section", place: "details", merge: "whole", choices: sections },
  { name: "kind", element: "choice-field", phrase: "write.kind", place: "details", merge: "whole", choices: kinds, initial: () => "news" },
  { name: "authors", element: "authors-field", phrase: "write.authors", limit: "authors", place: "details", merge: "list" },
  { name: "byline", element: "line-field", phrase: "write.byline", hint: "write.byline.hint", limit: "line", place: "details", merge: "text" },
  { name: "city", element: "line-field", phrase: "write.city", limit: "line", place: "details", merge: "text" },
  { name: "source", element: "line-field", phrase: "write.source", limit: "line", place: "details", merge: "text" },
  { name: "image", element: "image-field", phrase: "write.image", place: "details", merge: "whole" },
  { name: "tags", element: "tags-field", phrase: "write.tags", limit: "tags", each: "tag", place: "details", merge: "list" },
  { name: "alsoIn", element: "checks-field", phrase: "write.alsoIn", limit: "alsoIn", place: "more", merge: "list", choices: sections },
  { name: "related", element: "related-field", phrase: "write.related", hint: "write.related.hint", limit: "related", place: "more", merge: "list" },
  { name: "translations", element: "translations-field", phrase: "write.translations", limit: "translations", each: "url", place: "more", merge: "list" },
  { name: "slug", element: "line-field", phrase: "write.slug", hint: "write.slug.hint", limit: "line", place: "more", merge: "whole" },
  { name: "expireAt", element: "instant-field", phrase: "write.expireAt", place: "more", merge: "whole" },
  { name: "corrections", element: "corrections-field", phrase: "write.corrections", limit: "corrections", each: "correction", place: "more", merge: "list" },
  { name: "commentsOpen", element: "flag-field", phrase: "write.commentsOpen", place: "more", merge: "whole", initial: (edition) => edition.comments.open },
];

/**
 * The form of a new article.
 *
 * @param {Edition} edition
 * @returns {Fields}
 */
export const blankOf = (edition) =>
  Object.fromEntries(FIELDS.flatMap(({ name, initial }) => (initial ? [[name, initial(edition)]] : [])));

/**
 * The field that a problem of the API names: `image.alt` and `tags[2]` are in `image` and `tags`.
 *
 * @param {string} path
 */
export const fieldOf = (path) => FIELDS.find(({ name }) => name === path.split(/[.[]/)[0]);
