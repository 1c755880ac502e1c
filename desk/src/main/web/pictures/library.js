import { folded, hasWords } from "./folded.js";

/**
 * @typedef {import("./uploads.js").Media} Media
 * @typedef {{id: string, headline: string, alt: string, credit?: string}} Use an article that shows a picture at its head
 */

/** Pictures in a part of the list, and articles in theirs. */
const PICTURES = 60;
const ARTICLES = 100;

/** How many parts a search reads by itself before it asks whether to go on. */
const PARTS_OF_SEARCH = 4;

/** Enough to choose from. */
const ENOUGH = 24;

/**
 * The pictures of the newspaper, newest first, as far as they were read. The API lists pictures by their file names alone;
 * what they show is said by the articles at whose head they are. So both lists are read, and searched here.
 */
export class Library {
  /** @param {Pick<import("../api/api.js").Api, "get">} api */
  constructor(api) {
    this.api = api;
    /** @type {Media[]} */
    this.pictures = [];
    /** @type {Map<string, Use[]>} */
    this.uses = new Map();
    /** Where the lists go on; undefined before the first part, empty after the last. @type {string | undefined} */
    this.nextPictures = undefined;
    /** @type {string | undefined} */
    this.nextArticles = undefined;
    /** @type {Promise<unknown> | undefined} */
    this.reading = undefined;
  }

  /** Whether there are pictures or descriptions that were not read yet. */
  get hasMore() {
    return this.nextPictures !== "" || this.nextArticles !== "";
  }

  /** Reads the next part of pictures and of articles. Whoever asks while it is read waits for the same one. */
  async more() {
    this.reading ??= Promise.all([this.#morePictures(), this.#moreArticles()]).finally(() => (this.reading = undefined));
    await this.reading;
  }

  /**
   * Reads on until enough is found, or a few parts were read.
   *
   * @param {string} query
   * @param {AbortSignal} signal
   * @param {() => void} told after each part
   */
  async search(query, signal, told) {
    for (let part = 0; part < PARTS_OF_SEARCH && this.hasMore && this.find(query).length < ENOUGH; part++) {
      if (signal.aborted) return;
      await this.more();
      told();
    }
  }

  /** Of what was read, what the words fit: in a file's name, a description, a credit or a headline. @param {string} query */
  find(query) {
    const words = folded(query.trim());
    if (!words) return this.pictures;
    return this.pictures.filter(({ mediaId, filename }) => {
      const texts = this.usesOf(mediaId).flatMap(({ headline, alt, credit = "" }) => [headline, alt, credit]);
      return hasWords(folded([filename.replace(/[-_.]/g, " "), filename, ...texts].join(" ")), words);
    });
  }

  /** @param {string} mediaId */
  usesOf(mediaId) {
    return this.uses.get(mediaId) ?? [];
  }

  /** Puts a picture to the head of the list. @param {Media} picture */
  add(picture) {
    this.pictures = [picture, ...this.pictures.filter(({ mediaId }) => mediaId !== picture.mediaId)];
  }

  async #morePictures() {
    if (this.nextPictures === "") return;
    const { body } = await this.api.get("/api/media", { query: { limit: PICTURES, cursor: this.nextPictures } });
    const known = new Set(this.pictures.map(({ mediaId }) => mediaId));
    // An upload that never came is no picture.
    const items = /** @type {Media[]} */ (body.items).filter(({ mediaId, status }) => !known.has(mediaId) && (status === "ready" || status === "refused"));
    this.pictures = [...this.pictures, ...items];
    this.nextPictures = body.next ?? "";
  }

  async #moreArticles() {
    if (this.nextArticles === "") return;
    const { body } = await this.api.get("/api/articles", { query: { limit: ARTICLES, cursor: this.nextArticles } });
    for (const { id, headline, image } of body.items) {
      if (image) this.uses.set(image.mediaId, [...this.usesOf(image.mediaId), { id, headline, alt: image.alt, credit: image.credit }]);
    }
    this.nextArticles = body.next ?? "";
  }
}

/**
 * The rendition to show at a width, in a format that every browser reads.
 *
 * @param {Media} picture
 * @param {number} width
 */
export const addressAt = ({ renditions = [] }, width) => {
  const jpgs = renditions.filter(({ format }) => format === "jpg").sort((a, b) => a.width - b.width);
  return (jpgs.find((rendition) => rendition.width >= width) ?? jpgs.at(-1))?.url;
};
