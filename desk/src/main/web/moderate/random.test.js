// @ts-nocheck
import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf, Outbox, STATUS_AFTER } from "./outbox.js";
import { Queue } from "./queue.js";

/** Random numbers that are the same in each run. @param {number} seed */
const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** Decides as the newsroom does, by the revision that was read. */
class Newsroom {
  constructor(count) {
    this.comments = new Map();
    for (let i = 0; i < count; i++) this.add();
  }

  add() {
    const commentId = String(this.comments.size).padStart(4, "0");
    const item = { articleId: "A", commentId, revision: 1, status: "pending", history: [], flags: [], name: "", email: "", title: "", body: "", submittedAt: "" };
    this.comments.set(keyOf(item), item);
  }

  decide(decisions, by) {
    return decisions.map(({ articleId, commentId, decision, reason, revision }) => {
      const key = keyOf({ articleId, commentId });
      const now = this.comments.get(key);
      if (!now) return { status: 404 };
      const after = STATUS_AFTER[decision];
      if (now.status === after) return { status: 200, commentStatus: now.status, revision: now.revision };
      assert.notEqual(revision, undefined, "nothing is sent without the revision that was read");
      if (now.revision !== revision) return { status: 412, commentStatus: now.status, revision: now.revision };
      const next = { ...now, status: after, revision: now.revision + 1, history: [...now.history, { by, decision, reason, at: "" }] };
      this.comments.set(key, next);
      return { status: 200, commentStatus: after, revision: next.revision };
    });
  }

  /** A part of the queue, as the API gives it: from behind `after`. */
  page(after, limit) {
    const pending = [...this.comments.values()].filter((c) => c.status === "pending" && c.commentId > after);
    return { items: pending.slice(0, limit), isEnd: pending.length <= limit };
  }
}

/** One person at a browser, whose network and page may fail. */
class Moderator {
  constructor(name, newsroom, random) {
    this.name = name;
    this.newsroom = newsroom;
    this.random = random;
    this.kept = { flying: [], waiting: [] };
    this.serial = 0;
    /** What they decided, by the mark in its reason, and whether it must have been carried out. */
    this.decided = new Map();
    this.open(0);
  }

  /** The page is opened; what the last one left is taken over. */
  open(now) {
    this.outbox = new Outbox();
    this.outbox.adopt(this.kept, now);
    this.queue = new Queue(this.outbox, "pending");
    this.look(now);
  }

  /** At each change the browser keeps what is not answered. */
  keep() {
    this.kept = JSON.parse(JSON.stringify(this.outbox.kept()));
  }

  look(now) {
    const after = this.random() < 0.7 ? "" : (this.queue.order.at(Math.floor(this.random() * this.queue.order.length)) ?? "A/").slice(2);
    const { items, isEnd } = this.newsroom.page(after, 7);
    for (const { articleId, commentId } of this.queue.merge(items, { after, isEnd })) {
      const key = keyOf({ articleId, commentId });
      this.queue.resolve(key, this.newsroom.comments.get(key) ?? null, now);
    }
    this.queue.overtaken.forEach((key) => this.forget(key));
    this.queue.overtaken = [];
    this.keep();
  }

  /** Whatever they decided about a comment may not count: it was undone, replaced, or somebody was first. */
  forget(key) {
    for (const decision of this.decided.values()) if (decision.key === key) decision.counts = false;
  }

  decide(now) {
    const verb = this.random() < 0.6 ? "approve" : "reject";
    const key = this.queue.selected;
    const mark = `${this.name}${this.serial++}`;
    const left = this.outbox.left;
    if (!this.queue.decide(verb, now, mark)) return;
    this.forget(key);
    if (this.outbox.waiting.get(key)?.reason === mark) this.decided.set(mark, { key, counts: true });
    else assert.ok(this.outbox.left <= left, "what is not waiting was the contrary of what waited");
    this.keep();
  }

  undo(now) {
    const undone = this.queue.undo(now);
    if (undone) this.forget(undone.key);
    this.keep();
  }

  /** A request, of which the way there, the way back or nothing fails; or the page is closed while it is under way. */
  send(now, fails) {
    const batch = this.outbox.batch(now);
    this.keep();
    if (!batch.length) return;
    const fate = fails ? this.random() : 1;
    if (fate < 0.15) return this.outbox.lost(now, 500);
    const results = this.newsroom.decide(batch, this.name);
    if (fate < 0.3) return this.outbox.lost(now, 500);
    if (fate < 0.4) return this.open(now);
    for (const outcome of this.outbox.answered(results, now)) {
      this.queue.settle(outcome, this.name, now);
      // Somebody was first, with another decision or with the same one.
      const last = this.newsroom.comments.get(outcome.key)?.history.at(-1);
      if (outcome.status !== 200 || last?.by !== this.name) this.forget(outcome.key);
    }
    this.keep();
  }
}

test("in five hundred random days no decision is lost or carried out twice", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const random = randomOf(seed);
    const newsroom = new Newsroom(12);
    const people = ["L", "S"].map((name) => new Moderator(name, newsroom, random));
    let now = 0;
    for (let step = 0; step < 120; step++) {
      now += Math.floor(random() * 1500);
      const person = people[Math.floor(random() * people.length)];
      const what = random();
      if (what < 0.35) person.decide(now);
      else if (what < 0.45) person.undo(now);
      else if (what < 0.55) person.queue.move(random() < 0.5 ? 1 : -1, now);
      else if (what < 0.65) person.look(now);
      else if (what < 0.68) person.open(now);
      else if (what < 0.72) newsroom.add();
      else person.send(now, true);
    }
    for (let i = 0; i < 50 && people.some((person) => person.outbox.left); i++) {
      now += 2000;
      people.forEach((person) => person.send(now, false));
    }
    const marks = [...newsroom.comments.values()].flatMap((c) => c.history.map((past) => past.reason)).filter(Boolean);
    assert.equal(new Set(marks).size, marks.length, `day ${seed}: one was carried out twice`);
    for (const person of people) {
      assert.equal(person.outbox.left, 0, `day ${seed}: all were answered`);
      for (const [mark, { counts, key }] of person.decided) {
        if (counts) assert.ok(marks.includes(mark), `day ${seed}: ${mark} about ${key} was lost`);
      }
    }
  }
});

test("alone, the newsroom has the last word on each comment", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const newsroom = new Newsroom(8);
    const person = new Moderator("L", newsroom, random);
    /** @type {Map<string, string>} the last word on each comment */
    const words = new Map();
    let now = 0;
    for (let step = 0; step < 80; step++) {
      now += Math.floor(random() * 2500);
      const key = person.queue.selected;
      if (random() < 0.5 && key && ["open", "waiting"].includes(person.queue.stateOf(key))) {
        const verb = random() < 0.5 ? "approve" : "reject";
        if (person.queue.decide(verb, now)) words.set(key, STATUS_AFTER[verb]);
        person.keep();
      } else if (random() < 0.2 && key) {
        person.queue.move(random() < 0.5 ? 1 : -1, now);
      } else person.send(now, true);
    }
    for (let i = 0; i < 50; i++) person.send((now += 2000), false);
    for (const [key, status] of words) assert.equal(newsroom.comments.get(key).status, status, `day ${seed}: ${key}`);
    for (const [key, { status }] of newsroom.comments) if (!words.has(key)) assert.equal(status, "pending", `day ${seed}: ${key}`);
  }
});
