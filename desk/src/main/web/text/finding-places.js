import { runsOf } from "./write-body.js";

/**
 * Where findings in HTML are in a document.
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("./body-writer.js").Run} Run
 * @typedef {import("./findings.js").Finding} Finding
 */

/** What stands for an element within a text. */
const LEAF = "\uFFFC";

/** @param {Node} doc @param {number} from @param {number} to */
export const textIn = (doc, from, to) => doc.textBetween(from, to, LEAF, LEAF);

/**
 * Where a finding in the HTML is in the document.
 *
 * @param {Run[]} runs
 * @param {string} html
 * @param {Finding} finding
 */
export const place = (runs, html, { from, to }) => {
  const first = runs.find((run) => run.to > from);
  const last = runs.findLast((run) => run.from < to);
  if (!first || !last || first.from > from || last.to < to) return undefined;
  return { from: first.pos + offsetIn(first, html, from), to: last.pos + offsetIn(last, html, to) };
};

/** @param {Run} run @param {string} html @param {number} at */
const offsetIn = (run, html, at) => html.slice(run.from, at).replace(/&(?:amp|lt|gt|nbsp);/g, " ").length;

/**
 * The findings that still fit.
 *
 * @param {Finding[]} findings
 * @param {string} html what was checked
 * @param {import("./snapshots.js").Snapshots} snapshots
 * @param {Node} doc the present one
 */
export const placeFindings = (findings, html, snapshots, doc) => {
  const read = snapshots.find(html);
  if (!read) return [];
  const runs = runsOf(read.doc);
  return findings.flatMap((finding) => {
    const old = place(runs, html, finding);
    if (!old) return [];
    const from = read.mapping.map(old.from, 1);
    const to = read.mapping.map(old.to, -1);
    const text = textIn(read.doc, old.from, old.to);
    return from < to && textIn(doc, from, to) === text ? [{ ...finding, from, to, text }] : [];
  });
};
