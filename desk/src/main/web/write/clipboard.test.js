import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText } from "./clipboard.js";

test("the whole text is copied, and only what there is", () => {
  assert.equal(plainText({ headline: "أ", bodyHtml: "<p>ب <b>ج</b></p><p>د</p>" }), "أ\n\nب ج\n\nد");
  assert.equal(plainText({}), "");
});
