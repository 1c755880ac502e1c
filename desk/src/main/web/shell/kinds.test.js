import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { namedKinds } from "./kinds.js";

const EDITION = {
  language: "ar",
  kinds: [
    { kind: "news", name: "خبر" },
    { kind: "live", name: "لحظة بلحظة" },
    { kind: "poem", name: "قصيدة" },
  ],
};

/** @param {string} language */
const names = (language) => {
  /** @type {Record<string, string>} */
  const phrases = JSON.parse(readFileSync(new URL(`phrases_${language}.json`, import.meta.url), "utf8"));
  return namedKinds(EDITION, language, (key) => phrases[key]).map(({ name }) => name);
};

test("in its own language the newspaper names its kinds", () => assert.deepEqual(names("ar"), ["خبر", "لحظة بلحظة", "قصيدة"]));

test("in another language the desk does; what it does not know keeps its name", () => {
  assert.deepEqual(names("en"), ["News", "Live", "قصيدة"]);
  assert.deepEqual(names("fr"), ["Actualité", "En direct", "قصيدة"]);
});
