// Installs what package-lock.json names, if that has changed, and bundles the desk:
//
//   node build.mjs          into target/classes/desk/: what goes into the bucket, and files.txt, which names it
//   node build.mjs --watch  the same after each change
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { parts, phrasesOf } from "./phrases.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "src/main/web");
const out = join(here, "target/classes/desk");
const LANGUAGES = ["ar", "en", "fr"];

/** All files below `folder` whose names end with `suffix`, by their paths. */
const files = (folder, suffix) =>
  readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(suffix))
    .sort()
    .map((path) => join(folder, path));

const install = () => {
  const mark = join(here, "node_modules/.installed");
  const lock = createHash("sha256").update(readFileSync(join(here, "package-lock.json"))).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  // Nothing that the packages bring is run while they are installed.
  execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  writeFileSync(mark, lock);
};

/**
 * Makes `phrases:ar` the Arabic phrases that all parts share, `phrases:ar/write/article-editor` those of a part,
 * `phrases:all` a table of what loads the first, and `styles:all` the style sheets of all folders.
 */
const joined = {
  name: "joined",
  setup(build) {
    build.onResolve({ filter: /^phrases:/ }, ({ path }) => ({ path, namespace: "joined" }));
    build.onLoad({ filter: /^phrases:/, namespace: "joined" }, ({ path }) => ({
      contents: path === "phrases:all" ? languages() : phraseModule(...languageAndPart(path)),
      loader: "js",
      watchFiles: [...files(web, ".json"), ...files(web, ".js")],
      resolveDir: web,
    }));
    build.onResolve({ filter: /^styles:/ }, ({ path }) => ({ path, namespace: "joined" }));
    build.onLoad({ filter: /^styles:/, namespace: "joined" }, () => ({
      // The shell first: it has what all share.
      contents: files(web, ".css")
        .sort((a, b) => b.includes("/shell/") - a.includes("/shell/") || a.localeCompare(b))
        .map((path) => readFileSync(path, "utf8"))
        .join("\n"),
      loader: "css",
      resolveDir: web,
      watchFiles: files(web, ".css"),
    }));
  },
};

/** What every part needs, or nearly every one: one file holds it, for many small files are more than one. */
const COMMON = [
  "lit",
  ...["live"].map((name) => `lit/directives/${name}.js`),
  "idb-keyval",
  ...["ahead", "clock", "count", "element", "faults", "kept", "poll"].map((name) => `./shell/${name}.js`),
  "./api/api.js",
  "./words/words.js",
  "./write/article.js",
];

/** What is loaded already when these parts are: what both need is in its file. @type {[RegExp, string][]} */
const AFTER = [
  [/^text\//, "./text/rich-text.js"],
  [/^write\/(?!article-editor$)|^publish\/(?!edition-time$)/, "./write/article-editor.js"],
];

/** Makes fewer and larger files of what esbuild would split by who needs it. */
const together = {
  name: "together",
  setup(build) {
    build.onResolve({ filter: /^common:$/ }, ({ path }) => ({ path, namespace: "together" }));
    // It says that it has no side effects, so that importing it would be nothing.
    build.onResolve({ filter: /^idb-keyval$/, namespace: "together" }, () => ({ path: join(here, "node_modules/idb-keyval/dist/index.js"), sideEffects: true }));
    build.onLoad({ filter: /./, namespace: "together" }, () => ({
      contents: COMMON.map((name) => `import ${JSON.stringify(name)};`).join("\n"),
      resolveDir: web,
    }));
    build.onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(web)) return undefined;
      const name = relative(web, path).replaceAll("\\", "/").replace(/\.js$/, "");
      const isEntry = name === "main" || parts(web).includes(name);
      const others = isEntry ? ["common:", ...AFTER.filter(([part]) => part.test(name)).map(([, file]) => join(web, file))] : [];
      const imports = others.map((other) => `import ${JSON.stringify(other)};`).join("");
      // Browsers need no indentation, which in templates would be sent.
      return { contents: imports + readFileSync(path, "utf8").replace(/\n\s+/g, "\n") };
    });
  },
};

/** @param {string} path `phrases:ar/write/article-editor` */
const languageAndPart = (path) => {
  const [, language, part] = /^phrases:(\w+)(?:\/(.+))?$/.exec(path);
  return [language, part];
};

/** A script of functions that load others. @param {Record<string, string>} names by their keys */
const loaders = (names) =>
  `{ ${Object.entries(names).map(([key, name]) => `${JSON.stringify(key)}: () => import(${JSON.stringify(name)})`).join(", ")} }`;

const languages = () => `export default ${loaders(Object.fromEntries(LANGUAGES.map((language) => [language, `phrases:${language}`])))};`;

