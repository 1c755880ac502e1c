import { readConfig } from "./session/config.js";
import { Session } from "./session/session.js";
import { loadPhrases } from "./words/words.js";
import { undoByField } from "./shell/field-undo.js";
import "./shell/desk-shell.js";

/** Signs in, reads what the newspaper is, and hands both to the desk. */
const start = async () => {
  undoByField();
  const desk = /** @type {import("./shell/desk-shell.js").DeskShell} */ (document.querySelector("nashra-desk"));
  try {
    const config = await readConfig();
    await loadPhrases(config.language);
    desk.begin(await Session.begin(config));
  } catch (fault) {
    desk.fail(fault);
  }
};

start();
