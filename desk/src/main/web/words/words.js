/// <reference path="./modules.d.ts" />

import LANGUAGES from "phrases:all";
import { Unreachable } from "../api/problem.js";

const CHOICE = "desk-language";

/** @type {Record<string, string>} */
let phrases = {};
/** What loads the phrases of a part. @type {import("phrases:all").Parts} */
let parts = {};
let language = "ar";

/** @param {string} ofNewspaper the language of who has chosen none */
export const loadPhrases = async (ofNewspaper) => {
  const wanted = localStorage.getItem(CHOICE) ?? ofNewspaper;
  language = wanted in LANGUAGES ? wanted : "en";
  const said = await LANGUAGES[language]();
  phrases = { ...said.default };
  parts = said.parts;
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
};

/**
 * Loads a part of the desk with what it says, if it says anything.
 *
 * @template T
 * @param {string} name of its file, as `phrases.mjs` finds it: `write/article-editor`
 * @param {() => Promise<T>} load imports the file
 * @returns {Promise<T>}
 */
export const loadPart = async (name, load) => {
  try {
    const [part, said] = await Promise.all([load(), parts[name]?.()]);
    Object.assign(phrases, said?.default);
    return part;
  } catch (fault) {
    // A file that does not come is a network that is away; any other fault is one of the desk.
    throw fault instanceof TypeError ? new Unreachable(String(fault), { cause: fault }) : fault;
  }
};

/** The language of the desk, which may differ from that of the newspaper. */
export const deskLanguage = () => language;

export const deskLanguages = () => Object.keys(LANGUAGES);

/** @param {string} chosen */
export const chooseLanguage = (chosen) => {
  localStorage.setItem(CHOICE, chosen);
  location.reload();
};

/**
 * The phrase of `key`, with `{0}`, `{1}` … replaced. A value is isolated, so that a Latin name in an Arabic phrase turns
 * nothing around it. A phrase with forms for numbers has them after `|`, by the plural categories of its language:
 * `comments.waiting|two`, `comments.waiting|few`; the first value chooses.
 *
 * @param {string} key
 * @param {...(string | number)} values
 */
export const say = (key, ...values) => {
  const form = typeof values[0] === "number" ? phrases[`${key}|${plural(values[0])}`] : undefined;
  const phrase = form ?? phrases[key];
  if (phrase === undefined) throw new Error(`no phrase ${key}`);
  return phrase.replace(/\{(\d)\}/g, (_, index) => isolated(values[+index]));
};

/** @param {number} number */
const plural = (number) => new Intl.PluralRules(language).select(number);

/** @param {string | number} value */
const isolated = (value) => (typeof value === "number" ? digits(value) : `\u2068${value}\u2069`);

/**
 * A number with Latin digits.
 *
 * @param {number} number
 */
export const digits = (number) => new Intl.NumberFormat(`${language}-u-nu-latn`).format(number);
