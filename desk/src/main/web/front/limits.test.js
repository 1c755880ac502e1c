import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BREAKING_HOURS, BREAKING_TEXT, LEAD_ARTICLES } from "./limits.js";

const openapi = readFileSync(new URL("../../../../../docs/openapi.yaml", import.meta.url), "utf8");

/** The lines of a schema. @param {string} name */
const schema = (name) => new RegExp(`\\n    ${name}:\\n((?:      .*\\n)*)`).exec(openapi)?.[1] ?? "";

test("the limits are those of the API", () => {
  assert.match(schema("Lead"), new RegExp(`articles: \\{type: array, maxItems: ${LEAD_ARTICLES},`));
  assert.match(schema("BreakingDraft"), new RegExp(`text: \\{type: string, minLength: 1, maxLength: ${BREAKING_TEXT},`));
  assert.match(schema("BreakingDraft"), new RegExp(`at most ${BREAKING_HOURS} hours from now`));
});
