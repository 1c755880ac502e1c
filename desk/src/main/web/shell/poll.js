/** Does something every so many seconds while the page is visible, and at once when it becomes visible again. */
export class Poll {
  /**
   * @param {number} seconds
   * @param {() => Promise<unknown>} look a failure is no matter: the next look may succeed
   */
  constructor(seconds, look) {
    this.seconds = seconds;
    this.look = look;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.isRunning = false;
    this.onVisible = () => document.visibilityState === "visible" && this.now();
  }

  start() {
    this.isRunning = true;
    document.addEventListener("visibilitychange", this.onVisible);
    this.#later();
  }

  stop() {
    this.isRunning = false;
    document.removeEventListener("visibilitychange", this.onVisible);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  async now() {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.look().catch(() => {});
    // It may have been stopped meanwhile.
    if (this.isRunning && this.timer === undefined) this.#later();
  }

  #later() {
    this.timer = setTimeout(() => (document.visibilityState === "visible" ? this.now() : this.#later()), this.seconds * 1000);
  }
}
