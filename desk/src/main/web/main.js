import { Session } from "./session/session.js";
import { loadAhead } from "./shell/ahead.js";
import "./shell/desk-shell.js";
import { loadPart, loadPhrases } from "./words/words.js";

/** Signs in, reads what the newspaper is, and hands both to the desk. */
const start = async () => {
  const desk = /** @type {import("./shell/desk-shell.js").DeskShell} */ (document.querySelector("nashra-desk"));
  try {
    // The page is pressed in the newspaper's language.
    await loadPhrases(document.documentElement.lang.split("-")[0]);
    document.addEventListener("focusin", () => loadAhead(undoByField), { once: true });
    await desk.begin(await Session.begin());
  } catch (fault) {
    desk.fail(fault);
  }
};

/** What is typed is undone field by field, from when something has the focus. */
const undoByField = async () => (await loadPart("shell/field-undo", () => import("./shell/field-undo.js"))).undoByField();

start();
