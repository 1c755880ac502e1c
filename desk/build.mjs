// Installs what package-lock.json names, if that has changed, and bundles the desk:
//
//   node build.mjs          into target/classes/desk/: what goes into the bucket, and files.txt, which names it
//   node build.mjs --watch  the same after each change
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { areaFiles, phrasesOf } from "./phrases.mjs";

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
 * Makes `phrases:ar` the Arabic phrases that all areas share, `phrases:ar/write` those of an area, `phrases:all` a table
 * of what loads them, and `styles:all` the style sheets of all folders.
 */
const joined = {
  name: "joined",
  setup(build) {
    build.onResolve({ filter: /^phrases:/ }, ({ path }) => ({ path, namespace: "joined" }));
    build.onLoad({ filter: /^phrases:/, namespace: "joined" }, ({ path }) => ({
      contents: path === "phrases:all" ? phraseTable() : JSON.stringify(phrasesOf(web, ...path.slice("phrases:".length).split("/"))),
      loader: path === "phrases:all" ? "js" : "json",
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

const phraseTable = () => {
  const loader = (name) => `() => import("phrases:${name}")`;
  const table = LANGUAGES.map((language) => {
    const areas = [...areaFiles(web).keys()].map((area) => `${JSON.stringify(area)}: ${loader(`${language}/${area}`)}`);
    return `${language}: { shared: ${loader(language)}, areas: { ${areas.join(", ")} } }`;
  });
  return `export default { ${table.join(", ")} };`;
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

const finish = (result) => {
  writeFileSync(join(out, "licenses.txt"), licences());
  // What a browser without scripts shows, by language.
  const noScript = LANGUAGES.map((language) => [language, phrasesOf(web, language)["desk.noScript"]]);
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
  for (const path of [join(here, "build.mjs"), join(here, "phrases.mjs"), join(here, "package-lock.json"), ...files(web, "")]) {
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
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  plugins: [joined, { name: "finish", setup: (build) => build.onEnd((result) => void (result.errors.length || finish(result))) }],
};
if (watches) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
  writeFileSync(built, now);
}
