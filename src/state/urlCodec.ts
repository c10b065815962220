import { encode } from "../lib/encode.js";
import type { Issue } from "../lib/result.js";
import type { EpochMs, Interval } from "../lib/units.js";
import type { Career } from "../model/career.js";
import { parsePartialDate } from "../model/dates.js";
import type { Sort } from "../model/order.js";
import { normalizePeriod } from "../model/period.js";
import { filtersOfSlug, findView, NO_FILTERS, toIdSet, type Filters } from "../model/select.js";
import { currentVersion, migrateParams, retiredNames, URL_MIGRATIONS, type UrlMigration, type UrlParam } from "./urlMigrations.js";
import { DEFAULT_VIEW_STATE, type Theme, type ViewState } from "./viewState.js";

/** Our parameters in the order they are written. */
const NAMES = ["v", "domain", "skill", "org", "q", "has", "from", "to", "view", "zoom", "at", "as", "sort", "theme"] as const;
type Name = (typeof NAMES)[number];
/** Those that say what to look for by themselves. One of them in a link, and its `view` says nothing. */
const FILTER_NAMES: ReadonlySet<string> = new Set<Name>(["domain", "skill", "org", "q", "has", "from", "to"]);

export interface ParsedQuery {
  /** Always usable: what cannot be read stands at its default. */
  readonly view: ViewState;
  /** The parameters that are not ours, as they were, joined by "&"; "" if none. Can be given back as `keep`. */
  readonly unknown: string;
  /** Warnings only. `path` is the parameter's name. */
  readonly issues: readonly Issue[];
}

export interface FormatOptions {
  /** The query that is being replaced: the parameters that are not ours stay in it, in their order, ours take the place ours had. */
  readonly keep?: string;
  /** With its career, filters that are one of its named views are written by that view's name. */
  readonly career?: Career;
}

export interface UrlCodec {
  /** "" for the default view and nothing to keep, else "?…". */
  readonly formatQuery: (view: ViewState, options?: FormatOptions) => string;
  /**
   * Never throws. With a career, ids that it does not have are left out and named in the issues, and its named views are
   * known; without one, `view` says nothing.
   * @param own what a link shows that names no filters: none, but on the page of a named view
   */
  readonly parseQuery: (query: string, career?: Career, own?: Filters) => ParsedQuery;
}

/**
 * View ⇄ the query of a link: `?domain=payments,scaling&q=go+team&at=payment-interface&sort=-title`.
 *
 * - `domain`, `skill`, `org`: ids. `q`: text. `has`: number, link.
 * - `from`, `to`: a period, each YYYY, YYYY-MM or YYYY-MM-DD, both inclusive, either alone.
 * - `view`: the filters of the owner's named view of that slug. Where any of the above stands beside it, they alone count.
 * - `zoom`: the stretch of time that is looked at, as its first and last day.
 * - `at`: the selected achievement. `as`: list, table. `sort`: a column, "-" for descending. `theme`: light, dark.
 *
 * Lossless for views whose ids are not empty and sorted, whose period is normal, whose viewport is of whole days and whose strings are well-formed Unicode
 * (a lone surrogate has no place in a link and becomes U+FFFD). Commas between ids are literal, those inside one are
 * `%2C`; a blank is "+". Repeated parameters add up (ids, has, q), else the last one counts. All steps are linear in the
 * length of the query.
 * @param migrations how links of older versions become current
 */
export function createUrlCodec(migrations: readonly UrlMigration[] = URL_MIGRATIONS): UrlCodec {
  const current = currentVersion(migrations);

  function formatQuery(view: ViewState, { keep = "", career }: FormatOptions = {}): string {
    const own = writeParams(view, current, career).map(({ name, value }) => `${name}=${value}`);
    const { pieces, place } = splitQuery(keep, migrations);
    const all = [...pieces.slice(0, place), ...own, ...pieces.slice(place)];
    return all.length === 0 ? "" : `?${all.join("&")}`;
  }

  function parseQuery(query: string, career?: Career, own: Filters = NO_FILTERS): ParsedQuery {
    const { pieces, params, version, issues } = splitQuery(query, migrations);
    const read = readParams(migrateParams(params, version, migrations), career, own);
    return { view: read.view, unknown: pieces.join("&"), issues: [...issues, ...read.issues] };
  }

  return { formatQuery, parseQuery };
}

