import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { bodyDirection, eachBlock, foundDirection } from "./body-direction.js";

/**
 * Shows each block in the direction that the press will find for it.
 *
 * @typedef {{dirs: string, set: DecorationSet}} Marks
 */

/** @type {PluginKey<Marks>} */
const key = new PluginKey("directions");

/** @param {import("prosemirror-model").Node} doc @param {Marks} [before] @param {import("prosemirror-state").Transaction} [tr] @returns {Marks} */
const marksOf = (doc, before, tr) => {
  /** @type {[number, number, string][]} */
  const found = [];
  let dirs = "";
  eachBlock(doc, (node, pos, around, bare) => {
    if (bare || node.attrs.dir !== null) return;
    const dir = foundDirection(node, around, false);
    dirs += dir ?? ".";
    if (dir) found.push([pos, pos + node.nodeSize, dir]);
  });
  // While somebody types, nothing turns: the decorations move with the text.
  if (before && tr && before.dirs === dirs) return { dirs, set: before.set.map(tr.mapping, doc) };
  return { dirs, set: DecorationSet.create(doc, found.map(([from, to, dir]) => Decoration.node(from, to, { dir }))) };
};

/** @param {() => string} ofPage the direction of a body without words */
export const directionMarks = (ofPage) =>
  new Plugin({
    key,
    state: {
      init: (_, { doc }) => marksOf(doc),
      apply: (tr, before) => (tr.docChanged ? marksOf(tr.doc, before, tr) : before),
    },
    props: {
      decorations: (state) => key.getState(state)?.set,
      attributes: (state) => ({ dir: bodyDirection(state.doc) ?? ofPage() }),
    },
  });
