import { apart } from "./page-parts.js";

/** The one policy by which a page of the newspaper becomes HTML here. Its scripts are out, and the frame runs none. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("nashra-preview", {
  createHTML: (/** @type {string} */ html) => html,
});

/**
 * Shows a page of the newspaper as readers see it, in a window of `width` pixels that is scaled to fit. It runs no script,
 * and its links lead nowhere. The desk's content policy lets no page bring its style, so that is taken out and put in as a
 * constructed style sheet.
 *
 * Who shows it sets `label` and `width`, and calls `show(page)`.
 */
export class PageFrame extends HTMLElement {
  constructor() {
    super();
    this.label = "";
    this.pixels = 1280;
    /** @type {HTMLIFrameElement | undefined} */
    this.frame = undefined;
    /** @type {HTMLIFrameElement | undefined} */
    this.coming = undefined;
    this.observer = new ResizeObserver(() => this.fit());
  }

  connectedCallback() {
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
    // A frame that was taken out of the page has lost what it showed.
    this.frame?.remove();
    this.coming?.remove();
    this.frame = this.coming = undefined;
  }

  get width() {
    return this.pixels;
  }

  set width(pixels) {
    this.pixels = pixels;
    this.fit();
  }

  /**
   * Replaces what is shown once the new page is there, and stays where the reader was.
   *
   * @param {string} page
   */
  show(page) {
    this.coming?.remove();
    const { html, styles } = apart(page);
    const frame = (this.coming = document.createElement("iframe"));
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.title = this.label;
    frame.className = "coming";
    frame.srcdoc = policy ? policy.createHTML(html) : html;
    frame.addEventListener("load", () => this.#loaded(frame, styles), { once: true });
    this.append(frame);
    this.fit();
  }

  /**
   * @param {HTMLIFrameElement} frame
   * @param {string[]} styles
   */
  #loaded(frame, styles) {
    const page = frame.contentDocument;
    const frameWindow = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
    if (frame !== this.coming || !page || !frameWindow) return;
    page.adoptedStyleSheets = styles.map((text) => {
      const sheet = new frameWindow.CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    for (const element of page.querySelectorAll("[data-style]")) {
      /** @type {HTMLElement} */ (element).style.cssText = element.getAttribute("data-style") ?? "";
    }
    for (const type of ["click", "auxclick", "submit"]) page.addEventListener(type, (event) => event.preventDefault());
    const before = this.frame;
    const place = before?.contentWindow?.scrollY ?? 0;
    frame.className = "";
    frameWindow.scrollTo(0, place);
    before?.remove();
    this.frame = frame;
    this.coming = undefined;
    this.dispatchEvent(new Event("shown"));
  }

  fit() {
    const scale = Math.min(1, this.clientWidth / this.pixels);
    if (!scale) return;
    for (const frame of this.querySelectorAll("iframe")) {
      frame.style.width = `${this.pixels}px`;
      frame.style.height = `${this.clientHeight / scale}px`;
      frame.style.left = `${(this.clientWidth - this.pixels * scale) / 2}px`;
      frame.style.transform = `scale(${scale})`;
    }
  }
}

customElements.define("page-frame", PageFrame);
