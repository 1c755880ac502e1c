/**
 * Commands by the places of keys, which are the same whatever the keyboard writes: J is «ت» on an Arabic one. Left hand: decide,
 * right hand: move.
 *
 * @typedef {"approve" | "reject" | "refuse" | "next" | "previous" | "undo" | "help"} Command
 *
 * @type {Record<string, Command>}
 */
const COMMANDS = {
  KeyA: "approve",
  KeyD: "approve",
  KeyR: "reject",
  KeyF: "refuse",
  KeyJ: "next",
  KeyK: "previous",
  KeyZ: "undo",
};

/** Held keys go on through the list, but decide nothing more. */
const REPEATABLE = new Set(["next", "previous"]);

/**
 * The command of a key, none while somebody types, chooses or answers a dialog.
 *
 * @param {Pick<KeyboardEvent, "code" | "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing" | "defaultPrevented">} event
 * @param {boolean} isTyping
 * @returns {Command | undefined}
 */
export const commandOf = (event, isTyping) => {
  if (isTyping || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  // A question mark is in many places.
  if (event.key === "?" || event.key === "؟" || (event.code === "Slash" && event.shiftKey)) return "help";
  if (event.shiftKey) return undefined;
  const command = COMMANDS[event.code];
  return event.repeat && !REPEATABLE.has(command) ? undefined : command;
};

/** @param {EventTarget | null} target */
export const isTyping = (target) => target instanceof Element && target.closest("input, textarea, select, dialog[open], [contenteditable]") !== null;

const OFF = "desk-keys-off";

/** Whether single keys do anything, which disturbs those who speak to their computer. */
export const keysAreOn = () => localStorage.getItem(OFF) === null;

/** @param {boolean} on */
export const turnKeys = (on) => (on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"));
