import { describe, expect, it } from "vitest";
import { toActivityIndex, type ActivityIndex } from "../../src/layout/activityDensity.js";
import { placeCareerArc } from "../../src/layout/careerArc.js";
import { arcForm, arcHeight } from "../../src/layout/arcFrame.js";
import { cut, placeDensity } from "../../src/layout/placeDensity.js";
import { createActivity } from "../../src/model/activity.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { ActivitySeriesDocument } from "../../src/model/document.js";
import { AS_OF, firstCareer } from "../support/careers.js";
import { makeDocument } from "../support/document.js";

const at = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day);
const indexOf = (...series: readonly ActivitySeriesDocument[]): ActivityIndex => {
  const activity = createActivity(createCareer(makeDocument({ activity: { unit: "commits", series } }), AS_OF));
  if (activity === null) throw new Error("no activity");
  return toActivityIndex(activity);
};
const index = indexOf({ skill: "go", counts: { "2020-03": 31, "2020-05": 62, "2021-03-04": 3 } });
const viewport = { from: at(2018), to: at(2024) };

describe("placeDensity", () => {
  it.each([358, 672, 820, 1184, 1440])("stands on the arc's own axis, %d px wide", (width) => {
    const arc = placeCareerArc(firstCareer, { width, height: arcHeight(width, 1), form: arcForm(width), emphasis: { matches: null, selected: null }, title: { width: 0, height: 0 } });
    const { x0, x1, form } = placeDensity({ index, asked: null, viewport, width });
    expect([x0, x1, form]).toEqual([arc?.frame.plot.x0, arc?.frame.plot.x1, arc?.frame.form]);
  });
  it("keeps the highest bar clear of the axis's labels, and all bars on the ground", () => {
    const { bars, height, asked, bin } = placeDensity({ index, asked: null, viewport, width: 358 });
    expect(bin).toEqual({ unit: "month", every: 1 });
    expect(bars.map(({ y }) => y)).toEqual([28, 8, expect.closeTo(height - 40 * (3 / 62), 1)]);
    expect([height, asked]).toEqual([48, null]);
  });
  it("draws what was asked for by the same measure, and only in its period", () => {
    const part = indexOf({ skill: "go", counts: { "2020-03": 31, "2020-05": 31 } });
    const { asked, bars } = placeDensity({ index, asked: { index: part, period: { from: at(2020, 4), to: Infinity } }, viewport, width: 358 });
    expect(asked).toMatchObject([{ from: at(2020, 5), y: 28, x0: expect.closeTo(bars[1]?.x0 ?? 0, 6), x1: expect.closeTo(bars[1]?.x1 ?? 0, 6) }]);
    expect(placeDensity({ index, asked: { index: part, period: { from: at(2030), to: at(2031) } }, viewport, width: 358 }).asked).toEqual([]);
  });
  it("takes the bins that it is given", () => {
    expect(placeDensity({ index, asked: null, viewport, width: 1184, bin: { unit: "quarter", every: 1 } }).bars).toHaveLength(3);
  });
});

describe("cut", () => {
  it("is what two stretches share", () => {
    expect(cut({ from: 0, to: 10 }, null)).toEqual({ from: 0, to: 10 });
    expect(cut({ from: 0, to: 10 }, { from: 5, to: Infinity })).toEqual({ from: 5, to: 10 });
    expect(cut({ from: 0, to: 10 }, { from: 10, to: 20 })).toBeNull();
  });
});
