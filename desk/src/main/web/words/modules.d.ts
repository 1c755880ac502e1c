/** What loads the phrases of each language: those that all areas share, and those of each area, by its path (`phrases.mjs`). */
declare module "phrases:all" {
  type Load = () => Promise<{ default: Record<string, string> }>;
  const languages: Record<string, { shared: Load; areas: Record<string, Load> }>;
  export default languages;
}
