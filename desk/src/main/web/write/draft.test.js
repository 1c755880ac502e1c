import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem, SignedOut, Unreachable } from "../api/problem.js";
import { fieldsOf, fieldsOfCopy, same } from "./article.js";
import { Draft, Undecided } from "./draft.js";
import { FakeNewsroom, FakeServer } from "./newsroom.fake.js";
import { baseOf, open } from "./opening.js";
import { randomOf } from "./random.js";

/** @typedef {import("./fields.js").Fields} Fields */

/** Everything that was promised and can happen now. */
const settled = async () => {
  for (let n = 0; n < 6; n++) await new Promise((resolve) => setImmediate(resolve));
};

/** A clock that only tests move. */
class Time {
  now = 1_000_000;
  /** @type {Set<{at: number, act: () => void}>} */
  timers = new Set();

  /** @param {number} milliseconds @param {() => void} act */
  after(milliseconds, act) {
    const timer = { at: this.now + milliseconds, act };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  /** @param {number} milliseconds */
  async pass(milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      await settled();
      const next = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.now = Math.max(this.now, next.at);
      this.timers.delete(next);
      next.act();
    }
    this.now = end;
    await settled();
  }
}

/** A browser whose journal outlives its windows. */
class Browser {
  /** @type {Map<string, any>} */
  journal = new Map();
  time = new Time();
  server = new FakeServer();
  fails = false;
  keys = 0;
  /** @type {() => "ok" | "lost" | "lostAnswer"} */
  fate = () => "ok";
  /** How long a request takes, and its answer, in milliseconds. */
  delay = () => 0;

  /** Opens the article, or goes on with what the journal has of a new one. @param {string} [id] */
  open(id) {
    const entry = structuredClone(this.journal.get(id ?? "new"));
    const window = new Window(this, id);
    if (!id) return window.begin({ entry, fields: entry?.fields ?? {} });
    const { revisions } = this.server.article(id);
    const copy = this.server.copy(id, "me");
    const bases = new Map(revisions.map((json, n) => [n + 1, baseOf({ ...json, revision: n + 1 })]));
    const opened = open(bases, entry, copy, "me");
    return window.begin({ id, entry, copy, base: opened.base, fields: opened.fields });
  }
}

class Window {
  /** @param {Browser} browser @param {string | undefined} id */
  constructor(browser, id) {
    this.browser = browser;
    this.isDead = false;
    this.isLost = () => true;
    this.die = () => {};
    this.death = new Promise((resolve) => (this.die = () => resolve(undefined)));
    /** @type {Fields} */
    this.form = {};
    this.newsroom = new FakeNewsroom(browser.server, "me", id, async () => {
      const delay = browser.delay();
      if (delay) {
        const passed = new Promise((resolve) => void browser.time.after(delay, () => resolve(undefined)));
        await Promise.race([passed, this.death]);
      }
      // What was on the way when the window was closed is carried out or not, and nobody hears of it.
      if (this.isDead && this.isLost()) await new Promise(() => {});
      return browser.fate();
    });
  }

  /** @param {import("./draft.js").Opened} opened */
  begin(opened) {
    const { browser } = this;
    this.form = opened.fields;
    let key = opened.id ?? "new";
    this.address = opened.id;
    const write = (/** @type {() => void} */ act) => async () => {
      if (browser.fails) throw new Error("QuotaExceededError");
      if (!this.isDead) act();
    };
    this.draft = new Draft(
      {
        newsroom: this.newsroom,
        journal: {
          keep: (entry) => write(() => browser.journal.set(key, structuredClone(entry)))(),
          forget: write(() => browser.journal.delete(key)),
          become: (id, entry) => write(() => {
            browser.journal.delete(key);
            browser.journal.set((key = this.address = id), structuredClone(entry));
          })(),
        },
        read: () => ({ ...this.form }),
        tell: () => {},
        now: () => browser.time.now,
        after: (milliseconds, act) => browser.time.after(milliseconds, () => this.isDead || act()),
        key: () => `key${++browser.keys}`,
      },
      opened);
    return this;
  }

  /** @param {Fields} fields */
  type(fields) {
    this.form = { ...this.form, ...fields };
    this.of.typed();
  }

