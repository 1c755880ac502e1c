import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { say } from "../words/words.js";
import { toggleBlock, toggleBox, toggleList, within } from "./blocks.js";
import { directionAt, setDirection } from "./directions.js";
import { clearFormats, hasEmphasis, toggleEmphasis } from "./emphasis.js";
import { insertBlock, removeFigure } from "./figures.js";
import { linkAt } from "./links.js";
import { schema } from "./schema.js";
import { insertTable, toCaption } from "./table-commands.js";

/**
 * The buttons of the editor, as they stand for a state of the text.
 *
 * @typedef {import("./text-tools.js").Tool} Tool
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-state").Command} Command
 *
 * @typedef {object} Actions
 * @property {(command: Command) => void} run
 * @property {() => void} link
 * @property {() => void} card
 * @property {(many: boolean) => void} pictures
 * @property {() => void} describe asks for the description of the picture at the cursor
 * @property {() => void} numbering asks for the number of the list's first item
 */

const { nodes } = schema;

/** @param {string} label `text.undo` */
const idOf = (label) => label.replace(/^text\./, "");

/** @param {EditorState} state @param {Actions} actions @returns {Tool[][]} */
export const mainTools = (state, actions) => {
  const heading = within(state, nodes.heading)?.node.attrs.level;
  const list = within(state, nodes.bullet_list, nodes.ordered_list)?.node.type;
  const box = within(state, nodes.blockquote)?.node.attrs.pull;
  const dir = directionAt(state);
  /** @param {string} label @param {Command} command @param {Partial<Tool>} [more] @returns {Tool} */
  const tool = (label, command, more) => ({ id: idOf(label), label: say(label), icon: idOf(label), run: () => actions.run(command), ...more });
  return [
    [
      tool("text.undo", undo, { keys: "Mod-z", disabled: !undoDepth(state) }),
      tool("text.redo", redo, { keys: "Mod-Shift-z", disabled: !redoDepth(state) }),
    ],
    [
      tool("text.h2", toggleBlock(nodes.heading, { level: 2 }), { icon: undefined, text: say("text.h2Sign"), keys: "Mod-Alt-2", pressed: heading === 2 }),
      tool("text.h3", toggleBlock(nodes.heading, { level: 3 }), { icon: undefined, text: say("text.h3Sign"), keys: "Mod-Alt-3", pressed: heading === 3 }),
    ],
    [
      tool("text.strong", toggleEmphasis("strong"), { keys: "Mod-b", pressed: hasEmphasis(state, "strong") }),
      tool("text.em", toggleEmphasis("em"), { keys: "Mod-i", pressed: hasEmphasis(state, "em") }),
      { id: "link", label: say("text.link"), icon: "link", keys: "Mod-k", pressed: linkAt(state).href !== undefined, run: actions.link },
      tool("text.clear", clearFormats, { keys: "Mod-\\" }),
    ],
    [
      tool("text.bullet_list", toggleList(nodes.bullet_list), { keys: "Mod-Shift-8", pressed: list === nodes.bullet_list }),
      tool("text.ordered_list", toggleList(nodes.ordered_list), { keys: "Mod-Shift-7", pressed: list === nodes.ordered_list }),
    ],
    [
      tool("text.quote", toggleBox(nodes.blockquote, { pull: false }), { keys: "Mod-Shift-9", pressed: box === false }),
      tool("text.pull", toggleBox(nodes.blockquote, { pull: true }), { pressed: box === true }),
      tool("text.aside", toggleBox(nodes.aside), { pressed: Boolean(within(state, nodes.aside)) }),
    ],
    [
      { id: "picture", label: say("text.picture"), icon: "picture", run: () => actions.pictures(false) },
      { id: "gallery", label: say("text.gallery"), icon: "gallery", run: () => actions.pictures(true) },
      { id: "card", label: say("text.card"), icon: "card", run: actions.card },
      tool("text.table", insertTable, { disabled: Boolean(within(state, nodes.table)) }),
      tool("text.rule", insertBlock(nodes.rule.create())),
    ],
    [
      tool("text.rtl", setDirection("rtl"), { pressed: dir === "rtl" }),
      tool("text.ltr", setDirection("ltr"), { pressed: dir === "ltr" }),
    ],
  ];
};

/**
 * What can be done with the table, picture, card or numbered list around the cursor.
 *
 * @param {EditorState} state
 * @param {Actions} actions
 * @param {typeof import("./extras.js")} [extras] once they are loaded
 */
export const placeTools = (state, actions, extras) => {
  /** @param {string} label @param {Command} command @returns {Tool} */
  const tool = (label, command) => ({ id: idOf(label), label: say(label), disabled: !command(state), run: () => actions.run(command) });
  const remove = tool("text.remove", removeFigure);
  if (within(state, nodes.captioned_table)) {
    return {
      label: say("text.table"),
      groups: [
        ...(extras?.tableTools(tool) ?? []),
        [tool("text.caption", toCaption), { ...remove, label: say("text.removeTable") }],
      ],
    };
  }
  if (within(state, nodes.picture)) {
    return {
      label: say("text.picture"),
      groups: [[{ id: "describe", label: say("text.describe"), run: actions.describe }, { ...remove, label: say("text.removePicture") }]],
    };
  }
  if (within(state, nodes.card)) {
    return {
      label: say("text.card"),
      groups: [[{ id: "address", label: say("text.address"), run: actions.card }, { ...remove, label: say("text.removeCard") }]],
    };
  }
  if (within(state, nodes.ordered_list)) {
    return { label: say("text.ordered_list"), groups: [[{ id: "start", label: say("text.start"), run: actions.numbering }]] };
  }
  return undefined;
};
