import assert from "node:assert/strict";
import { test } from "node:test";
import { Zone } from "../shell/zone.js";
import { daysAfter, eventsOf, firstDayIn, isDay, weekOf } from "./week.js";

test("a week begins with the country's first day", () => {
  assert.deepEqual(weekOf("2026-11-26", 1), ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"]);
  assert.equal(weekOf("2026-11-26", 6)[0], "2026-11-21");
  assert.equal(weekOf("2026-11-28", 6)[0], "2026-11-28");
  assert.equal(weekOf("2026-11-29", 7)[0], "2026-11-29");
  assert.equal(weekOf("2026-01-01", 1)[0], "2025-12-29");
  assert.equal(firstDayIn("ar", "EG"), 6);
  assert.equal(firstDayIn("ar", "LB"), 1);
});

test("days follow one another over the end of a month and changes of the clock", () => {
  assert.equal(daysAfter("2026-03-28", 1), "2026-03-29");
  assert.equal(daysAfter("2026-10-25", 7), "2026-11-01");
  assert.equal(daysAfter("2028-02-28", 1), "2028-02-29");
});

test("an article is on the day that the newspaper's clock shows", () => {
  const late = { id: "a", publishAt: "2026-11-25T22:30:00.000Z" };
  const early = { id: "b", publishAt: "2026-11-26T08:00:00.000Z", expireAt: "2026-11-27T23:00:00.000Z" };
  const week = weekOf("2026-11-26", 1);
  const of = (/** @type {string} */ zone) => eventsOf([early, late], week, new Zone(zone)).map((day) => day.map(({ entry, kind }) => `${entry.id} ${kind}`));
  assert.deepEqual(of("Asia/Beirut"), [[], [], [], ["a out", "b out"], [], ["b end"], []]);
  assert.deepEqual(of("UTC"), [[], [], ["a out"], ["b out"], ["b end"], [], []]);
});

test("what is no day is told from one", () => {
  for (const day of ["2026-11-26", "2028-02-29"]) assert.equal(isDay(day), true, day);
  for (const day of [undefined, "", "2026-02-30", "2026-13-01", "tomorrow", "2026-1-1"]) assert.equal(isDay(day), false, day);
});
