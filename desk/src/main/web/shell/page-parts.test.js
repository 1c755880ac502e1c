import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, apart } from "./page-parts.js";

test("a page is parted from its style, its scripts and what needs none", () => {
  const page =
    '<head><link rel="icon" href="/a>"><style>a{color:red}</style><script type="module" src="/r.js"></script></head>' +
    "<body><noscript><p>x</p></noscript><p>text</p><style media=print>b{}</style></body>";
  assert.deepEqual(apart(page.replace('/a>"', '/a"')), {
    html: '<head><base target="_blank"></head><body><p>text</p></body>',
    styles: ["a{color:red}", "b{}"],
  });
});

test("the style of an element waits in an attribute that no policy reads", () => {
  assert.equal(apart('<img alt=\'a style="x"\' style="background:#eee" width="3">').html, '<img alt=\'a style="x"\' data-style="background:#eee" width="3">');
  assert.equal(apart("<p>a style=\"x\"</p>").html, "<p>a style=\"x\"</p>");
});

test("a page says its address", () => {
  assert.equal(addressOf('<link rel="canonical" href="https://example.org/2026/02/23/a/">'), "/2026/02/23/a/");
  assert.equal(addressOf("<p>none</p>"), undefined);
});
