import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem, SignedOut, Unreachable } from "../api/problem.js";
import { Outbox } from "./outbox.js";

/** A newspaper that adds an entry once for each key, and a browser that keeps. */
class World {
  entries = /** @type {[string, string][]} */ ([]);
  kept = /** @type {Map<string, import("./outbox.js").Waiting>} */ (new Map());
  faults = /** @type {unknown[]} */ ([]);
  losesAnswers = false;
  keys = 0;
  time = 0;
  hasRoom = true;
  sent = 0;

  post = async (/** @type {import("./outbox.js").Waiting} */ { key, bodyHtml }) => {
    const fault = this.faults.shift();
    if (fault && !this.losesAnswers) throw fault;
    if (!this.entries.some(([known]) => known === key)) this.entries.push([key, bodyHtml]);
    if (fault) throw fault;
    return {};
  };
  keep = (/** @type {import("./outbox.js").Waiting} */ item) => {
    if (this.hasRoom) this.kept.set(item.key, item);
    return this.hasRoom;
  };
  forget = (/** @type {string} */ key) => void this.kept.delete(key);
  now = () => ++this.time;
  newKey = () => `k${++this.keys}`;

  outbox() {
    return new Outbox(this, { changed: () => {}, sent: () => this.sent++ });
  }

  get texts() {
    return this.entries.map(([, text]) => text);
  }
}

test("what is written is sent in its order and then forgotten", async () => {
  const world = new World();
  const outbox = world.outbox();
  await Promise.all([outbox.add("a"), outbox.add("b"), outbox.add("c")]);
  await outbox.run();
  assert.deepEqual(world.texts, ["a", "b", "c"]);
  assert.equal(world.kept.size, 0);
  assert.equal(world.sent, 3);
  assert.ok(outbox.isEmpty);
});

test("without a network entries wait, and go out in their order", async () => {
  const world = new World();
  world.faults = [new Unreachable(), new Unreachable()];
  const outbox = world.outbox();
  await outbox.add("a");
  await outbox.add("b");
  assert.deepEqual(outbox.items.map(({ state }) => state), ["waiting", "waiting"]);
  assert.equal(world.kept.size, 2);
  await outbox.run();
  assert.deepEqual(world.texts, ["a", "b"]);
});

test("an entry whose answer was lost is not added twice", async () => {
  const world = new World();
  world.losesAnswers = true;
  world.faults = [new Unreachable(), new Problem(503, {})];
  const outbox = world.outbox();
  await outbox.add("a");
  await outbox.run();
  await outbox.run();
  assert.deepEqual(world.texts, ["a"]);
  assert.ok(outbox.isEmpty);
});

test("a page that goes leaves what was not sent, and the next one sends it", async () => {
  const world = new World();
  world.losesAnswers = true;
  world.faults = [new Unreachable()];
  await world.outbox().add("a");
  const next = world.outbox();
  next.begin([...world.kept.values()]);
  await next.run();
  assert.deepEqual(world.texts, ["a"]);
  assert.equal(world.kept.size, 0);
});

test("a key that the newspaper may have forgotten is not used without asking", async () => {
  const world = new World();
  world.time = 1e9;
  const outbox = world.outbox();
  outbox.begin([{ key: "old", bodyHtml: "a", since: 0, tried: true }, { key: "new", bodyHtml: "b", since: 0, tried: false }]);
  await outbox.run();
  assert.deepEqual(world.texts, ["b"]);
  await outbox.again(outbox.items[0]);
  assert.deepEqual(world.texts, ["b", "a"]);
});

test("a refusal is told and holds up no other; it stays until the person decides", async () => {
  const world = new World();
  const refusal = new Problem(422, { errors: [{ field: "bodyHtml", message: "x" }] });
  world.faults = [refusal];
  const outbox = world.outbox();
  await outbox.add("a");
  await outbox.add("b");
  assert.deepEqual(world.texts, ["b"]);
  assert.deepEqual(outbox.items.map(({ state, fault }) => [state, fault]), [["refused", refusal]]);
  outbox.drop(outbox.items[0]);
  assert.equal(world.kept.size, 0);
});

test("a sign-in that ended keeps all, and the next run goes on", async () => {
  const world = new World();
  world.faults = [new SignedOut()];
  const outbox = world.outbox();
  await outbox.add("a");
  assert.equal(outbox.items[0].state, "signedOut");
  await outbox.run();
  assert.deepEqual(world.texts, ["a"]);
});

test("a browser without room is told of", async () => {
  const world = new World();
  world.hasRoom = false;
  world.faults = [new Unreachable()];
  const outbox = world.outbox();
  await outbox.add("a");
  assert.equal(outbox.isKept, false);
});