  /** @param {boolean} isLost what is on its way */
  async kill(isLost = true) {
    this.isDead = true;
    // The answer is lost in any case.
    this.isLost = () => isLost || !(this.isLost = () => true);
    this.die();
    await settled();
  }

  get of() {
    return /** @type {Draft} */ (this.draft);
  }

  get id() {
    return /** @type {string} */ (this.of.id);
  }

  get copy() {
    const copy = this.browser.server.copy(this.id, "me");
    return copy && fieldsOfCopy(copy.json, this.of.base?.fields ?? {});
  }
}

test("words are in the journal within a second, and in the newsroom soon after the last key", async () => {
  const browser = new Browser();
  const window = browser.open();
  window.type({ headline: "أ" });
  await browser.time.pass(500);
  assert.deepEqual(browser.journal.get("new").fields, { headline: "أ" });
  assert.equal(browser.server.requests, 0);
  await browser.time.pass(2000);
  assert.equal(window.id, "id0");
  assert.ok(!browser.journal.has("new"));
  window.type({ bodyHtml: "<p>ب</p>" });
  await browser.time.pass(2500);
  assert.deepEqual(window.copy, { headline: "أ", bodyHtml: "<p>ب</p>" });
  const { requests } = browser.server;
  window.of.typed();
  await browser.time.pass(60_000);
  assert.equal(browser.server.requests, requests, "no change, no request");
});

test("who types without a pause is saved every few seconds", async () => {
  const browser = new Browser();
  const window = browser.open();
  for (let n = 0; n < 100; n++) {
    window.type({ headline: `أ${n}` });
    await browser.time.pass(200);
  }
  assert.ok(browser.server.requests >= 2 && browser.server.requests <= 4, String(browser.server.requests));
});

test("a new article without a headline stays on the device", async () => {
  const browser = new Browser();
  const window = browser.open();
  window.type({ bodyHtml: "<p>ب</p>", headline: " " });
  await browser.time.pass(60_000);
  assert.equal(browser.server.requests, 0);
  await window.kill();
  assert.equal(browser.open().form.bodyHtml, "<p>ب</p>");
});

test("a creation whose answer is lost makes one article", async () => {
  const browser = new Browser();
  browser.fate = () => "lostAnswer";
  const window = browser.open();
  window.type({ headline: "أ" });
  await browser.time.pass(2000);
  assert.equal(window.of.trouble?.kind, "away");
  window.type({ headline: "أب" });
  await browser.time.pass(1000);
  await window.kill();
  browser.fate = () => "ok";
  const again = browser.open();
  assert.equal(again.form.headline, "أب");
  await again.of.save();
  await browser.time.pass(5000);
  assert.equal(browser.server.articles.size, 1);
  assert.deepEqual(again.copy, { headline: "أب" });
});

test("a field that is not right yet does not keep the others from the newsroom", async () => {
  const browser = new Browser();
  const window = browser.open();
  window.type({ headline: "أ", section: "wrong", city: "فاس" });
  await browser.time.pass(5000);
  assert.deepEqual(browser.server.article(window.id).revisions, [{ headline: "أ", city: "فاس", status: "draft" }]);
  assert.equal(window.copy?.section, "wrong");
  window.type({ headline: "wrong" });
  await browser.time.pass(5000);
  assert.equal(window.copy?.headline, "wrong");
});

test("an article whose headline is refused stays on the device until it has another", async () => {
  const browser = new Browser();
  const window = browser.open();
  window.type({ headline: "wrong" });
  await browser.time.pass(60_000);
  assert.equal(window.of.trouble?.kind, "refused");
  assert.equal(browser.server.requests, 1);
  window.type({ headline: "أ" });
  await browser.time.pass(5000);
  assert.equal(browser.server.article(window.id).revisions[0].headline, "أ");
  assert.equal(window.of.trouble, undefined);
});

