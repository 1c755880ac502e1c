/** A text of n grapheme clusters may have n times as many code points: more is an attack, and is refused. */
const CODE_POINTS_PER_CLUSTER = 16;

/** @type {Intl.Segmenter | undefined} */
let clusters;

/**
 * The length of a line in grapheme clusters, as the server counts it: runs of white space are one space, and none is at
 * the ends. A browser without `Intl.Segmenter` counts code points, which are never fewer.
 *
 * @param {string} text
 */
export const count = (text) => {
  const line = text.normalize("NFC").trim().replace(/\s+/gu, " ");
  // What is written in most newspapers' headlines needs no segmenter.
  if (/^[\x20-\x7e\u00c0-\u017f\u0621-\u064a\u0660-\u0669]*$/u.test(line)) return line.length;
  if (!("Segmenter" in Intl)) return [...line].length;
  clusters ??= new Intl.Segmenter();
  let length = 0;
  for (const _ of clusters.segment(line)) length++;
  return length;
};

/**
 * Whether the server takes a line for a field of `limit` grapheme clusters.
 *
 * @param {string} text
 * @param {number} limit
 */
export const fits = (text, limit) => count(text) <= limit && [...text.trim()].length <= limit * CODE_POINTS_PER_CLUSTER;
