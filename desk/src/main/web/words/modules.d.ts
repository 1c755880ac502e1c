/** What loads the phrases of each language: those that all parts share, and what loads those of each part, by its file (`phrases.mjs`). */
declare module "phrases:all" {
  export type Phrases = Record<string, string>;
  export type Parts = Record<string, () => Promise<{ default: Phrases }>>;
  const languages: Record<string, () => Promise<{ default: Phrases; parts: Parts }>>;
  export default languages;
}
