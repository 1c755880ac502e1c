/**
 * Random numbers that are the same for the same seed ([mulberry32](https://github.com/cprosche/mulberry32)). For tests.
 *
 * @param {number} seed
 */
export const randomOf = (seed) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** @param {number} most */
    below: (most) => Math.floor(next() * most),
    /** @param {number} share */
    chance: (share) => next() < share,
  };
};
