import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Removals, UNDO } from "./removals.js";

/** @param {(sent: number[], removals: Removals) => void} act */
const during = (act) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {number[]} */
  const sent = [];
  const removals = new Removals(async (number) => void sent.push(number), () => {});
  act(sent, removals);
  mock.timers.reset();
};

test("a removal is sent once, after its time", () =>
  during((sent, removals) => {
    removals.add(7);
    removals.add(7);
    mock.timers.tick(UNDO - 1);
    assert.deepEqual(sent, []);
    assert.ok(removals.has(7));
    mock.timers.tick(1);
    assert.deepEqual(sent, [7]);
  }));

test("what is undone is never sent", () =>
  during((sent, removals) => {
    removals.add(7);
    removals.undo(7);
    mock.timers.tick(UNDO * 2);
    removals.flush();
    assert.deepEqual(sent, []);
  }));

test("whoever leaves has meant it", () =>
  during((sent, removals) => {
    removals.add(7);
    removals.add(8);
    removals.flush();
    mock.timers.tick(UNDO);
    assert.deepEqual(sent, [7, 8]);
  }));