test("offline, tries are rarer and rarer, and typing makes no more of them", async () => {
  const browser = new Browser();
  browser.fate = () => "lost";
  const window = browser.open();
  for (let n = 0; n < 300; n++) {
    window.type({ headline: `أ${n}` });
    await browser.time.pass(1000);
  }
  assert.ok(browser.server.requests <= 11, String(browser.server.requests));
  browser.fate = () => "ok";
  await window.of.again();
  assert.equal(window.of.trouble, undefined);
  assert.equal(browser.server.article(window.id).revisions[0].headline, "أ7", "the creation is sent as it was begun");
  await browser.time.pass(10_000);
  assert.equal(window.copy?.headline, "أ299");
});

/** A window with an article of one revision. @param {Browser} browser */
const withArticle = async (browser) => {
  browser.server.create({ headline: "أ", status: "draft" }, "k");
  return browser.open("id0");
};

test("a revision takes the working copy and the journal away", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  window.type({ headline: "ب" });
  await browser.time.pass(3000);
  assert.ok(window.copy && browser.journal.has("id0"));
  const receipt = await window.of.revise("published", { minor: true });
  assert.equal(receipt.revision, 2);
  assert.deepEqual(browser.server.article("id0").revisions[1], { headline: "ب", status: "published", minor: true });
  assert.ok(!window.copy && !browser.journal.has("id0"));
  assert.ok(!window.of.isChanged && window.of.isSaved);
});

test("what is typed while a revision is on the way is kept, and saved after it", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  window.type({ headline: "ب" });
  const revising = window.of.revise("draft");
  window.type({ headline: "ج" });
  await revising;
  assert.equal(browser.journal.get("id0").fields.headline, "ج");
  await browser.time.pass(5000);
  assert.deepEqual(browser.server.copy("id0", "me")?.json, { basedOn: 2, headline: "ج" });
});

test("a revision of a new article makes one article and no more revisions than are asked for", async () => {
  const browser = new Browser();
  const window = browser.open();
  window.type({ headline: "أ" });
  const receipt = await window.of.revise("draft");
  assert.equal(receipt.revision, 1);
  const published = await window.of.revise("published");
  assert.equal(published.revision, 2);
});

test("a copy that could not be taken away is taken away later, and is never shown as newer words", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  window.type({ headline: "ب" });
  await browser.time.pass(3000);
  let requests = 0;
  browser.fate = () => (++requests > 2 ? "lost" : "ok");
  await window.of.revise("draft");
  await window.kill();
  browser.fate = () => "ok";
  const again = browser.open("id0");
  assert.equal(again.of.base?.revision, 2);
  assert.ok(!again.of.isChanged);
  await again.of.save();
  assert.equal(again.copy, undefined);
  assert.ok(!browser.journal.has("id0"));
});

test("a colleague's newer revision refuses ours, and nothing is saved until it is decided", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  window.type({ headline: "ب" });
  browser.server.revise("id0", { headline: "ج", status: "draft" }, 1);
  await assert.rejects(window.of.revise("draft"), (fault) => fault instanceof Problem && fault.status === 412);
  window.of.stop();
  const { requests } = browser.server;
  window.type({ headline: "بب" });
  await browser.time.pass(60_000);
  await assert.rejects(window.of.revise("draft"), Undecided);
  assert.equal(browser.server.requests, requests);
  assert.equal(browser.journal.get("id0").fields.headline, "بب");
  await window.of.rebase(baseOf({ headline: "ج", revision: 2, status: "draft" }));
  assert.equal((await window.of.revise("draft")).revision, 3);
});

test("another window's working copy is not written over", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  const elsewhere = { basedOn: 1, headline: "من جهاز آخر" };
  browser.server.saveCopy("id0", "me", elsewhere, undefined);
  window.type({ headline: "ب" });
  await browser.time.pass(60_000);
  assert.equal(window.of.trouble?.kind, "otherCopy");
  const other = /** @type {import("./draft.js").Copy} */ (window.of.trouble?.other);
  assert.deepEqual(other.json, elsewhere);
  assert.deepEqual(browser.server.copy("id0", "me")?.json, elsewhere);
  await window.of.rebase(/** @type {import("./draft.js").Base} */ (window.of.base), other);
  assert.equal(window.copy?.headline, "ب");
});

test("a copy that was taken away elsewhere is begun again", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  window.type({ headline: "ب" });
  await browser.time.pass(3000);
  browser.server.article("id0").copies.clear();
  window.type({ headline: "ج" });
  await browser.time.pass(6000);
  assert.equal(window.copy?.headline, "ج");
});

