import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { Plugin } from "prosemirror-state";
import { toggleBlock, toggleBox, toggleList } from "./blocks.js";
import { directionAt, setDirection } from "./directions.js";
import { clearFormats, toggleEmphasis } from "./emphasis.js";
import { leaveCaption, selectFigure } from "./figures.js";
import { schema } from "./schema.js";

/** @typedef {import("prosemirror-state").Command} Command */

const { nodes } = schema;
const isMac = typeof navigator !== "undefined" && /Mac|iP/.test(navigator.platform);

/**
 * Shortcuts by letter: `Mod` is ⌘ on Apple's keyboards and Ctrl on all others.
 *
 * @type {Record<string, Command>}
 */
const LETTERS = {
  "Mod-b": toggleEmphasis("strong"),
  "Mod-i": toggleEmphasis("em"),
  "Mod-e": toggleEmphasis("code"),
  "Mod-\\": clearFormats,
  "Mod-Alt-0": toggleBlock(nodes.paragraph),
  "Mod-Alt-2": toggleBlock(nodes.heading, { level: 2 }),
  "Mod-Alt-3": toggleBlock(nodes.heading, { level: 3 }),
  "Mod-Shift-7": toggleList(nodes.ordered_list),
  "Mod-Shift-8": toggleList(nodes.bullet_list),
  "Mod-Shift-9": toggleBox(nodes.blockquote, { pull: false }),
  "Mod-Shift-x": (state, dispatch) => setDirection(directionAt(state) === "ltr" ? "rtl" : "ltr")(state, dispatch),
  "Mod-z": undo,
  "Mod-Shift-z": redo,
  "Mod-y": redo,
};

/** Latin letters that the keyboard writes count as they are, so that AZERTY works; otherwise the place of the key does. @param {KeyboardEvent} event */
const letterOf = (event) => {
  if (/^Digit\d$/.test(event.code)) return event.code.slice(5);
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  return event.code === "Backslash" ? "\\" : event.code.replace(/^Key/, "").toLowerCase();
};

/** @param {KeyboardEvent} event `Mod-Shift-z`, whatever the keyboard writes */
const shortcutOf = (event) => {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  return `${mod ? "Mod-" : ""}${event.altKey ? "Alt-" : ""}${event.shiftKey ? "Shift-" : ""}${letterOf(event)}`;
};

/** @param {string} shortcut as it is told to people */
export const shownShortcut = (shortcut) =>
  shortcut
    .replace("Mod", isMac ? "⌘" : "Ctrl")
    .replace("Alt", isMac ? "⌥" : "Alt")
    .split(/-(?=.)/)
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join("+");

/** @param {Record<string, Command>} more */
export const letterKeys = (more) => {
  const all = { ...LETTERS, ...more };
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        // AltGr writes letters. The view makes keys itself of what telephones say, without any modifier.
        if (event.getModifierState?.("AltGraph")) return false;
        const command = all[shortcutOf(event)];
        if (!command) return false;
        command(view.state, view.dispatch, view);
        return true;
      },
    },
  });
};

/** @type {Command} */
const lineBreak = chainCommands(exitCode, (state, dispatch) => {
  if (!state.selection.$head.parent.inlineContent || state.selection.$head.parent.type.spec.code) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.line_break.create()).scrollIntoView());
  return true;
});

/** One name for a key, whatever the order of its modifiers: `Mod-Backspace`. @param {string} name */
const keyOf = (name) => {
  const [key, ...modifiers] = name.replace("Mod", isMac ? "Meta" : "Ctrl").split("-").reverse();
  return [...modifiers.sort(), key].join("-");
};

/** @param {KeyboardEvent} event */
const pressed = (event) => {
  const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
  const modifiers = [altKey && "Alt", ctrlKey && "Ctrl", metaKey && "Meta", shiftKey && "Shift"].filter((name) => name);
  return [...modifiers, key.length > 1 ? key : letterOf(event)].join("-");
};

/** Commands by the names of keys. @param {Record<string, Command>} commands */
export const namedKeys = (commands) => {
  const all = new Map(Object.entries(commands).map(([name, command]) => [keyOf(name), command]));
  return new Plugin({
    props: { handleKeyDown: (view, event) => all.get(pressed(event))?.(view.state, view.dispatch, view) ?? false },
  });
};

/** Keys that have the same name on every keyboard. */
export const plainKeys = () => [
  namedKeys({
    Enter: chainCommands(leaveCaption, splitListItem(nodes.list_item)),
    "Shift-Enter": lineBreak,
    Backspace: selectFigure,
    Tab: sinkListItem(nodes.list_item),
    "Shift-Tab": liftListItem(nodes.list_item),
  }),
  namedKeys(baseKeymap),
];
