import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { Problem, Unreachable } from "../api/problem.js";
import { Uploads } from "./uploads.js";

/** A newspaper that makes a picture at the second look. */
class Newspaper {
  announced = /** @type {any[]} */ ([]);
  looks = 0;
  flying = 0;
  mostFlying = 0;
  refusal = /** @type {Problem | undefined} */ (undefined);
  cuts = 0;
  status = "ready";
  /** @type {(() => void)[]} */
  held = [];
  holds = false;

  api = /** @type {any} */ ({
    post: async (/** @type {string} */ _path, /** @type {any} */ json) => {
      if (this.refusal) throw this.refusal;
      this.announced.push(json);
      return { body: { mediaId: `M${this.announced.length}`, upload: { url: "x", headers: {} } } };
    },
    get: async (/** @type {string} */ path) => ({
      body: { mediaId: path.split("/").pop(), status: ++this.looks < 2 ? "awaiting" : this.status, reason: "why" },
    }),
  });
  put = async (/** @type {any} */ _upload, /** @type {File} */ _file, /** @type {(part: number) => void} */ told) => {
    this.mostFlying = Math.max(this.mostFlying, ++this.flying);
    if (this.holds) await new Promise((resolve) => this.held.push(() => resolve(undefined)));
    this.flying--;
    if (this.cuts-- > 0) throw new Unreachable();
    told(1);
    return 200;
  };
  wait = () => setImmediate();
}

const file = (name = "a.jpg", type = "image/jpeg") => new File(["123"], name, { type });

/** @param {Uploads} uploads */
const settled = async (uploads) => {
  for (let i = 0; i < 1000 && uploads.all.some(({ isOver }) => !isOver); i++) await setImmediate();
};

test("a file is announced, sent and awaited", async () => {
  const newspaper = new Newspaper();
  const uploads = new Uploads(newspaper, () => {});
  uploads.add([file()]);
  await settled(uploads);
  assert.deepEqual(newspaper.announced, [{ filename: "a.jpg", contentType: "image/jpeg", bytes: 3 }]);
  assert.equal(uploads.all[0].state, "ready");
  assert.equal(uploads.all[0].media?.mediaId, "M1");
});

test("what a telephone gives no type has that of its name", async () => {
  const newspaper = new Newspaper();
  const uploads = new Uploads(newspaper, () => {});
  uploads.add([file("IMG.HEIC", ""), file("", "image/png")]);
  await settled(uploads);
  assert.deepEqual(newspaper.announced.map(({ contentType, filename }) => [filename, contentType]), [["IMG.HEIC", "image/heic"], ["picture.png", "image/png"]]);
});

test("a refusal is final and keeps its words; a cut can be tried again", async () => {
  const newspaper = new Newspaper();
  newspaper.refusal = new Problem(422, { errors: [{ field: "contentType", message: "HEIC" }] });
  const uploads = new Uploads(newspaper, () => {});
  uploads.add([file()]);
  await settled(uploads);
  assert.equal(uploads.all[0].state, "refused");
  assert.equal(uploads.all[0].fault, newspaper.refusal);
  newspaper.refusal = undefined;
  newspaper.cuts = 1;
  uploads.add([file("b.jpg")]);
  await settled(uploads);
  assert.equal(uploads.all[1].state, "failed");
  uploads.retry(uploads.all[1]);
  await settled(uploads);
  assert.equal(uploads.all[1].state, "ready");
});

test("a picture that the newspaper cannot read is refused", async () => {
  const newspaper = new Newspaper();
  newspaper.status = "refused";
  const uploads = new Uploads(newspaper, () => {});
  uploads.add([file()]);
  await settled(uploads);
  assert.equal(uploads.all[0].state, "refused");
  assert.equal(uploads.all[0].media?.reason, "why");
});

test("three at once, in the order in which they were chosen", async () => {
  const newspaper = new Newspaper();
  newspaper.holds = true;
  const uploads = new Uploads(newspaper, () => {});
  uploads.add(["1", "2", "3", "4", "5"].map((name) => file(name)));
  await setImmediate();
  assert.equal(newspaper.mostFlying, 3);
  assert.ok(uploads.isBusy);
  while (uploads.all.some(({ isOver }) => !isOver)) {
    newspaper.held.shift()?.();
    await setImmediate();
  }
  assert.equal(newspaper.mostFlying, 3);
  assert.ok(!uploads.isBusy);
});

test("what is taken off the list is never shown again", async () => {
  const newspaper = new Newspaper();
  newspaper.holds = true;
  const uploads = new Uploads(newspaper, () => {});
  uploads.add([file()]);
  await setImmediate();
  uploads.drop(uploads.all[0]);
  newspaper.held.shift()?.();
  await setImmediate();
  assert.deepEqual(uploads.all, []);
  assert.equal(newspaper.looks, 0);
});
