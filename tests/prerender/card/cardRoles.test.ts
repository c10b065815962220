import { describe, expect, it } from "vitest";
import { placeStays, staysOf, type CardBar, type RoleRows } from "../../../src/prerender/card/cardRoles.js";
import type { RoleDocument } from "../../../src/model/document.js";
import { careerOf } from "../../support/careers.js";
import { makeRole } from "../../support/document.js";

const ROWS: RoleRows = { x0: 64, x1: 964, edge: 1170, y0: 541, y1: 630, lanes: 1 };
const YEARS = { from: Date.UTC(2010, 0), to: Date.UTC(2020, 0) };
const toPx = (time: number): number => 64 + (900 * (time - YEARS.from)) / (YEARS.to - YEARS.from);
const role = (more: Partial<RoleDocument>): RoleDocument => makeRole({ achievements: [], ...more });

function bars(roles: readonly RoleDocument[], rows: Partial<RoleRows> = {}): readonly CardBar[] {
  return placeStays(staysOf(careerOf(roles)), { ...ROWS, ...rows }, toPx);
}
const said = ({ name, notes }: CardBar): string[] => [...name, ...notes].map(({ text }) => text);

describe("staysOf", () => {
  it("joins promotions, and nothing else", () => {
    const stays = staysOf(careerOf([
      role({ id: "a", organization: "Acme", start: "2010-01-01", end: "2012-12-31" }),
      role({ id: "b", organization: "Acme", start: "2013-01-01", end: "2015-12-31" }),
      role({ id: "c", organization: "Beta", start: "2016-01-01", end: "2017-12-31" }),
      role({ id: "d", organization: "Acme", start: "2018-01-01", end: null }),
    ]));
    expect(stays.map(({ name, years, ongoing }) => [name, years, ongoing])).toEqual([["Acme", "2010–15", false], ["Beta", "2016–17", false], ["Acme", "2018–now", true]]);
  });
  it("calls a role without an organization by its title, once", () => {
    const [stay] = staysOf(careerOf([{ id: "a", title: "Photographer", start: "2010", end: "2012" }]));
    expect(stay).toMatchObject({ name: "Photographer", title: "" });
  });
});

describe("placeStays", () => {
  it("sets name and years side by side, large where there is room", () => {
    const [bar] = bars([role({ organization: "Acme", start: "2010-01", end: "2014-12" })]);
    expect(bar && said(bar)).toEqual(["Acme", "2010–14"]);
    expect(bar?.name[0]?.size).toBe(30);
  });
  it("sets a longer name smaller, then on lines of its own, with the years under it", () => {
    const [smaller] = bars([role({ organization: "Bartholomew and Daughters", start: "2010-01", end: "2013-12" })]);
    expect(smaller?.name).toHaveLength(1);
    expect(smaller?.name[0]?.size).toBeLessThan(30);
    const [wrapped] = bars([role({ organization: "Bartholomew and Daughters", start: "2010-01", end: "2012-01" })]);
    expect(wrapped?.name.map(({ text }) => text)).toEqual(["Bartholomew", "and Daughters"]);
    expect(wrapped?.notes.map(({ text }) => text)).toEqual(["2010–12"]);
  });
  it("drops a name whole that fits nowhere", () => {
    const [bar] = bars([role({ organization: "Rückzahlungsanforderungsbearbeitung", start: "2010-01", end: "2010-12" }), role({ id: "b", organization: "Acme", start: "2011-01", end: "2019-12" })]);
    expect(bar && said(bar)).toEqual([]);
  });
  it("sets the name of a short last bar beside it", () => {
    const [, bar] = bars([role({ organization: "Acme", start: "2010-01", end: "2019-10" }), role({ id: "b", organization: "Beta Works", start: "2019-11", end: "2019-12" })]);
    expect(bar && said(bar)).toEqual(["Beta Works", "2019"]);
    expect(bar?.name[0]?.x ?? 0).toBeGreaterThan(bar?.box.x1 ?? 0);
  });
  it("leaves a seam between two bars, and ends the last with the plot", () => {
    const [a, b] = bars([role({ organization: "Acme", start: "2010-01-01", end: "2014-12-31" }), role({ id: "b", organization: "Beta", start: "2015-01-01", end: "2019-12-31" })]);
    expect((b?.box.x0 ?? 0) - (a?.box.x1 ?? 0)).toBeCloseTo(3);
    expect(b?.box.x1).toBeCloseTo(964);
  });
  it("says what somebody was only where the bar is tall", () => {
    const one = [role({ organization: "Acme", title: "Editor", start: "2010-01", end: "2014-12" })];
    expect(bars(one).map(said)).toEqual([["Acme", "2010–14"]]);
    expect(bars(one, { y0: 330 }).map(said)).toEqual([["Acme", "2010–14", "Editor"]]);
  });
  it("draws many lanes without words", () => {
    const many = Array.from({ length: 6 }, (_, i) => role({ id: `r${i}`, organization: `C${i}`, start: "2010-01", end: "2019-12" }));
    expect(bars(many, { lanes: 6, y0: 470 }).map(said)).toEqual(many.map(() => []));
  });
});