export const { formatQuery, parseQuery } = createUrlCodec();

interface SplitQuery {
  /** Others' parameters, verbatim. */
  readonly pieces: readonly string[];
  /** How many of them stood before the first of ours; all of them where there was none. */
  readonly place: number;
  readonly params: readonly UrlParam[];
  readonly version: number;
  readonly issues: readonly Issue[];
}

function splitQuery(query: string, migrations: readonly UrlMigration[]): SplitQuery {
  const all = query.replace(/^\?/, "").replace(/#.*$/s, "").split("&").filter((piece) => piece !== "").map((piece) => {
    const equals = piece.indexOf("=");
    return equals < 0 ? { piece, name: decode(piece), value: "" } : { piece, name: decode(piece.slice(0, equals)), value: piece.slice(equals + 1) };
  });
  const { version, issues } = readVersion(all.findLast(({ name }) => name === "v")?.value, currentVersion(migrations));
  const ours = new Set<string>([...NAMES, ...retiredNames(version, migrations)]);
  const first = all.findIndex(({ name }) => ours.has(name));
  const pieces = all.filter(({ name }) => !ours.has(name)).map(({ piece }) => piece);
  return { pieces, place: first < 0 ? pieces.length : first, params: all.filter(({ name }) => ours.has(name)), version, issues };
}

function readVersion(value: string | undefined, current: number): { readonly version: number; readonly issues: readonly Issue[] } {
  if (value === undefined) return { version: 1, issues: [] };
  if (!/^[1-9]\d{0,5}$/.test(value)) return { version: 1, issues: [warn("bad-value", "v", `cannot read "${show(decode(value))}" as a version; read as version 1`)] };
  const version = Number(value);
  if (version <= current) return { version, issues: [] };
  return { version, issues: [warn("newer-link", "v", `the link is of version ${version}, this page knows ${current}; read as far as it is known`)] };
}

function writeParams({ filters: asked, at, viewport, list, sort, theme }: ViewState, version: number, career: Career | undefined): readonly UrlParam[] {
  const named = career ? findView(career, asked) : null;
  const filters = named ? NO_FILTERS : asked;
  const has = [...(filters.hasNumber ? ["number"] : []), ...(filters.hasLink ? ["link"] : [])];
  const values: Record<Name, string> = {
    v: version === 1 ? "" : String(version),
    domain: encodeAll(filters.domains),
    skill: encodeAll(filters.skills),
    org: encodeAll(filters.organizations),
    q: encode(filters.text),
    has: has.join(","),
    from: encode(filters.period?.from ?? ""),
    to: encode(filters.period?.to ?? ""),
    view: encode(named?.slug ?? ""),
    zoom: viewport === null ? "" : `${dayOf(viewport.from)},${dayOf(viewport.to - 1)}`,
    at: encode(at ?? ""),
    as: list === DEFAULT_VIEW_STATE.list ? "" : list,
    sort: formatSort(sort) === formatSort(DEFAULT_VIEW_STATE.sort) ? "" : formatSort(sort),
    theme: theme === DEFAULT_VIEW_STATE.theme ? "" : theme,
  };
  return NAMES.map((name) => ({ name, value: values[name] })).filter(({ value }) => value !== "");
}

/** Years of four digits only: what a viewport can be of. */
const dayOf = (time: EpochMs): string => new Date(time).toISOString().slice(0, 10);

const formatSort = ({ by, direction }: Sort): string => (direction === "descending" ? `-${by}` : by);

