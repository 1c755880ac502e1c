import assert from "node:assert/strict";
import { test } from "node:test";
import { areaOf } from "./areas.js";

/** @type {import("./areas.js").Area[]} */
const areas = [
  { path: "articles", group: "editors", element: "article-list", part: "articles/article-list", load: async () => ({}) },
  { path: "write", group: "editors", element: "article-editor", part: "write/article-editor", load: async () => ({}) },
];

test("an address names its area and what follows", () => {
  assert.deepEqual(areaOf("#/write/01JAB", areas), { area: areas[1], parts: ["01JAB"] });
  assert.deepEqual(areaOf("#/articles", areas), { area: areas[0], parts: [] });
});

test("whoever comes to an address that they may not see gets their first area", () => {
  assert.deepEqual(areaOf("#/moderate/x", areas), { area: areas[0], parts: [] });
  assert.deepEqual(areaOf("", areas), { area: areas[0], parts: [] });
});
