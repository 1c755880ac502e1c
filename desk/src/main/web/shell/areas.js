/**
 * A part of the desk with an address of its own.
 *
 * @typedef {object} Area
 * @property {string} path of `#/articles`
 * @property {"editors" | "moderators"} group who sees it
 * @property {string} [label] its phrase in the navigation; without it the area is reached from another one
 * @property {string} element
 * @property {string} part the file that defines the element, by whose name its phrases are found
 * @property {() => Promise<object>} load imports it; its `ahead` loads what it may need later
 */

/**
 * A new area is a line here and a folder with its element, style, phrases and tests.
 *
 * @type {Area[]}
 */
export const AREAS = [
  {
    path: "articles",
    group: "editors",
    label: "articles.title",
    element: "article-list",
    part: "articles/article-list",
    load: () => import("../articles/article-list.js"),
  },
  {
    path: "write",
    group: "editors",
    element: "article-editor",
    part: "write/article-editor",
    load: () => import("../write/article-editor.js"),
  },
  {
    path: "schedule",
    group: "editors",
    label: "schedule.title",
    element: "schedule-week",
    part: "schedule/schedule-week",
    load: () => import("../schedule/schedule-week.js"),
  },
  {
    path: "front",
    group: "editors",
    label: "front.title",
    element: "front-page",
    part: "front/front-page",
    load: () => import("../front/front-page.js"),
  },
  {
    path: "live",
    group: "editors",
    label: "live.title",
    element: "live-desk",
    part: "live/live-desk",
    load: () => import("../live/live-desk.js"),
  },
  {
    path: "pictures",
    group: "editors",
    label: "pictures.title",
    element: "picture-library",
    part: "pictures/picture-library",
    load: () => import("../pictures/picture-library.js"),
  },
  {
    path: "moderate",
    group: "moderators",
    label: "moderate.title",
    element: "comment-queue",
    part: "moderate/comment-queue",
    load: () => import("../moderate/comment-queue.js"),
  },
  {
    path: "bans",
    group: "moderators",
    element: "ban-list",
    part: "moderate/ban-list",
    load: () => import("../moderate/ban-list.js"),
  },
  {
    path: "comments-policy",
    group: "moderators",
    element: "comment-policy",
    part: "moderate/comment-policy",
    load: () => import("../moderate/comment-policy.js"),
  },
];

/**
 * The area of an address and what follows its path.
 *
 * @param {string} hash `#/write/01J…`
 * @param {Area[]} areas those that the person may see
 */
export const areaOf = (hash, areas) => {
  const [path, ...parts] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const area = areas.find((a) => a.path === path) ?? areas[0];
  return { area, parts: area?.path === path ? parts.filter((part) => part) : [] };
};
