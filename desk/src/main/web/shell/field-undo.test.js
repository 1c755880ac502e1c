import assert from "node:assert/strict";
import { test } from "node:test";
import { FieldHistory } from "./field-undo.js";

test("what is typed at once is taken back at once, and comes again", () => {
  const field = new FieldHistory("");
  field.type("ع", 0);
  field.type("عنوان", 300);
  field.type("عنوان جديد", 2000);
  assert.equal(field.undo(), "عنوان");
  assert.equal(field.undo(), "");
  assert.equal(field.undo(), undefined);
  assert.equal(field.redo(), "عنوان");
  assert.equal(field.redo(), "عنوان جديد");
  assert.equal(field.redo(), undefined);
});

test("what is typed after an undo leaves nothing to come again", () => {
  const field = new FieldHistory("a");
  field.type("ab", 0);
  field.undo();
  field.type("ac", 100);
  assert.equal(field.redo(), undefined);
  assert.equal(field.undo(), "a");
});
