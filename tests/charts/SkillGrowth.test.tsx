import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SkillGrowth } from "../../src/charts/SkillGrowth.js";
import { placeSkillGrowth } from "../../src/layout/skillGrowth.js";
import type { Interval } from "../../src/lib/units.js";
import { exampleCareer } from "../model/example.js";

function draw(matches: ReadonlySet<string> | null, viewport: Interval | null = null): string {
  const placement = placeSkillGrowth(exampleCareer, matches, viewport);
  if (!placement) throw new Error("nothing to place");
  return renderToStaticMarkup(<SkillGrowth placement={placement} axis={[]} filtered={matches !== null} limit={12} />);
}
const rowsOf = (markup: string): readonly (string | undefined)[] => [...markup.matchAll(/<li.*?<\/li>/gs)].map(([row]) => row.replace(/<svg.*?<\/svg>/gs, " ").replace(/<[^>]+>/g, "").replace(/\s+/g, " "));

describe("SkillGrowth", () => {
  it("says beside each drawing how many name the skill, and between when and when", () => {
    expect(rowsOf(draw(null))).toEqual([expect.stringMatching(/^Go\s*4\b.*\b2018–2025$/), expect.stringMatching(/^Temporal\s*2\b.*\b2022–2025$/), expect.stringMatching(/^Redis\s*2\b.*\b2018–2022$/)]);
  });

  it("says how many of them match", () => {
    expect(rowsOf(draw(new Set(["user-cache"])))).toEqual([expect.stringMatching(/^Go\s*1 of 4\b.*\b2018–2025$/), expect.stringMatching(/^Temporal\s*0 of 2\b.*\b2022–2025$/), expect.stringMatching(/^Redis\s*1 of 2\b.*\b2018–2022$/)]);
  });

  it("says that none is in view, with a filter and without", () => {
    const later = { from: Date.UTC(2025, 6), to: Date.UTC(2025, 9) };
    for (const matches of [null, new Set(["user-cache"])]) expect(rowsOf(draw(matches, later)).at(-1)).toMatch(/^Redis\s*none in view$/);
  });

  it("says from which width on a label of the axis is shown", () => {
    const placement = placeSkillGrowth(exampleCareer, null);
    if (!placement) throw new Error("nothing to place");
    const markup = renderToStaticMarkup(<SkillGrowth placement={placement} axis={[{ x: 0, label: "2018", from: 0 }, { x: 0.5, label: "2019", from: 780 }]} filtered={false} limit={12} />);
    expect(markup).toContain('<text x="0%" y="15" text-anchor="middle">2018<');
    expect(markup).toContain('<text class="from-780" x="50%" y="15" text-anchor="middle">2019<');
  });
});
