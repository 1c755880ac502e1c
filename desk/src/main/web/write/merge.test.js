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
      if (random.chance(0.6)) texts.push(`${who}${n++} for ${text}`);
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
