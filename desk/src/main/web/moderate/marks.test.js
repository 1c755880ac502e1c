// @ts-nocheck
import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "./marks.js";

/** With the marked words in brackets. */
const shown = (text, ...matched) =>
  piecesOf(text, matched.map((words) => ({ rule: "suspect-word", field: "body", matched: words })))
    .map((piece) => (piece.rules.length ? `[${piece.text}]` : piece.text))
    .join("");

test("words are marked where they matched", () => {
  assert.equal(shown("أنت غبي جدا", "غبي"), "أنت [غبي] جدا");
  assert.equal(shown("غبي، غبي!", "غبي"), "[غبي]، [غبي]!");
  assert.equal(shown("nothing here", "else"), "nothing here");
  assert.equal(shown("", "x"), "");
});

test("as words of their own, if they are any", () => {
  assert.equal(shown("غبية لا غبي", "غبي"), "غبية لا [غبي]");
  assert.equal(shown("ياغبي", "غبي"), "يا[غبي]");
});

test("what was cut is marked as far as it is known", () => {
  assert.equal(shown("see https://a.example/long/path now", "https://a.example/lo…"), "see [https://a.example/lo]ng/path now");
});

test("words that overlap are marked once, with both rules", () => {
  const pieces = piecesOf("a b c", [
    { rule: "one", field: "body", matched: "a b" },
    { rule: "two", field: "body", matched: "b c" },
  ]);
  assert.deepEqual(pieces, [
    { text: "a ", rules: ["one"] },
    { text: "b", rules: ["one", "two"] },
    { text: " c", rules: ["two"] },
  ]);
});

test("the pieces together are the text, whatever is in it", () => {
  const text = "👨‍👩‍👧‍👦 <b>غــبي</b>\u202e\n.*+?^$ e\u0301";
  assert.equal(piecesOf(text, [{ rule: "r", field: "body", matched: ".*+?^$" }]).map((p) => p.text).join(""), text);
});
