/** The cases of the server's tests, which hold for the desk too. Only for tests. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FUNCTIONS = fileURLToPath(new URL("../../../../../functions/", import.meta.url));

/** Bodies as they are pasted and as they are printed, from `functions/articles/src/test/resources/bodies`. */
export const bodies = () => {
  const folder = `${FUNCTIONS}articles/src/test/resources/bodies/`;
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      `\n${readFileSync(folder + file, "utf8")}`
        .split("\n= ")
        .slice(1)
        .map((part) => {
          const [before, after] = part.split("\n->");
          const [name, ...pasted] = before.split("\n");
          const printed = after
            .split("\n")
            .filter((line) => !line.startsWith("cleaned: ") && !line.startsWith("#"))
            .map((line) => line.trim())
            .join("")
            .replaceAll("⏎", "\n");
          return { name: `${file}: ${name}`, pasted: pasted.join("\n"), printed };
        }));
};

/**
 * The lines of a file of cases, in their parts.
 *
 * @param {string} path below `functions/`
 * @param {number} parts
 */
export const lines = (path, parts) =>
  readFileSync(FUNCTIONS + path, "utf8")
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("# "))
    .map((line) => {
      const all = line.split(" | ");
      return [...all.slice(0, parts - 1), all.slice(parts - 1).join(" | ")].map((part) => unescape(part.trim()));
    });

/** @param {string} part */
const unescape = (part) =>
  part === "-"
    ? ""
    : part
        .replace(/\\u([0-9A-F]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
        .replace(/\\([nrt])/g, (_, sign) => ({ n: "\n", r: "\r", t: "\t" })[/** @type {"n" | "r" | "t"} */ (sign)]);
