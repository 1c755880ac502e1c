import { Session } from "./session/session.js";
import "./shell/desk-shell.js";
import { undoByField } from "./shell/field-undo.js";
import { loadPhrases } from "./words/words.js";

/** Signs in, reads what the newspaper is, and hands both to the desk. */
const start = async () => {
  const desk = /** @type {import("./shell/desk-shell.js").DeskShell} */ (document.querySelector("nashra-desk"));
  try {
    // The page is pressed in the newspaper's language.
    await loadPhrases(document.documentElement.lang.split("-")[0]);
    undoByField();
    await desk.begin(await Session.begin());
  } catch (fault) {
    desk.fail(fault);
  }
};

start();
