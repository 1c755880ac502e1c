import { Slice } from "prosemirror-model";
import { closeHistory } from "prosemirror-history";
import { Plugin, PluginKey } from "prosemirror-state";
import { within } from "./blocks.js";
import { schema } from "./schema.js";

/**
 * What is pasted is shown at once, as ProseMirror reads it; then the newspaper's own cleaner says what the press makes of
 * it, and that takes its place, unless somebody has changed it meanwhile. Both are one step of undo.
 *
 * @typedef {import("prosemirror-view").EditorView} EditorView
 * @typedef {import("prosemirror-state").Transaction} Transaction
 *
 * @typedef {object} Clean
 * @property {string} bodyHtml what the press makes of it
 * @property {string} lost a sentence about what was not taken; empty if all was
 * @property {typeof import("./settle.js").settle} settle
 *
 * @typedef {object} Pasted
 * @property {number} id
 * @property {number} from
 * @property {number} to
 * @property {Slice} slice what was put there
 * @property {Transaction} tr that put it there
 */

/** @type {PluginKey<Pasted[]>} */
export const pastes = new PluginKey("paste");

let ids = 0;

/**
 * @param {object} newsroom
 * @param {(html: string) => Promise<Clean>} newsroom.clean
 * @param {(lost: string) => void} newsroom.tell
 * @param {(fault: unknown) => void} newsroom.fail the simple reading stays
 * @param {(files: File[]) => void} newsroom.files pictures that were pasted or dropped
 */
export const pastePlugin = ({ clean, tell, fail, files }) =>
  new Plugin({
    key: pastes,
    state: {
      /** @returns {Pasted[]} */
      init: () => [],
      apply(tr, before) {
        /** @type {{add?: Pasted, done?: number} | undefined} */
        const change = tr.getMeta(pastes);
        const moved = tr.docChanged
          ? before.map((pasted) => ({ ...pasted, from: tr.mapping.map(pasted.from, 1), to: tr.mapping.map(pasted.to, -1) }))
          : before;
        if (change?.add) return [...moved, change.add];
        return change?.done === undefined ? moved : moved.filter(({ id }) => id !== change.done);
      },
    },
    props: {
      transformPastedHTML: withoutStyle,
      transformPasted(slice, view) {
        // Cells of another table go into the cells of this one.
        const first = slice.content.firstChild;
        return first?.type === schema.nodes.captioned_table && slice.content.childCount === 1 && within(view.state, schema.nodes.table)
          ? new Slice(first.content.cut(first.child(0).nodeSize), 0, 0)
          : slice;
      },
      handlePaste(view, event, slice) {
        const data = event.clipboardData;
        const html = data?.getData("text/html") ?? "";
        const pictures = picturesOf(data);
        if (pictures.length && !html && !data?.getData("text/plain")) {
          files(pictures);
          return true;
        }
        if (!html || html.includes("data-pm-slice") || slice.content.firstChild?.type === schema.nodes.table) return false;
        const id = paste(view, slice);
        clean(html).then(
          ({ bodyHtml, lost, settle }) => {
            if (!view.isDestroyed) settle(view, id, bodyHtml);
            if (lost) tell(lost);
          },
          (fault) => {
            if (!view.isDestroyed) forget(view, id);
            fail(fault);
          });
        return true;
      },
      handleDrop(_view, event) {
        const pictures = picturesOf(/** @type {DragEvent} */ (event).dataTransfer);
        if (pictures.length) files(pictures);
        if (pictures.length) event.preventDefault();
        return pictures.length > 0;
      },
    },
  });

/** @param {DataTransfer | null | undefined} data */
const picturesOf = (data) => [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

/** @param {EditorView} view @param {Slice} slice */
const paste = (view, slice) => {
  const tr = closeHistory(view.state.tr);
  const single = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1 ? slice.content.firstChild : null;
  if (single) tr.replaceSelectionWith(single, false);
  else tr.replaceSelection(slice);
  let from = Infinity;
  let to = 0;
  tr.mapping.maps.forEach((map, i) => {
    const rest = tr.mapping.slice(i + 1);
    map.forEach((_start, _end, start, end) => {
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  });
  const id = ++ids;
  // Of some HTML the simple reading finds nothing.
  if (from > to) from = to = tr.selection.from;
  tr.setMeta(pastes, { add: { id, from, to, slice: Slice.empty, tr } });
  view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  // Tables may have been mended at once.
  const pasted = pastes.getState(view.state)?.find((other) => other.id === id);
  if (pasted) pasted.slice = view.state.doc.slice(pasted.from, pasted.to);
  return id;
};

/**
 * The policy of the desk lets no style and no script in attributes pass, and complains about each.
 *
 * @param {string} html
 */
const withoutStyle = (html) =>
  html
    .replace(/<style[^>]*>[^]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s|["'])(style|on\w+)\s*=/gi, "$1 data-$2="));

/** The paste stays as it is. @param {EditorView} view @param {number} id */
export const forget = (view, id) => view.dispatch(view.state.tr.setMeta(pastes, { done: id }));
