import { showText } from "../lib/show.js";
import { parsePartialDate } from "../model/dates.js";
import type { EpochMs } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";
import { toLine } from "../lib/toLine.js";
import { LONGEST } from "../prerender/pageWords.js";
import type { SiteAddress } from "../prerender/site.js";

/** A day that somebody means is hardly further away from today; a year mistyped is. */
const FAR_MS = 366 * DAY_MS;

/** The day that ongoing roles reach to, and what is to be said about it on stderr. */
export interface AsOf {
  readonly asOf: EpochMs;
  readonly messages: readonly string[];
}

/** @returns the day typed, today without one, or a sentence where it is none */
export function readAsOf(text: string | undefined, today = readToday()): AsOf | string {
  if (text === undefined) return { asOf: today, messages: [] };
  const asOf = parsePartialDate(text)?.from;
  if (asOf === undefined) return `cannot read "${text}" as a date at --as-of; use YYYY-MM-DD`;
  const messages = Math.abs(asOf - today) <= FAR_MS ? [] : [`warning --as-of: ${text} is more than a year from today; ongoing roles reach to that day`];
  return { asOf, messages };
}

/** The only place where a clock is read. UTC. */
function readToday(): EpochMs {
  return Math.floor(Date.now() / DAY_MS) * DAY_MS;
}

/** What a path may be made of: not "*" and ":", which mean something in the host's rules, and nothing that has to be quoted. */
const BASE = /^\/(?:[\w.~%@+,-]+\/)*$/;

/**
 * Where the site will be found. The path of the url is the base, so one of the two is enough.
 * @param url as typed at --url; @param base as typed at --base
 * @returns a sentence where that is no place for a site
 */
export function readAddress(url: string | undefined, base: string | undefined): SiteAddress | string {
  const place = base === undefined ? undefined : readBase(base);
  if (place === null) return `--base takes a path such as /career/, found ${showText(base ?? "")}`;
  if (url === undefined) return { url: null, base: place ?? "/" };
  const read = readUrl(url);
  if (typeof read === "string") return read;
  if (place !== undefined && place !== read.base) return `--base ${place} is not the path of --url ${read.url}; leave --base out`;
  return read;
}

function readUrl(text: string): { readonly url: string; readonly base: string } | string {
  const parsed = /\s/.test(text) ? null : tryUrl(text);
  if (parsed === null) return `cannot read ${showText(text)} as an address at --url; use https://example.org/ or https://example.org/career/`;
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return `--url takes an address that begins with https:// or http://, found ${showText(text)}`;
  if (parsed.username !== "" || parsed.password !== "") return "--url takes no user name and no password: they would stand in every page";
  if (/[?#]/.test(text)) return `--url takes an address without ? and #, found ${showText(text)}`;
  if (/\.html?$/i.test(parsed.pathname)) return `--url takes the address of the folder, not of a page in it, found ${showText(text)}`;
  const base = withLastSlash(parsed.pathname);
  if (!BASE.test(base)) return `--url takes a path of letters, digits and - _ . ~ % @ + , only, found ${showText(text)}`;
  return { url: parsed.origin + base, base };
}

/** @returns the path from slash to slash, null where it is none */
function readBase(text: string): string | null {
  if (!text.startsWith("/") || /[\s?#\\]/.test(text)) return null;
  const given = withLastSlash(text);
  const base = tryUrl(given, "https://example.org")?.pathname ?? "";
  // What goes up (.., %2e%2e) or to another host (//) is gone after reading, and with it a slash.
  return BASE.test(base) && base.split("/").length === given.split("/").length ? base : null;
}

const withLastSlash = (path: string): string => (path.endsWith("/") ? path : `${path}/`);

function tryUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** One line for the page's title. @returns it as `title`, or a sentence */
export function readTitle(text: string | undefined): { readonly title: string | undefined } | string {
  if (text === undefined) return { title: undefined };
  const title = toLine(text);
  if (title === "") return "--title is empty; leave it out, and the page is named after its career";
  if (title.length > LONGEST) return `--title takes at most ${LONGEST} characters, found ${title.length}`;
  return { title };
}
