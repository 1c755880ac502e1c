import assert from "node:assert/strict";
import { test } from "node:test";
import { instantOf, localOf } from "./local-time.js";

/** @type {[string, string, string][]} */
const CASES = [
  ["Asia/Beirut", "2026-02-23T14:02", "2026-02-23T12:02:00.000Z"],
  ["Asia/Beirut", "2026-07-01T00:30", "2026-06-30T21:30:00.000Z"],
  ["Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
  ["Africa/Casablanca", "2026-11-26T20:00", "2026-11-26T19:00:00.000Z"],
  ["America/New_York", "2026-12-31T23:59", "2027-01-01T04:59:00.000Z"],
];

for (const [zone, local, instant] of CASES) {
  test(`${local} in ${zone}`, () => {
    assert.equal(instantOf(local, zone), instant);
    assert.equal(localOf(instant, zone), local);
  });
}

test("a time that the clocks leave out is as much later", () => {
  assert.equal(instantOf("2026-03-29T02:30", "Europe/Paris"), "2026-03-29T01:30:00.000Z");
});
