// What a test measures of a page, in its window: `layout.sideways()` and so on. Each answers plain values.
globalThis.layout = (() => {
  const name = (element) => {
    const own = element.localName + (element.id ? `#${element.id}` : "") + [...element.classList].map((c) => `.${c}`).join("");
    return `${element.parentElement?.localName ?? ""} > ${own} "${(element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  };

  const ancestors = function* (element) {
    for (let each = element; each && each !== document.documentElement; each = each.parentElement) yield each;
  };

  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);

  // For the eyes: shown, larger than a dot, and not clipped away for those who see.
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 2 && box.height > 2
      && ![...ancestors(element)].some((each) => {
        const style = getComputedStyle(each);
        return (style.clipPath !== "none" && style.position === "absolute") || each.matches("[aria-hidden=true].pot, .skip:not(:focus)");
      });
  };

  const lines = (range) => [...new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)))];

  const textNodes = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const all = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) all.push(walker.currentNode);
    return all;
  };

  const rangeOf = (node, from = 0, to = node.length) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range;
  };

  // A link within a sentence, whose height is that of the line: WCAG 2.5.8, "Inline".
  const inSentence = (link) => {
    if (link.localName !== "a" || getComputedStyle(link).display !== "inline") return false;
    let block = link.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    const others = textNodes(block).filter((node) => !node.parentElement.closest("a, button") && node.data.trim().length > 1);
    return others.some((node) => seen(node.parentElement));
  };

  // A headline is a text that leads somewhere. It is as high as its lines, and at least 24 px: WCAG 2.5.8.
  const isHeadline = (link) => link.localName === "a" && link.textContent.trim().length > 24;

  // How far up and down a finger still meets the control, through what is laid over it. The label of a box to tick belongs to it.
  const reach = (control) => Math.max(...[control, ...(control.labels ?? [])].map((part) => reachOf(part, control)));

  const reachOf = (part, control) => {
    part.scrollIntoView({ block: "center", inline: "nearest" });
    const box = part.getBoundingClientRect();
    const across = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
    const mine = (y) => {
      const hit = document.elementFromPoint(across, y);
      const label = hit?.closest("label");
      return Boolean(hit) && (control.contains(hit) || hit.closest("a, button, summary, input, select, textarea") === control
        || (label && (label.control === control)));
    };
    const middle = Math.round(box.top + Math.min(box.height, innerHeight - 4) / 2);
    if (!mine(middle)) return box.height;
    let top = middle;
    let bottom = middle;
    while (top > 0 && middle - top < 60 && mine(top - 1)) top--;
    while (bottom < innerHeight - 1 && bottom - middle < 60 && mine(bottom + 1)) bottom++;
    return bottom - top + 1;
  };

  return {
    /** What is wider than the window or leaves it, but for what scrolls by itself. */
    sideways() {
      const width = document.documentElement.clientWidth;
      const page = document.documentElement.scrollWidth;
      const found = page > width ? [`the page is ${page} px wide`] : [];
      for (const element of document.querySelectorAll("body *")) {
        const { left, right } = element.getBoundingClientRect();
        const leaves = (left < -1 && right > 1) || (right > width + 1 && left < width - 1);
        if (leaves && seen(element) && ![...ancestors(element.parentElement)].some(scrolls)) {
          found.push(`${name(element)} reaches from ${Math.round(left)} to ${Math.round(right)}`);
        }
      }
      return found.slice(0, 6);
    },

    /** Where an element ends, counted from the top of the page; -1 if there is none. */
    end(selector) {
      const element = document.querySelector(selector);
      return element ? Math.round(element.getBoundingClientRect().bottom + scrollY) : -1;
    },

    height(selector) {
      return Math.round(document.querySelector(selector).getBoundingClientRect().height);
    },

    pageHeight() {
      return document.documentElement.scrollHeight;
    },

    /** Where the first line of the article's text ends. */
    firstLineEnd() {
      const [first] = textNodes(document.querySelector("article .body > p"));
      return Math.round([...rangeOf(first).getClientRects()][0].bottom + scrollY);
    },

    /** Controls that are too low for a finger, with their height. */
    low(least, leastOfHeadlines) {
      const controls = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")];
      return controls
        .filter((control) => seen(control) && !inSentence(control))
        .map((control) => ({ control, height: reach(control), least: isHeadline(control) ? leastOfHeadlines : least }))
        .filter(({ height, least: wanted }) => height < wanted)
        .map(({ control, height }) => `${name(control)} is ${Math.round(height)} px high`);
    },

    /** Stories that a page links to more than once, each link of a list item counted once. */
    twice() {
      const seenBefore = new Map();
      const again = [];
      for (const link of document.querySelectorAll("main a[href]")) {
        const path = decodeURI(new URL(link.href).pathname);
        if (!/^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(path)) continue;
        const item = link.closest("li") ?? link;
        if (seenBefore.has(path) && seenBefore.get(path) !== item) again.push(path);
        seenBefore.set(path, item);
      }
      return again;
    },

    /** How many characters the full lines of the article's paragraphs have on average. */
    measure() {
      let characters = 0;
      let full = 0;
      for (const paragraph of document.querySelectorAll("article .body > p")) {
        const counts = new Map();
        for (const node of textNodes(paragraph)) {
          for (let i = 0; i < node.length; i++) {
            const box = rangeOf(node, i, i + 1).getClientRects()[0];
            if (box) counts.set(Math.round(box.bottom), (counts.get(Math.round(box.bottom)) ?? 0) + 1);
          }
        }
        const rows = [...counts.entries()].sort(([a], [b]) => a - b).map(([, count]) => count).slice(0, -1);
        characters += rows.reduce((sum, count) => sum + count, 0);
        full += rows.length;
      }
      return full ? characters / full : 0;
    },

    /** Words of elements that are on more than one line each, or wider than what they are in. */
    broken(selector) {
      return [...document.querySelectorAll(selector)]
        .filter((element) => seen(element)
          && (element.scrollWidth > element.clientWidth + 1
            || textNodes(element).some((node) => [...node.data.matchAll(/\S+/g)]
              .some((word) => lines(rangeOf(node, word.index, word.index + word[0].length)).length > 1))))
        .map(name);
    },
  };
})();
