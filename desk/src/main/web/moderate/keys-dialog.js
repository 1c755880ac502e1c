import { html } from "lit";
import { DeskElement } from "../shell/element.js";
import { say } from "../words/words.js";
import { keysAreOn, turnKeys } from "./keys.js";

/** The commands and the keys that give them, as they are written on most keyboards of the desk's language. */
const LINES = [
  ["approve", "KeyA", "KeyD"],
  ["reject", "KeyR"],
  ["refuse", "KeyF"],
  ["next", "KeyJ"],
  ["previous", "KeyK"],
  ["undo", "KeyZ"],
];

/** Shows the keys, and turns them off. */
export class KeysDialog extends DeskElement {
  show() {
    this.dialog.showModal();
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  render() {
    return html`<dialog class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">${say("moderate.keys")}</h2>
      <p class="hint">${say("moderate.keys.hint")}</p>
      <table>
        <tbody>
          ${LINES.map(
            ([command, ...codes]) => html`<tr>
              <th scope="row">${say(`moderate.key.${command}`)}</th>
              <td>${codes.map((code) => html`<kbd dir="ltr">${say(`moderate.${code}`)}</kbd> `)}</td>
            </tr>`,
          )}
          <tr>
            <th scope="row">${say("moderate.keys")}</th>
            <td><kbd>${say("moderate.questionMark")}</kbd></td>
          </tr>
        </tbody>
      </table>
      <label class="check"><input type="checkbox" ?checked=${keysAreOn()} @change=${this.turn} /> ${say("moderate.keys.on")}</label>
      <p><button type="button" class="main" autofocus @click=${() => this.dialog.close()}>${say("moderate.close")}</button></p>
    </dialog>`;
  }

  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  turn(event) {
    turnKeys(event.currentTarget.checked);
  }
}

customElements.define("keys-dialog", KeysDialog);
