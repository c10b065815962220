import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../../src/model/select.js";
import { createUrlCodec, formatQuery, parseQuery } from "../../src/state/urlCodec.js";
import { currentVersion, migrateParams, URL_MIGRATIONS, type UrlMigration, type UrlParam } from "../../src/state/urlMigrations.js";
import { DEFAULT_VIEW_STATE, type ViewState } from "../../src/state/viewState.js";

/**
 * Links as they were once given out, and what they must show for ever. Lines are added, never changed: when a version
 * ends, its last links stay here and the migrations carry them.
 */
const LINKS: readonly [link: string, shows: ViewState][] = [
  ["", DEFAULT_VIEW_STATE],
  ["?domain=payments,scaling&at=payment-interface", { ...DEFAULT_VIEW_STATE, at: "payment-interface", filters: { ...NO_FILTERS, domains: ["payments", "scaling"] } }],
  ["?skill=temporal&has=number", { ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, skills: ["temporal"], hasNumber: true } }],
  ["?org=carousell,17live&q=go+team", { ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, organizations: ["17live", "carousell"], text: "go team" } }],
  ["?as=table&sort=-title&theme=dark", { ...DEFAULT_VIEW_STATE, list: "table", sort: { by: "title", direction: "descending" }, theme: "dark" }],
  ["?has=number,link&as=table&sort=organization", { ...DEFAULT_VIEW_STATE, list: "table", sort: { by: "organization", direction: "ascending" }, filters: { ...NO_FILTERS, hasNumber: true, hasLink: true } }],
  ["?v=1&at=order-flow&utm_source=mail", { ...DEFAULT_VIEW_STATE, at: "order-flow" }],
  ["?domain=payments&from=2020&to=2021-06", { ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, domains: ["payments"], period: { from: "2020", to: "2021-06" } } }],
];

const rename = (from: string, to: string) => (param: UrlParam): UrlParam => (param.name === from ? { ...param, name: to } : param);
/** A made-up past: version 1 said `field`, version 2 `topic` and one theme by another name, version 3 is today's. */
const PAST: readonly UrlMigration[] = [
  { retires: ["field"], apply: (params) => params.map(rename("field", "topic")) },
  { retires: ["topic"], apply: (params) => params.map(rename("topic", "domain")).map((param) => (param.name === "theme" && param.value === "night" ? { ...param, value: "dark" } : param)) },
];

describe("links that were given out", () => {
  it.each(LINKS)("%s", (link, shows) => {
    const parsed = parseQuery(link);
    expect(parsed.view).toEqual(shows);
    expect(parsed.issues).toEqual([]);
  });

  it("are of every version there has been", () => {
    const versions = new Set(LINKS.map(([link]) => Number(/[?&]v=(\d+)/.exec(link)?.[1] ?? 1)));
    expect([...versions].sort((a, b) => a - b)).toEqual(Array.from({ length: currentVersion(URL_MIGRATIONS) }, (_, n) => n + 1));
  });
});

describe("migrations", () => {
  const codec = createUrlCodec(PAST);
  const payments: ViewState = { ...DEFAULT_VIEW_STATE, theme: "dark", filters: { ...NO_FILTERS, domains: ["payments", "scaling,"] } };

  it.each([["?field=payments,scaling%2C&theme=night"], ["?v=1&field=payments,scaling%2C&theme=night"], ["?v=2&topic=payments,scaling%2C&theme=night"], ["?v=3&domain=payments,scaling%2C&theme=dark"]])("reads %s", (link) => {
    expect(codec.parseQuery(link)).toEqual({ view: payments, unknown: "", issues: [] });
  });

  it("writes the current version, and 1 not at all", () => {
    expect(codec.formatQuery(payments)).toBe("?v=3&domain=payments,scaling%2C&theme=dark");
    expect(formatQuery(payments)).toBe("?domain=payments,scaling%2C&theme=dark");
    expect(codec.parseQuery(codec.formatQuery(DEFAULT_VIEW_STATE)).view).toEqual(DEFAULT_VIEW_STATE);
  });

  it("tells our retired names from others' parameters by the link's version", () => {
    expect(codec.formatQuery(payments, { keep: "?a=1&field=old&b=2" })).toBe("?a=1&v=3&domain=payments,scaling%2C&theme=dark&b=2");
    expect(codec.parseQuery("?v=3&field=theirs").unknown).toBe("field=theirs");
    expect(codec.formatQuery(payments, { keep: "?v=3&field=theirs" })).toBe("?v=3&domain=payments,scaling%2C&theme=dark&field=theirs");
  });

  it("reads a newer link as far as it goes, and says so", () => {
    const { view, unknown, issues } = parseQuery("?v=9&domain=payments&galaxy=far");
    expect(view.filters.domains).toEqual(["payments"]);
    expect(unknown).toBe("galaxy=far");
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["newer-link", "v"]]);
  });

  it.each(["0", "-1", "1.5", "abc", "99999999", "%31"])("takes the version %j for the first", (version) => {
    const { issues, view } = codec.parseQuery(`?v=${version}&field=a`);
    expect(view.filters.domains).toEqual(["a"]);
    expect(issues.map(({ code }) => code)).toEqual(["bad-value"]);
  });

  it("runs each step once, in order, from the link's version on", () => {
    const step = (name: string): UrlMigration => ({ retires: [], apply: (params) => [...params, { name, value: "" }] });
    const names = (version: number): string[] => migrateParams([], version, [step("a"), step("b"), step("c")]).map(({ name }) => name);
    expect([1, 2, 3, 4, 5].map(names)).toEqual([["a", "b", "c"], ["b", "c"], ["c"], [], []]);
  });
});
