import type { Issue } from "../lib/result.js";
import type { Career } from "../model/career.js";
import type { Sort } from "../model/order.js";
import { NO_FILTERS, toIdSet } from "../model/select.js";
import { currentVersion, migrateParams, retiredNames, URL_MIGRATIONS, type UrlMigration, type UrlParam } from "./urlMigrations.js";
import { DEFAULT_VIEW_STATE, type Theme, type ViewState } from "./viewState.js";

/** Our parameters in the order they are written. */
const NAMES = ["v", "domain", "skill", "org", "q", "has", "at", "as", "sort", "theme"] as const;
type Name = (typeof NAMES)[number];

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
}

export interface UrlCodec {
  /** "" for the default view and nothing to keep, else "?…". */
  readonly formatQuery: (view: ViewState, options?: FormatOptions) => string;
  /** Never throws. With a career, ids that it does not have are left out and named in the issues. */
  readonly parseQuery: (query: string, career?: Career) => ParsedQuery;
}

/**
 * View ⇄ the query of a link: `?domain=payments,scaling&q=go+team&at=payment-interface&sort=-title`.
 *
 * Lossless for views whose ids are not empty and sorted and whose strings are well-formed Unicode (a lone surrogate
 * has no place in a link and becomes U+FFFD). Commas between ids are literal, those inside one are `%2C`; a blank is "+".
 * Repeated parameters add up (ids, has, q), else the last one counts. All steps are linear in the length of the query.
 * @param migrations how links of older versions become current
 */
export function createUrlCodec(migrations: readonly UrlMigration[] = URL_MIGRATIONS): UrlCodec {
  const current = currentVersion(migrations);

  function formatQuery(view: ViewState, { keep = "" }: FormatOptions = {}): string {
    const own = writeParams(view, current).map(({ name, value }) => `${name}=${value}`);
    const { pieces, place } = splitQuery(keep, migrations);
    const all = [...pieces.slice(0, place), ...own, ...pieces.slice(place)];
    return all.length === 0 ? "" : `?${all.join("&")}`;
  }

  function parseQuery(query: string, career?: Career): ParsedQuery {
    const { pieces, params, version, issues } = splitQuery(query, migrations);
    const read = readParams(migrateParams(params, version, migrations), career);
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

function writeParams({ filters, at, list, sort, theme }: ViewState, version: number): readonly UrlParam[] {
  const has = [...(filters.hasNumber ? ["number"] : []), ...(filters.hasLink ? ["link"] : [])];
  const values: Record<Name, string> = {
    v: version === 1 ? "" : String(version),
    domain: encodeAll(filters.domains),
    skill: encodeAll(filters.skills),
    org: encodeAll(filters.organizations),
    q: encode(filters.text),
    has: has.join(","),
    at: encode(at ?? ""),
    as: list === DEFAULT_VIEW_STATE.list ? "" : list,
    sort: formatSort(sort) === formatSort(DEFAULT_VIEW_STATE.sort) ? "" : formatSort(sort),
    theme: theme === DEFAULT_VIEW_STATE.theme ? "" : theme,
  };
  return NAMES.map((name) => ({ name, value: values[name] })).filter(({ value }) => value !== "");
}

const formatSort = ({ by, direction }: Sort): string => (direction === "descending" ? `-${by}` : by);

function readParams(params: readonly UrlParam[], career: Career | undefined): { readonly view: ViewState; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const all = (name: Name): readonly string[] => params.filter((param) => param.name === name && param.value !== "").map(({ value }) => value);

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
    const value = all(name).at(-1);
    if (value === undefined) return otherwise;
    const choice = choices.get(decode(value));
    if (choice === undefined) issues.push(warn("bad-value", name, `cannot read "${show(decode(value))}"; use ${[...choices.keys()].join(", ")}`));
    return choice ?? otherwise;
  }

  const has = new Set(all("has").flatMap((value) => decode(value).split(",")).filter(Boolean));
  for (const word of has) if (word !== "number" && word !== "link") issues.push(warn("bad-value", "has", `cannot read "${show(word)}"; use number, link`));

  const at = all("at").at(-1);
  const atId = at === undefined ? null : decode(at);
  const atKnown = atId === null || !career || career.achievements.some(({ id }) => id === atId);
  if (!atKnown) issues.push(warn("unknown-id", "at", `"${show(atId)}" is not in this career; nothing is selected`));

  const view: ViewState = {
    filters: {
      ...NO_FILTERS,
      domains: ids("domain", career?.domains),
      skills: ids("skill", career?.skills),
      organizations: ids("org", career?.organizations),
      text: all("q").map(decode).join(" "),
      hasNumber: has.has("number"),
      hasLink: has.has("link"),
    },
    at: atKnown ? atId : null,
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

/** Also `!'()*`, which programs that find links in running text take for punctuation. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/%20/g, "+").replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

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
