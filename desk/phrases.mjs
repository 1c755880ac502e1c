// Which phrases a part of the desk needs: those that the files name which are loaded with it.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const LITERAL = /["'`]([a-z][\w-]*(?:\.[\w-]*)+)/g;
const STATIC_IMPORT = /(?:from|import)\s*"(\.[^"]+\.js)"/g;
const DYNAMIC_IMPORT = /import\(\s*"(\.[^"]+)\.js"/g;
const COMMENT = /\/\*[^]*?\*\//g;

/** The names of all files below a folder. @param {string} folder */
const below = (folder) => readdirSync(folder, { recursive: true }).map(String).sort();

/** The files that are loaded with `entry`, by their paths. @param {string} entry @param {Set<string>} all */
const loaded = (entry, all = new Set()) => {
  if (!all.has(entry)) {
    all.add(entry);
    for (const [, path] of readFileSync(entry, "utf8").matchAll(STATIC_IMPORT)) loaded(join(dirname(entry), path), all);
  }
  return all;
};

/** All phrases of a language. @param {string} web @param {string} language @returns {Record<string, string>} */
const allPhrases = (web, language) => {
  const owners = new Map();
  /** @type {Record<string, string>} */
  const all = {};
  for (const path of below(web).filter((p) => p.endsWith(`phrases_${language}.json`))) {
    for (const [key, phrase] of Object.entries(JSON.parse(readFileSync(join(web, path), "utf8")))) {
      if (owners.has(key)) throw new Error(`${path}: ${key} has a phrase in ${owners.get(key)}`);
      owners.set(key, path);
      all[key] = phrase;
    }
  }
  return all;
};

/** All scripts of the desk, by their paths. @param {string} web */
export const scripts = (web) =>
  below(web)
    .filter((path) => path.endsWith(".js") && !path.endsWith(".test.js"))
    .map((path) => join(web, path));

/** The parts of the desk that are loaded when they are needed, by the files that define them: `write/article-editor`. @param {string} web */
export const parts = (web) => {
  const imported = (/** @type {string} */ path) =>
    [...readFileSync(path, "utf8").replace(COMMENT, "").matchAll(DYNAMIC_IMPORT)].map(([, name]) => join(dirname(path), name));
  return [...new Set(scripts(web).flatMap(imported))].map((path) => relative(web, path).replaceAll("\\", "/")).sort();
};

/**
 * The phrases of a part.
 *
 * @param {string} web the folder of all scripts
 * @param {string} language
 * @param {string} [part] without it, what all parts share
 */
export const phrasesOf = (web, language, part) => {
  const files = loaded(part ? join(web, ...`${part}.js`.split("/")) : join(web, "main.js"));
  const named = new Set([...files].flatMap((file) => [...readFileSync(file, "utf8").matchAll(LITERAL)].map(([, name]) => name)));
  const isNamed = (/** @type {string} */ key) => named.has(key.split("|")[0]) || [...named].some((name) => name.endsWith(".") && key.startsWith(name));
  const all = Object.fromEntries(Object.entries(allPhrases(web, language)).filter(([key]) => isNamed(key)));
  // Whoever loads a part has what all share already.
  if (part) for (const key of Object.keys(phrasesOf(web, language))) delete all[key];
  return all;
};
