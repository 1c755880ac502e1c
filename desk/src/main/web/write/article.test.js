import assert from "node:assert/strict";
import { test } from "node:test";
import { copyOf, fieldsOf, fieldsOfCopy, revisionOf, same } from "./article.js";

const ARTICLE = {
  id: "01", revision: 3, status: "published", url: "/x/", headline: "أ", kind: "live", coverage: "ended", summary: "من النص", summaryMade: true,
  tags: [], related: ["02"], commentsOpen: false, editor: "layla",
};

test("a summary that was made is none, and lists that are empty are absent", () => {
  assert.deepEqual(fieldsOf(ARTICLE), { headline: "أ", kind: "live", related: ["02"], commentsOpen: false });
});

test("a revision sends back what it would take away, and takes away what was emptied", () => {
  assert.deepEqual(revisionOf({ headline: "ب", kind: "live" }, ARTICLE, "published", { minor: true }), {
    headline: "ب", kind: "live", status: "published", coverage: "ended", related: [], minor: true,
  });
});

test("an article that is no longer live has no coverage, one that is off the schedule no time", () => {
  assert.deepEqual(revisionOf({ headline: "ب", kind: "news" }, { ...ARTICLE, publishAt: "2026-02-23T10:00:00Z", related: [] }, "draft"), {
    headline: "ب", kind: "news", status: "draft",
  });
});

test("a working copy comes back as the fields that were saved", () => {
  const base = { headline: "أ", byline: "سلمى", tags: ["x"] };
  const fields = { headline: "ب", city: "فاس", commentsOpen: false };
  const copy = copyOf(fields, base, 3);
  assert.deepEqual(copy, { basedOn: 3, byline: null, tags: null, ...fields });
  assert.deepEqual(fieldsOfCopy(JSON.parse(JSON.stringify(copy)), base), fields);
});

test("fields that a working copy leaves out are those of its revision", () => {
  assert.deepEqual(fieldsOfCopy({ basedOn: 3, headline: "ب", city: "" }, { headline: "أ", byline: "سلمى", city: "فاس" }), {
    headline: "ب", byline: "سلمى",
  });
});

test("the order of properties makes no difference, that of lists does", () => {
  assert.ok(same({ a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] }));
  assert.ok(!same([1, 2], [2, 1]));
});
