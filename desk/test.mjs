// Runs all tests of the desk's scripts, `*.test.js` beside what they test: node test.mjs [part of a path]
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "src/main/web");
const tests = readdirSync(web, { recursive: true })
  .filter((path) => path.endsWith(".test.js") && path.includes(process.argv[2] ?? ""))
  .map((path) => join(web, path));
if (!tests.length) throw new Error("there is no such test");
execFileSync(process.execPath, ["--test", "--test-reporter=dot", ...tests], { stdio: "inherit" });
