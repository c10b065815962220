import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ChangeChart } from "../../src/charts/ChangeChart.js";
import { placeChange, type ChangeMetric } from "../../src/layout/metricChart.js";
import { changeMetrics } from "../gallery/careers.js";

const draw = (metric: ChangeMetric): string => renderToStaticMarkup(<ChangeChart placement={placeChange(metric)} />);
const wordsOf = (markup: string): readonly (string | undefined)[] => [...markup.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);
const placesOf = (markup: string): readonly number[] => [...markup.matchAll(/\s(?:x|x1|x2|cx)="(-?[\d.]+)%"/g)].map((match) => Number(match[1]));

const review: ChangeMetric = { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review time", quote: "from 3 days to half a day" };
const faster: ChangeMetric = { kind: "percent_change", percent: 75, direction: "down", of: "integration time", quote: "75%" };

describe("ChangeChart", () => {
  it("is passed over by screen readers: its card says it in words", () => {
    expect(draw(review)).toMatch(/^<svg[^>]* aria-hidden="true"/);
  });

  it("writes both stated values, and the percent as computed", () => {
    const words = wordsOf(draw(review)).map((word) => word?.replaceAll("\u00a0", " "));
    expect(words).toEqual(expect.arrayContaining(["½ day", "3 days", "−83%, computed"]));
  });

  it("writes no value where none is stated: only the change, before and after", () => {
    expect(wordsOf(draw(faster))).toEqual(["0", "−75%", "after", "before"]);
  });

  it("sets every value under its tick and on one line, that of before and after", () => {
    expect(draw(faster)).toMatch(/<text class="value" x="0%" y="62" text-anchor="middle">0</);
    expect(draw(faster)).toMatch(/y="62"[^>]*>after</);
    expect(draw(faster)).toMatch(/y="62"[^>]*>before</);
    expect(draw(review)).toMatch(/<text class="value" x="0%" y="62" text-anchor="middle">0</);
  });

  it.each(changeMetrics)("stays inside its width: %s", (_, metric) => {
    const places = placesOf(draw(metric as ChangeMetric));
    expect(places.length).toBeGreaterThan(4);
    for (const place of places) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(100);
    }
  });
});
