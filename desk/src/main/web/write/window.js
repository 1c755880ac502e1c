/** Milliseconds that another window has to put its words into the journal. */
const PATIENCE = 3000;

/**
 * The place of the one window of this browser in which an article is written. Whoever opens it in another one goes on there:
 * the first window puts its words into the journal, and steps back.
 */
export class WindowPlace {
  /**
   * @param {string} name
   * @param {() => Promise<unknown>} leave puts all words into the journal; nothing is written here from then on
   */
  constructor(name, leave) {
    this.name = name;
    this.leave = leave;
    this.release = () => {};
    this.channel = new BroadcastChannel("nashra-write");
    this.channel.onmessage = ({ data }) => {
      if (data === this.name) this.yield();
    };
  }

  /** Resolves when no other window writes the article. */
  async take() {
    this.channel.postMessage(this.name);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
      await this.#request({ signal: patience.signal });
    } catch {
      // A window that sleeps has put its words into the journal when it was hidden.
      await this.#request({ steal: true });
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param {LockOptions} options */
  #request(options) {
    return new Promise((resolve, reject) => {
      const held = new Promise((release) => (this.release = () => release(undefined)));
      const granted = () => {
        resolve(undefined);
        return held;
      };
      navigator.locks.request(`write ${this.name}`, options, granted).catch((fault) => {
        reject(fault);
        // It was taken by a window that has not waited.
        if (!options.signal?.aborted) this.yield();
      });
    });
  }

  async yield() {
    this.channel.close();
    await this.leave();
    this.release();
  }

  /** The article is left; its words are in the journal. */
  close() {
    this.channel.close();
    this.release();
  }
}
