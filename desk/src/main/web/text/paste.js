import { Slice } from "prosemirror-model";
import { closeHistory } from "prosemirror-history";
import { Plugin, PluginKey } from "prosemirror-state";
import { isInTable } from "prosemirror-tables";
import { readBody } from "./read-body.js";
import { schema } from "./schema.js";

/**
 * What is pasted is shown at once, as ProseMirror reads it; then the newspaper's own cleaner says what the press makes of
 * it, and that takes its place, unless somebody has changed it meanwhile. Both are one step of undo.
 *
 * @typedef {import("prosemirror-view").EditorView} EditorView
 * @typedef {import("prosemirror-state").Transaction} Transaction
 * @typedef {{bodyHtml: string, cleaned: string[]}} Clean
 *
 * @typedef {object} Pasted
 * @property {number} id
 * @property {number} from
 * @property {number} to
 * @property {Slice} slice what was put there
 * @property {Transaction} tr that put it there
 */

/** @type {PluginKey<Pasted[]>} */
const key = new PluginKey("paste");

let ids = 0;

/**
 * @param {object} newsroom
 * @param {(html: string) => Promise<Clean>} newsroom.clean
 * @param {(cleaned: string[]) => void} newsroom.tell what was lost
 * @param {(fault: unknown) => void} newsroom.fail the simple reading stays
 * @param {(files: File[]) => void} newsroom.files pictures that were pasted or dropped
 */
export const pastePlugin = ({ clean, tell, fail, files }) =>
  new Plugin({
    key,
    state: {
      /** @returns {Pasted[]} */
      init: () => [],
      apply(tr, before) {
        /** @type {{add?: Pasted, done?: number} | undefined} */
        const change = tr.getMeta(key);
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
        return first?.type === schema.nodes.captioned_table && slice.content.childCount === 1 && isInTable(view.state)
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
          (answer) => {
            if (!view.isDestroyed) settle(view, id, answer.bodyHtml);
            tell(answer.cleaned);
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
  tr.setMeta(key, { add: { id, from, to, slice: Slice.empty, tr } });
  view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  // Tables may have been mended at once.
  const pasted = key.getState(view.state)?.find((other) => other.id === id);
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

/** @param {EditorView} view @param {number} id */
const forget = (view, id) => view.dispatch(view.state.tr.setMeta(key, { done: id }));

/** @param {EditorView} view @param {number} id @param {string} html */
const settle = (view, id, html) => {
  const { state } = view;
  const pasted = key.getState(state)?.find((other) => other.id === id);
  const isUntouched = pasted && pasted.from <= pasted.to && state.doc.slice(pasted.from, pasted.to).eq(pasted.slice);
  if (!isUntouched || !html) {
    forget(view, id);
    return;
  }
  const tr = state.tr.setMeta(key, { done: id });
  const whole = wholeBlocks(state.doc, pasted);
  if (whole) tr.replace(whole.from, whole.to, new Slice(readBody(html).content, 0, 0));
  else tr.replaceRange(pasted.from, pasted.to, sliceOf(html));
  // One step of undo with the paste.
  view.dispatch(tr.setMeta("appendedTransaction", pasted.tr));
};

/**
 * The blocks that were pasted, if nothing else is in them: the first keeps the attributes that it was pasted with.
 *
 * @param {import("prosemirror-model").Node} doc
 * @param {{from: number, to: number}} pasted
 */
const wholeBlocks = (doc, { from, to }) => {
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  const { depth } = $from;
  if ($from.parent.type !== schema.nodes.paragraph || $from.parentOffset > 0) return undefined;
  if ($to.depth < depth - 1 || $to.node(depth - 1) !== $from.node(-1)) return undefined;
  if ($to.depth < depth) return { from: $from.before(), to };
  for (let inner = $to.depth; inner >= depth; inner--) if ($to.pos + $to.depth - inner !== $to.end(inner)) return undefined;
  return { from: $from.before(), to: $to.after(depth) };
};

/** The blocks of `html`, open at both ends so that the first and the last join what is around them. @param {string} html */
const sliceOf = (html) => {
  const { content } = readBody(html);
  const open = Slice.maxOpen(content, true);
  let openStart = 0;
  let openEnd = 0;
  for (let node = content.firstChild; node && openStart < open.openStart && !node.type.spec.isolating; node = node.firstChild) openStart++;
  for (let node = content.lastChild; node && openEnd < open.openEnd && !node.type.spec.isolating; node = node.lastChild) openEnd++;
  return new Slice(content, openStart, openEnd);
};
