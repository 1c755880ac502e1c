import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const desk = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const packages = join(desk, "node_modules");
const names = readFileSync(join(desk, "prosemirror-names.txt"), "utf8").trim().split("\n");

/** @param {string} folder @param {RegExp} wanted @returns {string[]} */
const below = (folder, wanted) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => wanted.test(path))
    .map((path) => join(folder, path));

/** @param {string} path */
const withoutComments = (path) => readFileSync(path, "utf8").replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");

/** @param {string} text */
const wordsOf = (text) => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

const ownScripts = below(packages, /^prosemirror-[\w-]+\/dist\/index\.js$/).map(withoutComments);

test("names that are shortened are names of properties in ProseMirror's scripts", () => {
  const properties = new Set(ownScripts.flatMap((script) => [...script.matchAll(/\.([A-Za-z_$][\w$]*)/g)].map(([, name]) => name)));
  assert.deepEqual(names.filter((name) => !properties.has(name)), []);
});

test("no type, string, browser or other script knows them", () => {
  const strings = ownScripts.flatMap((script) => script.match(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g) ?? []);
  const own = below(packages, /^prosemirror-[\w-]+\/dist\/index\.d\.ts$/).map(withoutComments);
  const browsers = below(join(packages, "@typescript"), /\/lib\/lib\.[\w.]*d\.ts$/);
  assert.ok(browsers.length);
  const others = below(packages, /^(?!prosemirror-|typescript|@typescript|esbuild|@esbuild|@types).*\.m?js$/);
  const desks = below(join(desk, "src/main/web"), /\.js$/).filter((path) => !path.endsWith(".test.js"));
  const known = new Set([...strings, ...own, ...[...browsers, ...others, ...desks].map((path) => readFileSync(path, "utf8"))].flatMap(wordsOf));
  assert.deepEqual(names.filter((name) => known.has(name)), []);
});