test("a sign-in that has ended keeps the words here, and nothing is tried until the person asks", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  browser.fate = () => {
    throw new SignedOut();
  };
  window.type({ headline: "ب" });
  await browser.time.pass(60_000);
  assert.equal(window.of.trouble?.kind, "signedOut");
  assert.equal(browser.server.requests, 1);
  assert.equal(browser.journal.get("id0").fields.headline, "ب");
  browser.fate = () => "ok";
  await window.of.again();
  assert.equal(window.copy?.headline, "ب");
});


test("words for an article that is gone stay here", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  browser.server.articles.clear();
  window.type({ headline: "ب" });
  await browser.time.pass(60_000);
  assert.equal(window.of.trouble?.kind, "gone");
  assert.equal(browser.journal.get("id0").fields.headline, "ب");
  assert.equal(browser.server.requests, 1);
});

test("a journal that takes nothing is told, and the newsroom gets the words all the same", async () => {
  const browser = new Browser();
  browser.fails = true;
  const window = browser.open();
  window.type({ headline: "أ" });
  await browser.time.pass(3000);
  assert.ok(window.of.journalFails);
  assert.equal(browser.server.article(window.id).revisions[0].headline, "أ");
});

test("what is closed has its last words in the journal and in the newsroom", async () => {
  const browser = new Browser();
  const window = await withArticle(browser);
  window.type({ headline: "ب" });
  const closing = window.of.close();
  window.form = { headline: "another article" };
  await closing;
  assert.equal(browser.journal.get("id0").fields.headline, "ب");
  assert.equal(window.copy?.headline, "ب");
});

test("whatever happens to windows and network, at most a second is lost, and the newsroom has all of it in the end", async () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = randomOf(seed);
    const browser = new Browser();
    const fates = /** @type {const} */ (["ok", "ok", "ok", "lost", "lostAnswer"]);
    browser.fate = () => fates[random.below(fates.length)];
    browser.delay = () => random.below(3) * random.below(2000);
    let window = browser.open();
    /** What was typed, with its time. @type {{at: number, fields: Fields}[]} */
    const typed = [{ at: 0, fields: {} }];
    for (let step = 0; step < 40; step++) {
      if (random.chance(0.6)) {
        window.type({ [random.chance(0.3) ? "headline" : "bodyHtml"]: `${step}` });
        typed.push({ at: browser.time.now, fields: { ...window.form } });
      } else if (random.chance(0.15)) {
        window.of.revise("draft").catch(expected);
      } else if (random.chance(0.3)) {
        await window.kill(random.chance(0.5));
        window = browser.open(window.address);
        const kept = typed.findLastIndex(({ fields }) => same(fields, fieldsOf(window.form)));
        assert.ok(kept >= 0, `seed ${seed}, step ${step}: ${JSON.stringify(window.form)}`);
        const lost = typed[kept + 1];
        assert.ok(!lost || lost.at > browser.time.now - 1000, `seed ${seed}, step ${step}: ${JSON.stringify(lost)}`);
        typed.splice(kept + 1);
        window.of.save();
      }
      await browser.time.pass([5, 300, 2500][random.below(3)]);
      assert.ok(window.newsroom.most <= 1, `seed ${seed}: one save in flight`);
    }
    browser.fate = () => "ok";
    browser.delay = () => 0;
    window.type({ headline: "آخر كلمة" });
    await window.of.again();
    await browser.time.pass(120_000);
    assert.equal(browser.server.articles.size, 1, `seed ${seed}`);
    assert.equal(window.of.trouble, undefined, `seed ${seed}`);
    const newest = window.copy ?? fieldsOf(/** @type {Fields} */ (browser.server.article("id0").revisions.at(-1)));
    assert.deepEqual(newest, window.form, `seed ${seed}`);
    assert.ok(window.of.isSaved, `seed ${seed}`);
  }
});

/** @param {unknown} fault */
const expected = (fault) => {
  if (!(fault instanceof Unreachable || fault instanceof Undecided || fault instanceof Problem)) throw fault;
};
