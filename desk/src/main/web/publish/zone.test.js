import assert from "node:assert/strict";
import { test } from "node:test";
import { gapOf, instantOf, instantsOf, localOf } from "./zone.js";

/** @param {string} local @param {string} zone */
const instants = (local, zone) => instantsOf(local, zone).map((instant) => new Date(instant).toISOString().slice(0, 16));

/** Each changes its clock at another hour: at midnight, at three, and at the last hour of a day. */
const CASES = [
  { zone: "Asia/Beirut", local: "2026-02-23T14:02", at: ["2026-02-23T12:02"] },
  { zone: "Asia/Beirut", local: "2026-03-29T00:30", at: [], from: "2026-03-29T00:00", to: "2026-03-29T01:00" },
  { zone: "Asia/Beirut", local: "2026-03-28T23:59", at: ["2026-03-28T21:59"] },
  { zone: "Asia/Beirut", local: "2026-03-29T01:00", at: ["2026-03-28T22:00"] },
  { zone: "Asia/Beirut", local: "2026-10-24T23:30", at: ["2026-10-24T20:30", "2026-10-24T21:30"] },
  { zone: "Asia/Beirut", local: "2026-10-25T00:00", at: ["2026-10-24T22:00"] },
  { zone: "Europe/Paris", local: "2026-03-29T02:30", at: [], from: "2026-03-29T02:00", to: "2026-03-29T03:00" },
  { zone: "Europe/Paris", local: "2026-03-29T03:00", at: ["2026-03-29T01:00"] },
  { zone: "Europe/Paris", local: "2026-10-25T02:30", at: ["2026-10-25T00:30", "2026-10-25T01:30"] },
  { zone: "Europe/Paris", local: "2026-10-25T03:00", at: ["2026-10-25T02:00"] },
  { zone: "Africa/Cairo", local: "2026-04-24T00:30", at: [], from: "2026-04-24T00:00", to: "2026-04-24T01:00" },
  { zone: "Africa/Cairo", local: "2026-04-24T01:00", at: ["2026-04-23T22:00"] },
  { zone: "Africa/Cairo", local: "2026-10-29T23:30", at: ["2026-10-29T20:30", "2026-10-29T21:30"] },
  { zone: "Africa/Cairo", local: "2026-10-30T00:00", at: ["2026-10-29T22:00"] },
  // A whole day that never was, and half an hour.
  { zone: "Pacific/Apia", local: "2011-12-30T12:00", at: [], from: "2011-12-30T00:00", to: "2011-12-31T00:00" },
  { zone: "Australia/Lord_Howe", local: "2026-10-04T02:15", at: [], from: "2026-10-04T02:00", to: "2026-10-04T02:30" },
  { zone: "Pacific/Kiritimati", local: "2026-01-01T00:00", at: ["2025-12-31T10:00"] },
];

for (const { zone, local, at, from, to } of CASES) {
  test(`${local} in ${zone}`, () => {
    assert.deepEqual(instants(local, zone), at);
    for (const instant of at) assert.equal(localOf(`${instant}Z`, zone), local);
    if (from) assert.deepEqual(gapOf(local, zone), { from, to });
  });
}

test("what is no time has no instant", () => {
  assert.deepEqual(instantsOf("", "Asia/Beirut"), []);
  assert.deepEqual(instantsOf("2026-02-31T10:00x", "Asia/Beirut"), []);
});

/** @type {[string, string, string][]} */
const FIRST = [
  ["Asia/Beirut", "2026-02-23T14:02", "2026-02-23T12:02:00.000Z"],
  ["Asia/Beirut", "2026-07-01T00:30", "2026-06-30T21:30:00.000Z"],
  ["Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
  ["Africa/Casablanca", "2026-11-26T20:00", "2026-11-26T19:00:00.000Z"],
  ["America/New_York", "2026-12-31T23:59", "2027-01-01T04:59:00.000Z"],
];

for (const [zone, local, instant] of FIRST) {
  test(`${local} in ${zone} is first at ${instant}`, () => {
    assert.equal(instantOf(local, zone), instant);
    assert.equal(localOf(instant, zone), local);
  });
}

test("a time that the clocks leave out is as much later", () => {
  assert.equal(instantOf("2026-03-29T02:30", "Europe/Paris"), "2026-03-29T01:30:00.000Z");
});
