import { Poll } from "../shell/poll.js";

/** Seconds between two looks. */
const EVERY = 15;

/**
 * Who else writes an article, and whether there is a newer revision of it.
 *
 * The list of articles tells both, for a headline's words, and nothing if nothing has changed; where it does not find the
 * article, its history tells the revision alone.
 */
export class Presence {
  /**
   * @param {import("../shell/desk.js").Desk} desk
   * @param {import("./newsroom.js").Newsroom} newsroom
   * @param {() => import("./draft.js").Base | undefined} base from which the editor began
   * @param {() => void} tell something has changed
   */
  constructor(desk, newsroom, base, tell) {
    this.desk = desk;
    this.newsroom = newsroom;
    this.base = base;
    this.tell = tell;
    /** @type {string[]} */
    this.others = [];
    /** @type {import("./newsroom.js").Revision | undefined} */
    this.newer = undefined;
    /** Whether the newsroom has answered since the article was opened. */
    this.isHeard = false;
    /** @type {{q: string, tag?: string, entry?: {id: string, working?: string[], revisedAt: string}} | undefined} */
    this.seen = undefined;
    this.poll = new Poll(EVERY, () => this.look());
  }

  start() {
    this.poll.start();
    this.look().catch(() => {});
  }

  stop() {
    this.poll.stop();
  }

  async look() {
    const base = this.base();
    if (!base || !this.newsroom.id) return;
    const entry = await this.#entry(base.article.headline).catch(() => undefined);
    const others = (entry?.working ?? []).filter((/** @type {string} */ name) => name !== this.desk.session.name);
    const isSame = entry && entry.revisedAt === base.article.revisedAt;
    const newest = isSame ? undefined : await this.newsroom.newest();
    const newer = newest && newest.revision > (this.base()?.revision ?? 0) ? newest : undefined;
    const isFirst = !this.isHeard;
    this.isHeard = true;
    if (!isFirst && others.join() === this.others.join() && newer?.revision === this.newer?.revision) return;
    this.others = others;
    this.newer = newer;
    this.tell();
  }

  /** @param {string} q */
  async #entry(q) {
    const seen = this.seen?.q === q ? this.seen : undefined;
    const { status, body, etag } = await this.desk.api.get("/api/articles", { query: { q, limit: 20 }, ifNoneMatch: seen?.tag });
    if (status === 304) return seen?.entry;
    const entry = body.items.find((/** @type {{id: string}} */ { id }) => id === this.newsroom.id);
    this.seen = { q, tag: etag ?? undefined, entry };
    return entry;
  }
}
