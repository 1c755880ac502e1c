/** The phrases of a language, which build.mjs joins from `phrases_*.json` of all folders. */
declare module "phrases:*" {
  const phrases: Record<string, string>;
  export default phrases;
}
