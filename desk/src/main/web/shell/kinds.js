/** The kinds that the desk has phrases for. */
const KNOWN = ["news", "opinion", "analysis", "interview", "live"];

/**
 * The kinds of articles, by the names that a person reads: the newspaper's own in its language, the desk's in another one.
 *
 * @param {Pick<import("./desk.js").Edition, "language" | "kinds">} edition
 * @param {string} language of the desk
 * @param {(key: string) => string} say
 */
export const namedKinds = (edition, language, say) =>
  language === edition.language
    ? edition.kinds
    : edition.kinds.map(({ kind, name }) => ({ kind, name: KNOWN.includes(kind) ? say(`desk.kind.${kind}`) : name }));
