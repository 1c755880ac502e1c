import { readConfig } from "./session/config.js";
import { Session } from "./session/session.js";
import { loadPart, loadPhrases } from "./words/words.js";
import { loadAhead } from "./shell/ahead.js";
import "./shell/desk-shell.js";

/** Signs in, reads what the newspaper is, and hands both to the desk. */
const start = async () => {
  const desk = /** @type {import("./shell/desk-shell.js").DeskShell} */ (document.querySelector("nashra-desk"));
  try {
    const config = await readConfig();
    await loadPhrases(config.language);
    await desk.begin(await Session.begin(config));
    loadAhead(loadFieldUndo);
  } catch (fault) {
    desk.fail(fault);
  }
};

/** What is typed is undone field by field, from when the first one is shown. */
const loadFieldUndo = async () => (await loadPart("shell/field-undo", () => import("./shell/field-undo.js"))).undoByField();

start();
