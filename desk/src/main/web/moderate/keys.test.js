// @ts-nocheck
import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf } from "./keys.js";

const key = (code, changes = {}) => ({
  code, key: "x", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false, defaultPrevented: false, ...changes,
});

test("keys are known by their places, on an Arabic keyboard too", () => {
  assert.equal(commandOf(key("KeyJ", { key: "ت" }), false), "next");
  assert.equal(commandOf(key("KeyA", { key: "ش" }), false), "approve");
  assert.equal(commandOf(key("KeyD", { key: "ي" }), false), "approve");
  assert.equal(commandOf(key("KeyR", { key: "ق" }), false), "reject");
  assert.equal(commandOf(key("KeyF", { key: "ب" }), false), "refuse");
  assert.equal(commandOf(key("Slash", { key: "؟", shiftKey: true }), false), "help");
  assert.equal(commandOf(key("KeyM", { key: "?", shiftKey: true }), false), "help");
});

test("who types, or holds a key of control, commands nothing", () => {
  assert.equal(commandOf(key("KeyA"), true), undefined);
  for (const name of ["ctrlKey", "metaKey", "altKey", "shiftKey", "isComposing", "defaultPrevented"]) {
    assert.equal(commandOf(key("KeyA", { [name]: true }), false), undefined, name);
  }
});

test("a held key walks, and decides once", () => {
  assert.equal(commandOf(key("KeyJ", { repeat: true }), false), "next");
  assert.equal(commandOf(key("KeyA", { repeat: true }), false), undefined);
  assert.equal(commandOf(key("KeyZ", { repeat: true }), false), undefined);
});
