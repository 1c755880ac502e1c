import assert from "node:assert/strict";
import { test } from "node:test";
import { GMT, Zone } from "./zone.js";

/** @typedef {import("./zone.js").Transition} Transition */

/** The hours of these zones around what is asked, as the server tells them. @type {Record<string, Transition[]>} */
const TOLD = {
  "Asia/Beirut": offsets("2025-11-26T00:00Z", 2, "2026-03-28T22:00Z", 3, "2026-10-24T21:00Z", 2),
  "Europe/Paris": offsets("2025-11-26T00:00Z", 1, "2026-03-29T01:00Z", 2, "2026-10-25T01:00Z", 1),
  "Africa/Cairo": offsets("2025-11-26T00:00Z", 2, "2026-04-23T22:00Z", 3, "2026-10-29T21:00Z", 2),
  // A whole day that never was, and half an hour.
  "Pacific/Apia": offsets("2011-01-01T00:00Z", -10, "2011-12-30T10:00Z", 14),
  "Australia/Lord_Howe": offsets("2026-01-01T00:00Z", 11, "2026-04-04T15:00Z", 10.5, "2026-10-03T15:30Z", 11),
  "Pacific/Kiritimati": offsets("2025-01-01T00:00Z", 14),
  // Its rules have changed: browsers of another year show another hour.
  "Africa/Casablanca": offsets("2025-11-26T00:00Z", 1, "2026-02-15T02:00Z", 0, "2026-03-22T02:00Z", 1, "2026-09-20T02:00Z", 0),
};

/** @param {...(string | number)} pairs an instant, and the hours ahead of GMT since @returns {Transition[]} */
function offsets(...pairs) {
  return Array.from({ length: pairs.length / 2 }, (_, n) => ({ at: String(pairs[2 * n]), offsetSeconds: Number(pairs[2 * n + 1]) * 3600 }));
}

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
  { zone: "Pacific/Apia", local: "2011-12-30T12:00", at: [], from: "2011-12-30T00:00", to: "2011-12-31T00:00" },
  { zone: "Australia/Lord_Howe", local: "2026-10-04T02:15", at: [], from: "2026-10-04T02:00", to: "2026-10-04T02:30" },
  { zone: "Pacific/Kiritimati", local: "2026-01-01T00:00", at: ["2025-12-31T10:00"] },
  { zone: "Africa/Casablanca", local: "2026-09-20T02:30", at: ["2026-09-20T01:30", "2026-09-20T02:30"] },
  { zone: "Africa/Casablanca", local: "2026-11-26T20:00", at: ["2026-11-26T20:00"] },
  { zone: "Africa/Casablanca", local: "2026-03-22T02:30", at: [], from: "2026-03-22T02:00", to: "2026-03-22T03:00" },
];

for (const { zone: name, local, at, from, to } of CASES) {
  test(`${local} in ${name}`, () => {
    const zone = new Zone(name, TOLD[name]);
    assert.deepEqual(zone.instantsOf(local).map((instant) => new Date(instant).toISOString().slice(0, 16)), at);
    for (const instant of at) assert.equal(zone.localOf(`${instant}Z`), local);
    if (from) assert.deepEqual(zone.gapOf(local), { from, to });
  });
}

test("what was before the server's list is as the browser knows it", () => {
  const zone = new Zone("Asia/Beirut", TOLD["Asia/Beirut"]);
  assert.equal(zone.localOf("2025-07-01T12:00:00Z"), "2025-07-01T15:00");
  assert.equal(zone.localOf("2025-11-25T12:00:00Z"), "2025-11-25T14:00");
});

test("a server that tells none is of an earlier version", () => {
  const zone = new Zone("Asia/Beirut");
  assert.deepEqual(zone.instantsOf("2026-03-29T00:30"), []);
  assert.equal(zone.instantsOf("2026-10-24T23:30").length, 2);
});

test("what is shown is what the server's rules say, whatever the browser's do", () => {
  const zone = new Zone("Asia/Beirut", offsets("2025-01-01T00:00Z", 2, "2026-09-01T00:00Z", 5));
  assert.equal(zone.shown("2026-11-26T12:00:00Z").toISOString(), "2026-11-26T17:00:00.000Z");
  assert.equal(zone.shown("2026-07-01T12:00:00Z").toISOString(), "2026-07-01T14:00:00.000Z");
  assert.equal(GMT.localOf("2026-07-01T12:00:00Z"), "2026-07-01T12:00");
});

test("what is no time has no instant", () => {
  for (const local of ["", "2026-02-31T10:00x", "tomorrow"]) assert.deepEqual(new Zone("Asia/Beirut").instantsOf(local), [], local);
});
