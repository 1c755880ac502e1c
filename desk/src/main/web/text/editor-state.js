import { history } from "prosemirror-history";
import { EditorState, Plugin } from "prosemirror-state";
import { directionMarks } from "./direction-marks.js";
import { emptyGalleries } from "./empty-galleries.js";
import { letterKeys, plainKeys } from "./keys.js";
import { pastePlugin } from "./paste.js";

/** Where a plugin comes that is loaded later. @param {string} room as `extras.js` names it */
const room = (room) => new Plugin({ room });

/**
 * The state of an editor with all that it can do at once; {@link withExtras} adds the rest.
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
      room("findings"),
      room("rules"),
      letterKeys(keys),
      room("keys"),
      ...plainKeys(),
      pastePlugin(newsroom),
      room("stars"),
      room("tables"),
      emptyGalleries(),
      room("gaps"),
      directionMarks(direction),
      history({ depth: 500 }),
    ],
  });

/**
 * The same state, with the plugins that were loaded meanwhile.
 *
 * @param {EditorState} state
 * @param {Record<string, () => Plugin>} extras
 */
export const withExtras = (state, extras) =>
  state.reconfigure({ plugins: state.plugins.map((plugin) => extras[plugin.spec.room]?.() ?? plugin) });
