/**
 * The point of a picture that every cut keeps, as parts of its width and height from the upper left.
 *
 * @typedef {{x: number, y: number}} Focus
 */

/** What cuts keep of a picture without a focus. @type {Focus} */
export const UPPER_THIRD = { x: 0.5, y: 1 / 3 };

/** The cuts that the press makes. */
export const CUTS = [
  { name: "16:9", ratio: 16 / 9 },
  { name: "4:3", ratio: 4 / 3 },
  { name: "1:1", ratio: 1 },
];

/**
 * A focus as the newspaper stores it: in the picture, to four decimals.
 *
 * @param {number} x
 * @param {number} y
 * @returns {Focus}
 */
export const focusAt = (x, y) => ({ x: stored(x), y: stored(y) });

/** @param {number} part */
const stored = (part) => Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 10_000;

/** How far a key moves the focus, as a part of a side. */
const STEP = 0.02;
const LEAP = 0.1;

/** Keys lead the same way on the screen in every language. @type {Record<string, [number, number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Where a key moves the focus; undefined for any other key.
 *
 * @param {Focus} focus
 * @param {{code: string, shiftKey: boolean}} key
 */
export const movedBy = ({ x, y }, { code, shiftKey }) => {
  const way = WAYS[code];
  const step = shiftKey ? LEAP : STEP;
  return way && focusAt(x + way[0] * step, y + way[1] * step);
};

/**
 * `object-position` of a picture in a box of `ratio`, as the press cuts: with the focus in the middle, as far as the edges
 * allow.
 *
 * @param {{width: number, height: number}} picture
 * @param {Focus} focus
 * @param {number} ratio
 */
export const objectPosition = ({ width, height }, focus, ratio) => {
  const own = width / height;
  const across = own > ratio ? percent(focus.x, ratio / own) : 50;
  const down = own < ratio ? percent(focus.y, own / ratio) : 50;
  return `${across}% ${down}%`;
};

/**
 * @param {number} focus on a side
 * @param {number} length of the cut, as a part of the side
 */
const percent = (focus, length) => {
  const start = Math.min(1 - length, Math.max(0, focus - length / 2));
  return Math.round((100 * start) / (1 - length));
};
