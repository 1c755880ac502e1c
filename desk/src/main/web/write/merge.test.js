import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf } from "./blocks.js";
import { merge, mergeBlocks, settle } from "./merge.js";
import { randomOf } from "./random.js";

const p = (/** @type {string[]} */ ...texts) => texts.map((text) => `<p>${text}</p>`).join("");

test("fields that only one changed merge by themselves", () => {
  const base = { headline: "أ", section: "politics", tags: ["x"], byline: "سلمى" };
  const mine = { headline: "ب", section: "politics", tags: ["x"] };
  const theirs = { headline: "أ", section: "sports", tags: ["x", "y"], byline: "سلمى" };
  assert.deepEqual(merge(base, mine, theirs), { fields: { headline: "ب", section: "sports", tags: ["x", "y"] }, conflicts: [] });
});

test("what both changed is asked", () => {
  const merged = merge({ headline: "أ", tags: ["a", "b"] }, { headline: "ب", tags: ["a", "c"] }, { headline: "ج", tags: ["b", "d"] });
  assert.deepEqual(merged.conflicts.map(({ field }) => field.name), ["headline", "tags"]);
  assert.deepEqual(settle(merged, ["mine", "theirs"]), { headline: "ب", tags: ["b", "d"] });
  assert.deepEqual(settle(merged, ["both", "both"]), { headline: "ب ج", tags: ["c", "d"] });
});

test("who emptied a field and who changed it are asked, and there is no both", () => {
  const merged = merge({ city: "فاس" }, {}, { city: "طنجة" });
  assert.deepEqual(merged.conflicts.map(({ canBeBoth }) => canBeBoth), [false]);
  assert.deepEqual(settle(merged, ["mine"]), {});
});

test("neighbouring paragraphs merge by themselves", () => {
  const [merged] = [merge({ bodyHtml: p("1", "2", "3") }, { bodyHtml: p("1", "2m", "3") }, { bodyHtml: p("1", "2", "3t", "4t") })];
  assert.deepEqual(merged.conflicts, []);
  assert.deepEqual(blocksOf(settle(merged, []).bodyHtml), blocksOf(p("1", "2m", "3t", "4t")));
});

test("one paragraph that both changed is asked alone", () => {
  const merged = merge({ bodyHtml: p("1", "2", "3") }, { bodyHtml: p("0", "1", "2m", "3") }, { bodyHtml: p("1", "2t", "3") });
  assert.deepEqual(merged.conflicts.map(({ base, mine, theirs }) => [base, mine, theirs]), [[["<p>2</p>"], ["<p>2m</p>"], ["<p>2t</p>"]]]);
  assert.deepEqual(blocksOf(settle(merged, ["both"]).bodyHtml), blocksOf(p("0", "1", "2m", "2t", "3")));
});

test("a paragraph that was split, with its end joined to the next, is one place", () => {
  const merged = merge({ bodyHtml: p("1 2", "3", "4") }, { bodyHtml: p("1", "2 3", "4") }, { bodyHtml: p("1 2", "3t", "4") });
  assert.deepEqual(merged.conflicts.map(({ base }) => base), [["<p>1 2</p>", "<p>3</p>"]]);
});

test("the same insertion by both is there once", () => {
  assert.deepEqual(mergeBlocks(p("1"), p("1", "2"), p("1", "2")), [["<p>1</p>"], ["<p>2</p>"]]);
});

/**
 * A text of some editor: paragraphs of the base changed, taken away, and new ones between them. Each new text is said once.
 *
 * @param {string[]} base
 * @param {string} who
 * @param {ReturnType<typeof randomOf>} random
 */
const edited = (base, who, random) => {
  let n = 0;
  const texts = [];
  const kept = new Set();
  const share = [0.05, 0.2, 0.5][random.below(3)];
  for (const text of base) {
    while (random.chance(share)) texts.push(`${who}${n++}`);
    if (random.chance(share)) {
      if (random.chance(0.6)) texts.push(`${who}${n++}_${text}`);
    } else {
      texts.push(text);
      kept.add(text);
    }
  }
  while (random.chance(share)) texts.push(`${who}${n++}`);
  return { texts, kept, own: texts.filter((text) => !base.includes(text)) };
};

