import assert from "node:assert/strict";
import { test } from "node:test";
import { missingFrom } from "./missing.js";

const WHOLE = {
  headline: "عنوان",
  section: "culture",
  bodyHtml: '<p>نص</p><figure><img data-media="01J" alt="بحر"></figure>',
  byline: "ليلى",
  image: { mediaId: "01J", alt: "بحر" },
  tags: ["كتب"],
};

/** What is changed, and what is then missing; `!` before what the server requires. @type {[Record<string, any>, string[]][]} */
const CASES = [
  [{}, []],
  [{ headline: "  " }, ["!publish.no.headline"]],
  [{ section: undefined, bodyHtml: undefined }, ["!publish.no.section", "!publish.no.bodyHtml"]],
  [{ bodyHtml: "<p> </p><p></p>" }, ["!publish.no.bodyHtml"]],
  [{ bodyHtml: '<figure><img data-media="01J"></figure>' }, ["!publish.no.pictureAlt"]],
  [{ bodyHtml: '<p>a</p><img data-media="01J" alt="">' }, ["publish.no.pictureWords"]],
  [{ image: { mediaId: "01J" } }, ["!publish.no.imageAlt"]],
  [{ image: { mediaId: "01J", alt: "" } }, ["publish.no.imageWords"]],
  [{ byline: "", authors: ["ليلى"] }, []],
  [{ byline: "", authors: [], image: undefined, tags: [] }, ["publish.no.authors", "publish.no.image", "publish.no.tags"]],
];

for (const [change, expected] of CASES) {
  test(`missing from ${JSON.stringify(change)}`, () => {
    const missing = missingFrom({ ...WHOLE, ...change }).map(({ phrase, isRequired }) => (isRequired ? "!" : "") + phrase);
    assert.deepEqual(missing, expected);
  });
}
