import assert from "node:assert/strict";
import { test } from "node:test";
import { Lead } from "./lead.js";

/** @param {string} ids */
const lead = (ids) => {
  const made = new Lead(5);
  made.arrive([...ids]);
  return made;
};

/** @type {[string, (lead: Lead) => void, string][]} */
const CASES = [
  ["one is added at the end", (l) => l.add("d"), "abcd"],
  ["none twice", (l) => l.add("b"), "abc"],
  ["no more than five", (l) => ["d", "e", "f"].forEach((id) => l.add(id)), "abcde"],
  ["up", (l) => l.move("c", -1), "acb"],
  ["down", (l) => l.move("a", 1), "bac"],
  ["not over the head", (l) => l.move("a", -1), "abc"],
  ["not below the foot", (l) => l.move("c", 1), "abc"],
  ["before another", (l) => l.put("c", "a", false), "cab"],
  ["after another", (l) => l.put("a", "c", true), "bca"],
  ["after its neighbour", (l) => l.put("a", "b", true), "bac"],
  ["onto itself", (l) => l.put("a", "a", true), "abc"],
  ["away", (l) => l.remove("b"), "ac"],
];

for (const [name, change, after] of CASES) {
  test(name, () => {
    const made = lead("abc");
    change(made);
    assert.equal(made.mine.join(""), after);
    assert.equal(made.isChanged, after !== "abc");
  });
}

test("what a colleague puts there is taken over if nothing was changed here, and asked about otherwise", () => {
  const made = lead("abc");
  made.arrive(["x"]);
  assert.deepEqual(made.mine, ["x"]);
  made.add("y");
  made.arrive(["x"]);
  assert.equal(made.theirs, undefined);
  made.arrive(["z"]);
  assert.deepEqual([made.mine, made.theirs], [["x", "y"], ["z"]]);
  made.keepMine();
  assert.deepEqual([made.mine, made.base, made.theirs, made.isChanged], [["x", "y"], ["z"], undefined, true]);
  made.arrive(["w"]);
  made.takeTheirs();
  assert.deepEqual([made.mine, made.isChanged], [["w"], false]);
});

test("an answer that was lost is found again", () => {
  const made = lead("abc");
  made.move("c", -2);
  made.arrive([..."cab"]);
  assert.equal(made.isChanged, false);
});

test("an order that an earlier page left waits for what readers have", () => {
  const made = new Lead(5, { mine: ["b", "a"], base: ["a", "b"] });
  made.arrive(["a", "b"]);
  assert.deepEqual([made.mine, made.isChanged, made.theirs], [["b", "a"], true, undefined]);
});
