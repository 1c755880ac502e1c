import { html, svg } from "lit";

/** Strokes on a field of 24 by 24. @type {Record<string, string>} */
const PATHS = {
  undo: "M9 14 4 9l5-5M4 9h9a6 6 0 0 1 0 12h-3",
  redo: "m15 14 5-5-5-5M20 9h-9a6 6 0 0 0 0 12h3",
  strong: "M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z",
  em: "M10 5h8M6 19h8M14 5l-4 14",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6L11.5 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1.5-1.5",
  clear: "M4 7V5h14v2M11 5 9 19M15 14l6 6M21 14l-6 6",
  bullet_list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  ordered_list: "M10 6h10M10 12h10M10 18h10M4 5l1.2-1v4.500M3.8 15.800c.4-1.2 2.2-1 2.2.2 0 .9-2.2 2.5-2.2 2.500H6.2",
  quote: "M6 7h4v5c0 3-1.5 4.5-4 5M14 7h4v5c0 3-1.5 4.5-4 5",
  pull: "M4 4h16M4 20h16M8 9h3v3c0 1.5-1 2.5-3 3M14 9h3v3c0 1.5-1 2.5-3 3",
  aside: "M4 4h16v16H4zM8 8.500h5M8 12.500h8M8 16h8",
  table: "M4 5h16v14H4zM4 10h16M4 14.500h16M12 10v9",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01",
  gallery: "M7 3h14v12H7zM3 7v13h14M7 12l4-4 3 3 2-2 5 5",
  card: "M4 5h16v14H4zM10 9l5 3-5 3z",
  rule: "M4 12h16M4 6h5M15 6h5M4 18h5M15 18h5",
  rtl: "M20 6H4M20 12h-7M20 18H4M8 9.5 5 12l3 2.5",
  ltr: "M4 6h16M4 12h7M4 18h16M16 9.500l3 2.5-3 2.5",
};

/** @param {string} name */
export const icon = (name) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${svg`<path d=${PATHS[name]} />`}</svg>`;
