import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActivityDensity } from "../../src/charts/ActivityDensity.js";
import type { ActivityBar } from "../../src/layout/activityDensity.js";
import type { PlacedDensity } from "../../src/layout/placeDensity.js";
import { createTimeScale } from "../../src/layout/timeScale.js";

const bar = (x0: number, x1: number, y: number): ActivityBar => ({ from: 0, to: 1, x0, x1, y, count: 1, perDay: 1 });
const placed = (bars: readonly ActivityBar[], asked: readonly ActivityBar[] | null = null): PlacedDensity => ({
  width: 100, height: 48, form: "narrow", x0: 4, x1: 98, viewport: { from: 0, to: 1 }, scale: createTimeScale({ from: 0, to: 1 }, 4, 98), bin: { unit: "day", every: 1 }, bars, asked,
});
const paths = (placement: PlacedDensity, slot: number | null = null): readonly string[] =>
  [...renderToStaticMarkup(<ActivityDensity placement={placement} slot={slot} />).matchAll(/ d="([^"]*)"/g)].map(([, d = ""]) => d);

describe("ActivityDensity", () => {
  it("draws bars that touch as one shape, and others apart", () => {
    expect(paths(placed([bar(4, 8.04, 20), bar(8.04, 12, 8), bar(20, 24, 40)]))[0]).toBe("M4,48V20H8V8H12V48ZM20,48V40H24V48Z");
  });
  it("has as many elements for a thousand bars as for one", () => {
    const many = Array.from({ length: 1000 }, (_, i) => bar(i / 10, (i + 1) / 10, i % 40));
    expect(paths(placed(many))).toHaveLength(paths(placed([bar(4, 8, 20)])).length);
  });
  it("draws what was asked for over the rest, in its field's colours where it is of one", () => {
    const placement = placed([bar(4, 8, 8)], [bar(4, 8, 28)]);
    expect(paths(placement)).toEqual(expect.arrayContaining(["M4,48V8H8V48Z", "M4,48V28H8V48Z"]));
    const inColour = renderToStaticMarkup(<ActivityDensity placement={placement} slot={3} />);
    expect(inColour).toMatch(/class="[^"]*\bs3\b/);
    expect(renderToStaticMarkup(<ActivityDensity placement={placement} slot={null} />)).not.toMatch(/\bs\d\b/);
  });
  it("is a bare ground without any", () => {
    expect(paths(placed([]))).toEqual(["", "M4,47.5H98"]);
  });
});
