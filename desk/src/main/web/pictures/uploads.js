import { Problem, SignedOut, Unreachable } from "../api/problem.js";

/**
 * A picture as the API answers it.
 *
 * @typedef {object} Media
 * @property {string} mediaId
 * @property {string} filename
 * @property {string} createdAt
 * @property {"awaiting" | "ready" | "refused" | "removed"} status
 * @property {string} [reason]
 * @property {number} [width]
 * @property {number} [height]
 * @property {string} [colour]
 * @property {{width: number, format: string, bytes: number, url: string}[]} [renditions]
 *
 * @typedef {"waiting" | "sending" | "making" | "ready" | "refused" | "failed"} State
 *
 * What an upload needs of the world.
 *
 * @typedef {object} World
 * @property {Pick<import("../api/api.js").Api, "get" | "post">} api
 * @property {(upload: {url: string, headers: Record<string, string>}, file: File, told: (part: number) => void, signal: AbortSignal) => Promise<number>} put
 *   ends with the status of the answer; throws {@link Unreachable} if none came
 * @property {(millis: number) => Promise<unknown>} wait
 */

/** At once; more would slow each other down. */
const TOGETHER = 3;

/** Milliseconds between two looks whether the renditions are made. */
const LOOKS = [500, 500, 1000, 1000, 2000, 2000, 3000];

/** How often to look before the picture is left to the library: about three minutes. */
const MOST_LOOKS = 60;

/** One file on its way into the newspaper. */
export class Upload {
  /** @param {File} file */
  constructor(file) {
    this.file = file;
    /** @type {State} */
    this.state = "waiting";
    /** Of the file that is sent, 0 to 1. */
    this.part = 0;
    /** Why it is refused or failed. @type {unknown} */
    this.fault = undefined;
    /** @type {Media | undefined} */
    this.media = undefined;
    this.stopping = new AbortController();
  }

  get isOver() {
    return this.state === "ready" || this.state === "refused" || this.state === "failed";
  }
}

/** Sends files, a few at once, and waits until the newspaper has made pictures of them. */
export class Uploads {
  /**
   * @param {World} world
   * @param {() => void} changed called after each change of an upload
   */
  constructor(world, changed) {
    this.world = world;
    this.changed = changed;
    /** In the order in which they were chosen. @type {Upload[]} */
    this.all = [];
  }

  /** @param {Iterable<File>} files */
  add(files) {
    this.all = [...this.all, ...[...files].map((file) => new Upload(file))];
    this.#next();
  }

  /** Sends again what failed. @param {Upload} upload */
  retry(upload) {
    if (upload.state !== "failed") return;
    upload.state = "waiting";
    upload.fault = undefined;
    this.#next();
  }

  /** Takes an upload off the list; what is not sent is not sent. @param {Upload} upload */
  drop(upload) {
    upload.stopping.abort();
    this.all = this.all.filter((other) => other !== upload);
    this.#next();
  }

  /** Whether something would be lost if the page went. */
  get isBusy() {
    return this.all.some(({ state }) => state === "waiting" || state === "sending");
  }

  #next() {
    const sending = this.all.filter(({ state }) => state === "sending").length;
    const waiting = this.all.filter(({ state }) => state === "waiting");
    for (const upload of waiting.slice(0, Math.max(0, TOGETHER - sending))) this.#send(upload);
    this.changed();
  }

  /** @param {Upload} upload */
  async #send(upload) {
    upload.state = "sending";
    upload.part = 0;
    try {
      // What was sent already is only looked for.
      upload.media ??= await this.#transfer(upload);
      upload.state = "making";
      this.#next();
      await this.#made(upload);
    } catch (fault) {
      if (!upload.stopping.signal.aborted) this.#fail(upload, fault);
    }
    this.#next();
  }

  /** @param {Upload} upload @param {unknown} fault */
  #fail(upload, fault) {
    const isKnown = fault instanceof Problem || fault instanceof Unreachable || fault instanceof SignedOut;
    upload.fault = fault;
    upload.state = fault instanceof Problem && !fault.isPassing ? "refused" : "failed";
    if (!isKnown) throw fault;
  }

  /**
   * Each try is announced anew: the address of an upload is good once.
   *
   * @param {Upload} upload
   * @returns {Promise<Media>}
   */
  async #transfer(upload) {
    const { file, stopping } = upload;
    const { body } = await this.world.api.post(
      "/api/media",
      { filename: nameOf(file), contentType: typeOf(file), bytes: file.size },
      { signal: stopping.signal });
    const told = (/** @type {number} */ part) => {
      upload.part = part;
      this.changed();
    };
    const status = await this.world.put(body.upload, file, told, stopping.signal);
    // 412: the file is there, and only the answer to an earlier try was lost.
    if (status !== 412 && (status < 200 || status > 299)) throw new Unreachable();
    return { mediaId: body.mediaId, filename: file.name, createdAt: new Date().toISOString(), status: "awaiting" };
  }

  /** @param {Upload} upload */
  async #made(upload) {
    const id = /** @type {Media} */ (upload.media).mediaId;
    for (let look = 0; look < MOST_LOOKS; look++) {
      await this.world.wait(LOOKS[look] ?? /** @type {number} */ (LOOKS.at(-1)));
      if (upload.stopping.signal.aborted) return;
      try {
        const { body } = await this.world.api.get(`/api/media/${id}`);
        upload.media = body;
      } catch (fault) {
        if (fault instanceof SignedOut || (fault instanceof Problem && !fault.isPassing)) throw fault;
      }
      if (upload.media?.status === "ready") upload.state = "ready";
      if (upload.media?.status === "refused" || upload.media?.status === "removed") upload.state = "refused";
      if (upload.isOver) return;
    }
    throw new Unreachable();
  }
}

/** Systems know no type for some formats of telephones, which the newspaper then names in its refusal. @type {Record<string, string>} */
const TYPES = { heic: "image/heic", heif: "image/heif", avif: "image/avif", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", gif: "image/gif" };

/** @param {File} file */
const typeOf = (file) => file.type || TYPES[file.name.split(".").pop()?.toLowerCase() ?? ""] || "application/octet-stream";

/** Pasted pictures may have no name. @param {File} file */
const nameOf = (file) => file.name || `picture.${file.type.split("/")[1] ?? "bin"}`;
