// @ts-nocheck
import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../api/problem.js";
import { lookUp } from "./colleagues.js";
import { QueueLoader } from "./loader.js";
import { Outbox, WAIT } from "./outbox.js";
import { Queue } from "./queue.js";

/** An API with comments of several people, in parts of a hundred. */
class FakeApi {
  constructor(count, people = 3) {
    this.asked = [];
    this.comments = Array.from({ length: count }, (_, i) => ({
      articleId: "A", commentId: String(i).padStart(5, "0"), revision: 1, status: "pending", email: `p${i % people}@e.example`, name: "", title: "", body: "", submittedAt: "", flags: [], history: [],
    }));
  }

  async get(path, { query }) {
    this.asked.push(query);
    if (query.person) return { body: this.#person(query) };
    const from = query.cursor ?? "";
    const found = this.comments.filter((c) => c.status === query.status && c.commentId > from);
    return { body: part(found) };
  }

  #person({ person, cursor }) {
    const named = this.comments.find((c) => c.commentId === person);
    if (!named) throw new Problem(404, {});
    const theirs = this.comments.filter((c) => c.email === named.email && c.commentId < (cursor ?? "~")).reverse();
    return part(theirs);
  }

  decide(id, status, by = "ليلى") {
    const comment = this.comments.find((c) => c.commentId === id);
    Object.assign(comment, { status, revision: comment.revision + 1, history: [...comment.history, { by, at: "2026", decision: "x" }] });
  }
}

const part = (found) => ({ items: structuredClone(found.slice(0, 100)), ...(found.length > 100 ? { next: found[99].commentId } : {}) });

const loaderOf = (api) => new QueueLoader(api, new Queue(new Outbox(), "pending"), {});
const key = (i) => `A/${String(i).padStart(5, "0")}`;

test("parts come as they are needed", async () => {
  const loader = loaderOf(new FakeApi(250));
  await loader.fill();
  assert.equal(loader.queue.order.length, 100);
  await loader.fill();
  assert.equal(loader.queue.order.length, 100, "enough are left");
  loader.queue.select(key(90));
  await loader.fill();
  assert.equal(loader.queue.order.length, 200);
  loader.queue.select(key(190));
  await loader.fill();
  assert.equal(loader.queue.order.length, 250);
  assert.ok(loader.isComplete);
});

test("a look finds what has come in, and who decided what is gone", async () => {
  const api = new FakeApi(3);
  const loader = loaderOf(api);
  await loader.fill();
  api.decide("00001", "rejected");
  api.comments.push({ ...api.comments[2], commentId: "00009" });
  await loader.refresh();
  assert.deepEqual(loader.queue.of(key(1)).note, { kind: "elsewhere", status: "rejected", by: "ليلى", at: "2026" });
  assert.equal(loader.queue.order.at(-1), key(9));
});

test("far down in the list, the part that is read is looked at too, and no other", async () => {
  const api = new FakeApi(400);
  const loader = loaderOf(api);
  for (const at of [0, 90, 190, 290]) {
    if (loader.queue.entries.has(key(at))) loader.queue.select(key(at));
    await loader.fill();
  }
  loader.queue.select(key(250));
  api.decide("00260", "approved");
  api.decide("00005", "approved");
  api.asked = [];
  await loader.refresh();
  assert.equal(loader.queue.stateOf(key(260)), "elsewhere");
  assert.equal(loader.queue.stateOf(key(5)), "elsewhere");
  assert.equal(api.asked.filter((query) => !query.person).length, 2);
});

test("what comes in when everything was there is fetched too", async () => {
  const api = new FakeApi(90);
  const loader = loaderOf(api);
  await loader.fill();
  assert.ok(loader.isComplete);
  api.comments.push(...new FakeApi(240).comments.slice(90));
  await loader.refresh();
  assert.ok(!loader.isComplete);
  while (!loader.isComplete) await loader.more();
  assert.equal(loader.queue.order.length, 240);
});

test("decided ones do not disturb the parts", async () => {
  const api = new FakeApi(250);
  const loader = loaderOf(api);
  await loader.fill();
  const { queue } = loader;
  let now = 0;
  while (queue.selected) {
    queue.decide("approve", now);
    now += WAIT;
    const batch = queue.outbox.batch(now);
    batch.forEach(({ commentId }) => api.decide(commentId, "approved", "me"));
    const results = batch.map(() => ({ status: 200, commentStatus: "approved", revision: 2 }));
    queue.outbox.answered(results, now).forEach((outcome) => queue.settle(outcome, "me", now));
    await loader.fill();
    if (now % (20 * WAIT) === 0) await loader.refresh();
  }
  assert.ok(api.comments.slice(0, 249).every((c) => c.status === "approved" && c.revision === 2));
});

test("one question tells of all comments of a person; who is erased is told apart", async () => {
  const api = new FakeApi(30, 2);
  api.decide("00004", "approved");
  api.decide("00006", "rejected");
  const asked = [4, 6, 7].map((i) => structuredClone(api.comments[i]));
  api.comments = api.comments.filter((c) => c.commentId !== "00007");
  const found = await lookUp(api, asked);
  assert.equal(api.asked.length, 2);
  assert.equal(found.get(key(4)).status, "approved");
  assert.equal(found.get(key(6)).status, "rejected");
  assert.equal(found.get(key(7)), null);
});

test("among too many comments of one person it is not found out", async () => {
  const api = new FakeApi(700, 1);
  api.decide("00000", "approved");
  const found = await lookUp(api, [structuredClone(api.comments[0])]);
  assert.equal(found.get(key(0)), undefined);
  assert.ok(found.has(key(0)));
  assert.equal(api.asked.length, 5);
});
