import assert from "node:assert/strict";
import { test } from "node:test";
import { addressAt, Library } from "./library.js";

const picture = (/** @type {string} */ mediaId, filename = "IMG_1.JPG", status = "ready") => ({ mediaId, filename, status, createdAt: "" });

/** @type {Record<string, any>} */
const ANSWERS = {
  "/api/media": { items: [picture("1", "old-harbour.webp"), picture("2"), picture("3", "x", "awaiting")], next: "m" },
  "/api/mediam": { items: [picture("2"), picture("4")] },
  "/api/articles": { items: [{ id: "A", headline: "عودة الصيادين", image: { mediaId: "2", alt: "قواربُ في الميناء", credit: "تصوير: أَحمد الإدريسي / وكالة" } }, { id: "B", headline: "x" }], next: "a" },
  "/api/articlesa": { items: [{ id: "C", headline: "Été à Saïda", image: { mediaId: "4", alt: "" } }] },
};

const library = () =>
  new Library(/** @type {any} */ ({ get: async (/** @type {string} */ path, /** @type {any} */ { query }) => ({ body: ANSWERS[path + (query.cursor ?? "")] }) }));

/** @type {[string, string[]][]} */
const CASES = [
  ["", ["1", "2", "4"]],
  ["harbour old", ["1"]],
  ["الميناء", ["2"]],
  ["الصيادين قوارب", ["2"]],
  ["ete saida", ["4"]],
  ["احمد الادريسى", ["2"]],
  ["وكاله الميناء", ["2"]],
  ["IMG_1", ["2", "4"]],
  ["لا شيء", []],
];

for (const [query, ids] of CASES) {
  test(`«${query}» finds ${ids.length}`, async () => {
    const read = library();
    await read.search(query, new AbortController().signal, () => {});
    if (!query) await read.more();
    assert.deepEqual(read.find(query).map(({ mediaId }) => mediaId), ids);
    assert.equal(read.hasMore, false);
  });
}

test("a search that begins while the first part is read counts no article twice", async () => {
  const read = library();
  await Promise.all([read.more(), read.search("الميناء", new AbortController().signal, () => {})]);
  assert.deepEqual(read.usesOf("2").map(({ id }) => id), ["A"]);
  assert.deepEqual(read.usesOf("4").map(({ id }) => id), ["C"]);
});

test("an upload comes first, once", async () => {
  const read = library();
  await read.more();
  read.add(/** @type {any} */ (picture("2")));
  assert.deepEqual(read.pictures.map(({ mediaId }) => mediaId), ["2", "1"]);
});

test("the smallest rendition that is wide enough", () => {
  const renditions = [960, 320, 640].flatMap((width) => ["webp", "jpg"].map((format) => ({ width, format, bytes: 1, url: `${width}.${format}` })));
  assert.equal(addressAt(/** @type {any} */ ({ renditions }), 400), "640.jpg");
  assert.equal(addressAt(/** @type {any} */ ({ renditions }), 2000), "960.jpg");
  assert.equal(addressAt(/** @type {any} */ ({}), 400), undefined);
});