test("of a thousand random pairs of edits nothing is lost or doubled", () => {
  let conflicts = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const random = randomOf(seed);
    const base = Array.from({ length: random.below(30) }, (_, n) => `base${n}`);
    const mine = edited(base, "mine", random);
    const theirs = edited(base, "theirs", random);
    const merged = merge({ bodyHtml: p(...base) }, { bodyHtml: p(...mine.texts) }, { bodyHtml: p(...theirs.texts) });
    conflicts += merged.conflicts.length;
    const settled = settle(merged, merged.conflicts.map(() => "both"));
    const found = blocksOf(settled.bodyHtml ?? "").map((block) => block.slice(3, -4));
    const expected = [...base.filter((text) => mine.kept.has(text) && theirs.kept.has(text)), ...mine.own, ...theirs.own];
    assert.deepEqual([...found].sort(), expected.sort(), `seed ${seed}`);
    // What each of them wrote is in the order in which they wrote it.
    for (const { texts } of [mine, theirs]) {
      const own = texts.filter((text) => found.includes(text));
      assert.deepEqual(found.filter((text) => own.includes(text)), own, `seed ${seed}`);
    }
    for (const choice of /** @type {const} */ (["mine", "theirs"])) {
      const one = blocksOf(settle(merged, merged.conflicts.map(() => choice)).bodyHtml ?? "");
      assert.equal(new Set(one).size, one.length, `seed ${seed}: nothing twice`);
    }
  }
  assert.ok(conflicts > 300, `${conflicts} conflicts were tried`);
});

/**
 * The paragraphs of an editor who adds words, takes some of the base away, and splits and joins paragraphs.
 *
 * @param {string[]} base
 * @param {string} who
 * @param {(word: string) => boolean} mayGo
 * @param {ReturnType<typeof randomOf>} random
 */
const reworked = (base, who, mayGo, random) => {
  const texts = base.map((text) => text.split(" "));
  const gone = new Set();
  const own = [];
  for (let n = 1 + random.below(10); n > 0; n--) {
    const at = random.below(texts.length);
    const text = texts[at];
    const place = random.below(text.length);
    if (random.chance(0.6)) {
      own.push(`${who}${n}`);
      text.splice(random.below(text.length + 1), 0, `${who}${n}`);
    } else if (random.chance(0.4)) {
      if (text.length > 1 && mayGo(text[place])) gone.add(text.splice(place, 1)[0]);
    } else if (random.chance(0.5)) {
      if (place) texts.splice(at, 1, text.slice(0, place), text.slice(place));
    } else if (at) texts.splice(at - 1, 2, [...texts[at - 1], ...text]);
  }
  return { html: p(...texts.map((text) => text.join(" "))), gone, own };
};

test("of words that two add and take away in paragraphs that they split and join, none is lost or doubled", () => {
  let conflicts = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const random = randomOf(seed);
    const base = Array.from({ length: 12 }, (_, n) => Array.from({ length: 8 }, (_, m) => `${"ab"[m % 2]}${n}w${m}`).join(" "));
    const mine = reworked(base, "mine", (word) => word[0] === "a", random);
    const theirs = reworked(base, "theirs", (word) => word[0] === "b", random);
    const merged = merge({ bodyHtml: p(...base) }, { bodyHtml: mine.html }, { bodyHtml: theirs.html });
    conflicts += merged.conflicts.length;
    const settled = settle(merged, merged.conflicts.map(() => "both")).bodyHtml;
    const kept = base.join(" ").split(" ").filter((word) => !mine.gone.has(word) && !theirs.gone.has(word));
    assert.deepEqual(settled.replace(/<[^>]*>/g, " ").match(/\w+/g).sort(), [...kept, ...mine.own, ...theirs.own].sort(), `seed ${seed}`);
  }
  assert.ok(conflicts > 300, `${conflicts} conflicts were tried`);
});
