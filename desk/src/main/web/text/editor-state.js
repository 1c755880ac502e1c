import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { EditorState } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { directionMarks } from "./direction-marks.js";
import { emptyGalleries } from "./empty-galleries.js";
import { findingsPlugin } from "./findings.js";
import { letterKeys, namedKeys } from "./keys.js";
import { pastePlugin } from "./paste.js";
import { rules } from "./rules.js";
import { starsPlugin } from "./stars.js";

/**
 * The state of an editor with all that it can do.
 *
 * @param {import("prosemirror-model").Node} doc
 * @param {object} around
 * @param {() => string} around.direction of the page, for a text without words
 * @param {Record<string, import("prosemirror-state").Command>} around.keys more shortcuts
 * @param {Parameters<typeof pastePlugin>[0]} around.newsroom
 */
export const editorState = (doc, { direction, keys, newsroom }) =>
  EditorState.create({
    doc,
    plugins: [
      findingsPlugin(),
      rules(),
      letterKeys(keys),
      ...namedKeys(),
      pastePlugin(newsroom),
      starsPlugin(),
      tableEditing(),
      emptyGalleries(),
      gapCursor(),
      directionMarks(direction),
      history({ depth: 500 }),
    ],
  });
