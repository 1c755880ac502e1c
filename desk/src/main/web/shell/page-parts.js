/** What a page has that shows nothing without a script, or must not run. */
const UNSEEN = /<(script|noscript)\b[\s\S]*?<\/\1>|<link\b[^>]*>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const ATTRIBUTE = /\s([^\s=>"']+)(=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/**
 * A page of the newspaper without its style, which is beside it, and without its scripts. The `style` of elements is in
 * `data-style`.
 *
 * @param {string} page
 */
export const apart = (page) => {
  /** @type {string[]} */
  const styles = [];
  const html = page
    .replace(STYLE, (_, style) => {
      styles.push(style);
      return "";
    })
    .replace(UNSEEN, "")
    // A link that is followed all the same would open a window, which the frame may not.
    .replace(/<head\b[^>]*>/i, '$&<base target="_blank">')
    .replace(TAG, (tag) => (/\sstyle=/i.test(tag) ? tag.replace(ATTRIBUTE, withoutStyle) : tag));
  return { html, styles };
};

/**
 * @param {string} attribute
 * @param {string} name
 * @param {string} [value]
 */
const withoutStyle = (attribute, name, value = "") => (name.toLowerCase() === "style" ? ` data-style${value}` : attribute);

/**
 * The address that a page gives itself, as a path.
 *
 * @param {string} page
 */
export const addressOf = (page) => {
  const [, address] = /<link rel="canonical" href="([^"]*)"/.exec(page) ?? [];
  return address && new URL(address.replaceAll("&amp;", "&")).pathname;
};
