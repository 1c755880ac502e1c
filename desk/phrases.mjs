// Which phrases a part of the desk needs: those of the folders whose files it loads, and those of other folders that these files name.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

const LITERAL = /["'`]([a-z][\w-]*(?:\.[\w-]*)+)/g;
const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+\.js)"/g;
const STATIC_IMPORT = /(?:from|import)\s*"(\.[^"]+\.js)"/g;

/**
 * The files that are loaded with `entry`, by their paths.
 *
 * @param {string} entry
 * @param {RegExp} imports
 */
const loaded = (entry, imports, all = new Set()) => {
  if (!all.has(entry)) {
    all.add(entry);
    for (const [, path] of readFileSync(entry, "utf8").matchAll(imports)) loaded(join(dirname(entry), path), imports, all);
  }
  return all;
};

/** @param {string} web @param {string} language @returns {Map<string, Record<string, string>>} by folder */
const byFolder = (web, language) => {
  const owners = new Map();
  const folders = new Map();
  for (const path of readdirSync(web, { recursive: true }).filter((p) => p.endsWith(`phrases_${language}.json`)).sort()) {
    const phrases = JSON.parse(readFileSync(join(web, path), "utf8"));
    for (const key of Object.keys(phrases)) {
      if (owners.has(key)) throw new Error(`${path}: ${key} has a phrase in ${owners.get(key)}`);
      owners.set(key, path);
    }
    folders.set(path.split(sep)[0], phrases);
  }
  return folders;
};

/** The areas of the desk, by their paths, with the files that define them. */
export const areaFiles = (web) => {
  const table = join(web, "shell/areas.js");
  const found = readFileSync(table, "utf8").matchAll(/path: "([^"]+)"[^}]*?import\("([^"]+)"\)/gs);
  return new Map([...found].map(([, path, file]) => [path, join(dirname(table), file)]));
};

/**
 * The phrases of a part.
 *
 * @param {string} web the folder of all scripts
 * @param {string} language
 * @param {string} [area] the path of an area; without it, what all areas share
 */
export const phrasesOf = (web, language, area) => {
  const files = area ? loaded(areaFiles(web).get(area), IMPORT) : loaded(join(web, "main.js"), STATIC_IMPORT);
  const folders = new Set([...files].map((file) => relative(web, file).split(sep)[0]));
  const named = new Set([...files].flatMap((file) => [...readFileSync(file, "utf8").matchAll(LITERAL)].map(([, name]) => name)));
  const isNamed = (key) => named.has(key.split("|")[0]) || [...named].some((name) => name.endsWith(".") && key.startsWith(name));
  const all = {};
  for (const [folder, phrases] of byFolder(web, language)) {
    for (const [key, phrase] of Object.entries(phrases)) if (folders.has(folder) || isNamed(key)) all[key] = phrase;
  }
  // Whoever is in an area has what all share already.
  if (area) for (const key of Object.keys(phrasesOf(web, language))) delete all[key];
  return all;
};
