import { del, get, keys, set } from "idb-keyval";

/** @typedef {import("./outbox.js").Kept} Kept */

const PREFIX = "desk-decisions";

/**
 * Keeps in the browser which decisions of a page were not answered, so that whoever closes it loses none. Each page has an
 * entry of its own and holds a lock of the same name while it lives; another page takes over entries without one. They name
 * comments and hold reasons, but nothing that readers wrote.
 */
export class Journal {
  /** @param {string} person each takes over only what is their own: a browser of the newsroom has several */
  constructor(person) {
    this.prefix = `${PREFIX}/${person}/`;
    this.key = this.prefix + crypto.randomUUID();
    /** @type {Kept | undefined} */
    this.next = undefined;
    /** @type {Promise<void> | undefined} */
    this.writing = undefined;
    navigator.locks?.request(this.key, () => new Promise(() => {}));
  }

  /**
   * One write at a time, and always of the latest.
   *
   * @param {Kept} kept
   */
  save(kept) {
    this.next = kept;
    this.writing ??= this.#write();
    return this.writing;
  }

  async #write() {
    try {
      while (this.next) {
        const { flying, waiting } = this.next;
        this.next = undefined;
        await (flying.length + waiting.length ? set(this.key, { flying, waiting }) : del(this.key));
      }
    } finally {
      this.writing = undefined;
    }
  }

  /**
   * Hands over what pages left that are gone.
   *
   * @param {(kept: Kept) => Promise<unknown>} adopt ends when it is kept under this page's name
   */
  async takeOver(adopt) {
    for (const key of await keys()) {
      if (typeof key !== "string" || !key.startsWith(this.prefix) || key === this.key) continue;
      await navigator.locks?.request(key, { ifAvailable: true }, async (lock) => {
        const kept = lock ? await get(key) : undefined;
        if (!kept) return;
        await adopt(kept);
        await del(key);
      });
    }
  }
}