/** @param {string} language @param {string} [part] */
const phraseModule = (language, part) => {
  const all = `export default ${JSON.stringify(phrasesOf(web, language, part))};`;
  if (part) return all;
  const saying = parts(web).filter((name) => Object.keys(phrasesOf(web, language, name)).length);
  return `${all} export const parts = ${loaders(Object.fromEntries(saying.map((name) => [name, `phrases:${language}/${name}`])))};`;
};

/** The licences of all that the scripts contain. */
const licences = () =>
  Object.entries(JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8")).packages)
    .filter(([path, { dev }]) => path && !dev)
    .map(([path, { version }]) => {
      const folder = join(here, path);
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      const text = file
        ? readFileSync(join(folder, file), "utf8")
        : JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).license;
      return `${path.replace(/.*node_modules\//, "")} ${version}\n\n${text.trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);

/** What a person has loaded who has opened an article from the list: at most so many bytes, as gzip sends them. */
const BUDGET = 110 * 1024;
const FIRST = ["main", "articles/article-list", "write/article-editor"];

/** The scripts that are loaded before an article can be written. What is loaded when the browser is idle is not needed for that. */
const firstScripts = (outputs, language) => {
  const entries = FIRST.flatMap((part) => [
    `src/main/web/${part}.js`,
    `joined:phrases:${language}${part === "main" ? "" : `/${part}`}`,
  ]);
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const { path, kind } of outputs[name].imports) if (kind === "import-statement") add(path);
  };
  for (const entry of entries) add(Object.keys(outputs).find((name) => outputs[name].entryPoint === entry));
  return [...found];
};

const weigh = (outputs) => {
  const bytes = Math.max(...LANGUAGES.map((language) =>
    firstScripts(outputs, language).reduce((sum, name) => sum + gzipSync(readFileSync(join(here, name))).length, 0)));
  const said = `${(bytes / 1024).toFixed(1)} KiB of script are loaded before an article can be written (gzip); the budget is ${BUDGET / 1024} KiB`;
  if (bytes > BUDGET) throw new Error(said);
  console.log(said);
};

const finish = (result) => {
  weigh(result.metafile.outputs);
  writeFileSync(join(out, "licenses.txt"), licences());
  // What a browser without scripts shows, by language.
  const noScript = LANGUAGES.map((language) => [language, JSON.parse(readFileSync(join(web, `shell/phrases_${language}.json`), "utf8"))["desk.noScript"]]);
  writeFileSync(join(out, "noscript.json"), JSON.stringify(Object.fromEntries(noScript)));
  const names = Object.keys(result.metafile.outputs).map((path) => relative(out, join(here, path)));
  const entry = (pattern) => names.find((name) => pattern.test(name));
  const page = readFileSync(join(web, "index.html"), "utf8")
    .replace("{{script}}", entry(/^main-\w+\.js$/))
    .replace("{{style}}", entry(/^desk-\w+\.css$/));
  writeFileSync(join(out, "index.html"), page);
  writeFileSync(join(out, "files.txt"), names.filter((name) => !name.endsWith(".map")).sort().join("\n") + "\n");
};

/** A hash of all that the bundle follows from. */
const sources = () => {
  const hash = createHash("sha256");
  for (const path of [join(here, "build.mjs"), join(here, "phrases.mjs"), join(here, "package-lock.json"), join(here, "prosemirror-names.txt"), ...files(web, "")]) {
    if (!statSync(path).isFile() || path.endsWith(".test.js")) continue;
    hash.update(`${relative(here, path)}\n`).update(readFileSync(path));
  }
  return hash.digest("hex");
};

install();
const watches = process.argv.includes("--watch");
const built = join(here, "target/bundled.txt");
const before = existsSync(built) && existsSync(join(out, "files.txt")) ? readFileSync(built, "utf8") : "";
const now = sources();
// What is as it was keeps its time, so that no package is made again.
if (before === now && !watches) process.exit();
const esbuild = await import("esbuild");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
/** Properties that only ProseMirror's own scripts name, the longest and most frequent; their names are shortened as those of variables are. */
const proseMirrorNames = readFileSync(join(here, "prosemirror-names.txt"), "utf8").trim().split("\n");
const options = {
  absWorkingDir: here,
  entryPoints: [
    { in: join(web, "main.js"), out: "main" },
    { in: "styles:all", out: "desk" },
  ],
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["chrome109", "firefox115", "safari16.4"],
  minify: true,
  mangleProps: new RegExp(`^(?:${proseMirrorNames.join("|")})$`),
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  plugins: [joined, together, { name: "finish", setup: (build) => build.onEnd((result) => void (result.errors.length || finish(result))) }],
};
if (watches) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
  writeFileSync(built, now);
}
