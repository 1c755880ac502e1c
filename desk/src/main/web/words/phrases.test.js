import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parts, phrasesOf, scripts } from "../../../../phrases.mjs";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");

/** @param {string} language @returns {Record<string, string>} */
const phrases = (language) =>
  Object.assign(
    {},
    ...readdirSync(web, { recursive: true })
      .map(String)
      .filter((path) => path.endsWith(`phrases_${language}.json`))
      .map((path) => JSON.parse(readFileSync(join(web, path), "utf8"))));

/** The keys without the forms for numbers, which differ by language. @param {Record<string, string>} of */
const keys = (of) => [...new Set(Object.keys(of).map((key) => key.split("|")[0]))].sort();

/** @param {string} phrase */
const values = (phrase) => [...new Set(phrase.match(/\{\d\}/g))].sort();

test("every language has every phrase, with the same values", () => {
  const arabic = phrases("ar");
  for (const language of ["en", "fr"]) {
    const other = phrases(language);
    assert.deepEqual(keys(other), keys(arabic), language);
    for (const key of Object.keys(other)) {
      if (key in arabic && !key.includes("|")) assert.deepEqual(values(other[key]), values(arabic[key]), `${language}: ${key}`);
    }
  }
});

test("French signs of two parts have their space", () => {
  for (const [key, phrase] of Object.entries(phrases("fr"))) {
    assert.doesNotMatch(phrase.replace(/https?:/g, ""), /[^\u00a0\u202f][:;?!](\s|$)/, key);
  }
});

/** What a language may need for a number, beside the phrase without a form, which is for all others. @type {Record<string, string[]>} */
const FORMS = { ar: ["zero", "one", "two", "few", "many"], en: ["one"], fr: ["one"] };

test("a phrase with a number has each form that its language has", () => {
  const counted = ["ar", "en", "fr"].flatMap((language) => Object.keys(phrases(language)).filter((key) => key.includes("|")));
  for (const [language, forms] of Object.entries(FORMS)) {
    const all = phrases(language);
    for (const key of new Set(counted.map((each) => each.split("|")[0]))) {
      const missing = forms.filter((form) => !(`${key}|${form}` in all));
      assert.deepEqual(missing, [], `${language}: ${key}`);
    }
  }
});

test("every phrase is said by some part", () => {
  const said = new Set([undefined, ...parts(web)].flatMap((part) => Object.keys(phrasesOf(web, "ar", part))));
  // What a browser without scripts shows is written into the page.
  assert.deepEqual(Object.keys(phrases("ar")).filter((key) => !said.has(key)), ["desk.noScript"]);
});

test("what is loaded late is loaded with its phrases", () => {
  const asked = scripts(web).flatMap((path) => [...readFileSync(path, "utf8").matchAll(/(?:loadPart\(\s*|\bpart: )"([^"]+)",\s+(?:load: )?\(\) => import\("[./]*([^"]+)\.js"/g)]);
  for (const [, name, file] of asked) assert.ok(name.endsWith(file), `${name} is loaded from ${file}`);
  assert.deepEqual([...new Set(asked.map(([, name]) => name))].sort(), parts(web));
});