function readParams(params: readonly UrlParam[], career: Career | undefined, own: Filters): { readonly view: ViewState; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const all = (name: Name): readonly string[] => params.filter((param) => param.name === name && param.value !== "").map(({ value }) => value);

  const last = (name: Name): string | null => {
    const value = all(name).at(-1);
    return value === undefined ? null : decode(value);
  };

  function ids(name: Name, options: readonly { readonly id: string }[] | undefined): readonly string[] {
    const given = all(name).flatMap((value) => value.split(",")).map(decode).filter((id) => id !== "");
    if (!options) return toIdSet(given);
    const known = new Set(options.map(({ id }) => id));
    // Some programs write every comma as %2C when a link is passed on.
    const asked = toIdSet(given.flatMap((id) => (known.has(id) || !id.includes(",") ? [id] : id.split(",").filter(Boolean))));
    for (const id of asked) if (!known.has(id)) issues.push(warn("unknown-id", name, `"${show(id)}" is not in this career; left out`));
    return asked.filter((id) => known.has(id));
  }

  function oneOf<Value>(name: Name, choices: ReadonlyMap<string, Value>, otherwise: Value): Value {
    const value = last(name);
    if (value === null) return otherwise;
    const choice = choices.get(value);
    if (choice === undefined) issues.push(warn("bad-value", name, `cannot read "${show(value)}"; use ${[...choices.keys()].join(", ")}`));
    return choice ?? otherwise;
  }

  const has = new Set(all("has").flatMap((value) => decode(value).split(",")).filter(Boolean));
  for (const word of has) if (word !== "number" && word !== "link") issues.push(warn("bad-value", "has", `cannot read "${show(word)}"; use number, link`));

  function date(name: "from" | "to"): string | null {
    const text = last(name);
    if (text === null || parsePartialDate(text)) return text;
    issues.push(warn("bad-value", name, `cannot read "${show(text)}" as a date; use YYYY, YYYY-MM or YYYY-MM-DD`));
    return null;
  }

  function viewport(): Interval | null {
    const text = last("zoom");
    if (text === null) return null;
    const [from, to, more] = text.split(",").map((day) => parsePartialDate(day));
    if (from && to && more === undefined && from.from < to.to) return { from: from.from, to: to.to };
    issues.push(warn("bad-value", "zoom", `cannot read "${show(text)}" as two dates; use YYYY-MM-DD,YYYY-MM-DD`));
    return null;
  }

  const slug = last("view");
  const named = career ? filtersOfSlug(career, slug) : null;
  if (career && slug !== null && !named) issues.push(warn("unknown-id", "view", `"${show(slug)}" is no view of this career; left out`));

  const atId = last("at");
  const atKnown = atId === null || !career || career.achievements.some(({ id }) => id === atId);
  if (!atKnown) issues.push(warn("unknown-id", "at", `"${show(atId)}" is not in this career; nothing is selected`));

  const asked: Filters = {
    domains: ids("domain", career?.domains),
    skills: ids("skill", career?.skills),
    organizations: ids("org", career?.organizations),
    period: normalizePeriod({ from: date("from"), to: date("to") }),
    text: all("q").map(decode).join(" "),
    hasNumber: has.has("number"),
    hasLink: has.has("link"),
  };
  // By what stands in the link, not by what can be read of it: a filter that fails must not bring another one up.
  const asks = params.some(({ name, value }) => FILTER_NAMES.has(name) && /[^,]/.test(value));
  const view: ViewState = {
    filters: asks ? asked : (named ?? own),
    at: atKnown ? atId : null,
    viewport: viewport(),
    list: oneOf("as", LISTS, DEFAULT_VIEW_STATE.list),
    sort: oneOf("sort", SORTS, DEFAULT_VIEW_STATE.sort),
    theme: oneOf("theme", THEMES, DEFAULT_VIEW_STATE.theme),
  };
  return { view, issues };
}

const LISTS = new Map([["list", "list"], ["table", "table"]] as const);
const THEMES = new Map<string, Theme>([["system", "system"], ["light", "light"], ["dark", "dark"]]);
const SORTS: ReadonlyMap<string, Sort> = new Map(
  (["when", "title", "organization", "figure"] as const).flatMap((by) =>
    (["ascending", "descending"] as const).map((direction): [string, Sort] => [formatSort({ by, direction }), Object.freeze({ by, direction })])),
);

const warn = (code: string, path: string, message: string): Issue => ({ severity: "warning", code, path, message });

/** Enough of a stranger's text to recognise it by. */
const show = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const encodeAll = (ids: readonly string[]): string => ids.map(encode).join(",");

/** One character as UTF-8 writes it in escapes; by shape only, so each still has to be tried. */
const ESCAPED = /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi;

/** "+" is a blank; percent signs that are no UTF-8 stand for themselves. */
function decode(value: string): string {
  const spaced = value.replace(/\+/g, " ");
  return tryDecode(spaced) ?? spaced.replace(ESCAPED, (escaped) => tryDecode(escaped) ?? escaped);
}

function tryDecode(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
