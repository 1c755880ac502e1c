// How pairs of pictures differ. Reads lines `expected <tab> actual <tab> difference` from the standard input, draws each difference into its file, and
// prints for each pair how many pixels differ, or "-" if the sizes do.
import { readFileSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** In the measure of pixelmatch, from 0 to 1: what the fewer colours of kept pictures change is less than that. */
const THRESHOLD = 0.1;

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [expectedFile, actualFile, differenceFile] = line.split("\t");
  const expected = PNG.sync.read(readFileSync(expectedFile));
  const actual = PNG.sync.read(readFileSync(actualFile));
  if (expected.width !== actual.width || expected.height !== actual.height) {
    console.log("-");
    continue;
  }
  const difference = new PNG({ width: actual.width, height: actual.height });
  const pixels = pixelmatch(expected.data, actual.data, difference.data, actual.width, actual.height, { threshold: THRESHOLD });
  if (pixels > 0) writeFileSync(differenceFile, PNG.sync.write(difference));
  console.log(pixels);
}
