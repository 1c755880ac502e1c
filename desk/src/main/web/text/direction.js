/**
 * Tells in which direction a text is read, as the press does (docs/decisions/010-direction.md): words are counted, not
 * letters. Addresses, email addresses, `@names`, `#tags` and code between backticks count for nothing.
 */

const CODE = /(?<![\p{L}\p{N}])`[^`\n]+`(?![\p{L}\p{N}])/gu;
const SPACES = /[\s\u0085]+/u;

/** The host of a web address that has no scheme, such as `nashra.example/2026/`. */
const HOST = /^(?:[\p{L}\p{N}_-]+[.])+[a-zA-Z]{2,24}(?::\d+)?$/u;

/** The longest name of a host, and a port. */
const MAX_HOST_LENGTH = 253 + 6;

const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
const RIGHT_TO_LEFT =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Adlm}\p{sc=Rohg}\p{sc=Mend}]/u;

/** What is between the letters of one word: marks, numbers and what joins its parts. */
const WITHIN_WORD = /[\p{M}\p{N}'’_-]/u;

/**
 * How many words a text has, negative for one that is read from left to right; 0 for one of neither direction. The
 * weights of paragraphs add up to that of a body.
 *
 * @param {string} text
 */
export const weight = (text) => {
  let right = 0;
  let left = 0;
  let startsRight = false;
  for (const token of text.replace(CODE, " ").split(SPACES)) {
    let open = true;
    for (const char of withoutAddress(token)) {
      if (!LETTER.test(char)) {
        open ||= !WITHIN_WORD.test(char);
      } else if (open) {
        open = false;
        if (RIGHT_TO_LEFT.test(char)) {
          startsRight ||= right + left === 0;
          right++;
        } else {
          left++;
        }
      }
    }
  }
  return Math.sign(startsRight ? 1 : right - left) * (right + left);
};

/** @param {number} sum of the weights of texts @returns {"rtl" | "ltr" | undefined} */
export const directionOf = (sum) => (sum === 0 ? undefined : sum > 0 ? "rtl" : "ltr");

/** @param {string} token a run without spaces */
const withoutAddress = (token) => {
  if (!/[:@#.]/.test(token)) return token;
  const scheme = token.indexOf("://");
  if (scheme >= 0) return token.slice(0, scheme).replace(/[a-zA-Z]+$/, "");
  return token.includes("@") || isTag(token) || isBareAddress(token) ? "" : token;
};

/** @param {string} token */
const isTag = (token) => {
  const tag = token.indexOf("#");
  return tag >= 0 && tag < token.length - 1 && !LETTER_OR_DIGIT.test(token.slice(0, tag));
};

/** @param {string} token */
const isBareAddress = (token) => {
  const host = token
    .replace(/^[^\p{L}\p{Nd}]+/u, "")
    .replace(/[/?#].*$/su, "")
    .replace(/[^\p{L}\p{Nd}]+$/u, "");
  return host.length <= MAX_HOST_LENGTH && HOST.test(host);
};

const SIGNS = "\\-+−–—±~≈<>≤≥=.,:;\\/()\\[\\]%٪‰°×*'’½¼¾¹²³#|\\s\\p{Z}\\p{Sc}";
const FIGURE = new RegExp(`^[${SIGNS}]*[0-9][${SIGNS}0-9]*$`, "u");
const PLAIN = /^\(?[0-9]+[.)]?$/;
const MAX_FIGURE_LENGTH = 80;

/**
 * Whether `text` is a figure and nothing else, such as `-3.5%`, which is read from left to right in every language.
 *
 * @param {string} text
 */
export const isFigure = (text) => {
  if (text.length > MAX_FIGURE_LENGTH) return false;
  const seen = text.replace(/\p{Cf}+/gu, "").trim();
  return FIGURE.test(seen) && !PLAIN.test(seen);
};
