import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { toJsonResume } from "../../src/import/jsonResume/toJsonResume.js";
import { importCareer } from "../../src/import/importCareer.js";
import { activityByYear, activitySteps, createActivity, isAsked, type Activity } from "../../src/model/activity.js";
import { MOST_COUNTS } from "../../src/model/activityLimits.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { ActivitySeriesDocument, CareerDocument } from "../../src/model/document.js";
import { checkDocument } from "../../src/model/parseCareer.js";
import { publishedDocument } from "../../src/model/publish.js";
import { readDocument } from "../../src/model/readDocument.js";
import { redactDocument } from "../../src/model/redact.js";
import { arbActiveDocument } from "../support/activity.js";
import { AS_OF, PATIENCE_MS, RUNS } from "../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

vi.setConfig({ testTimeout: PATIENCE_MS });

const DAY = 86_400_000;
const at = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day);
const activityOf = (document: unknown): Activity | null => createActivity(createCareer(document as CareerDocument, AS_OF));
const withSeries = (series: readonly unknown[], more: object = {}): unknown => ({ ...makeDocument(), activity: { unit: "commits", series, ...more } });
const rows = (activity: Activity | null): unknown => activity && Array.from(activity.from, (from, i) => [from, activity.to[i], activity.counts[i], activity.seriesOf[i]]);

describe("createActivity", () => {
  it("reads dates as stretches, in the order of time, with their series", () => {
    const activity = activityOf(withSeries([
      { skill: "go", counts: { "2020-02-10": 3, "2020-02": 40, "2019": 5 } },
      { domain: "payments", counts: { "2020-02-10": 1, "1969-07-20": 2, "2021": 0 } },
    ], { source: "git log" }));
    expect(activity).toMatchObject({ unit: "commits", source: "git log", total: 51 });
    expect(activity?.series).toEqual([{ skill: "go", domain: null, total: 48 }, { skill: null, domain: "payments", total: 3 }]);
    expect(rows(activity)).toEqual([
      [at(1969, 7, 20), at(1969, 7, 21), 2, 1], [at(2019), at(2020), 5, 0], [at(2020, 2), at(2020, 3), 40, 0],
      [at(2020, 2, 10), at(2020, 2, 11), 3, 0], [at(2020, 2, 10), at(2020, 2, 11), 1, 1],
    ]);
  });
  it("puts a day before the month and the year that begin with it", () => {
    expect(rows(activityOf(withSeries([{ skill: "go", counts: { "2020": 1, "2020-01": 2, "2020-01-01": 3 } }])))).toEqual([
      [at(2020), at(2020) + DAY, 3, 0], [at(2020), at(2020, 2), 2, 0], [at(2020), at(2021), 1, 0],
    ]);
  });
  it("reads the first and the last date that can be written", () => {
    expect(rows(activityOf(withSeries([{ skill: "go", counts: { "9999-12-31": 2, "1000-01-01": 1 } }])))).toEqual([
      [at(1000), at(1000, 1, 2), 1, 0], [at(9999, 12, 31), at(10_000), 2, 0],
    ]);
  });
  it("is null where there is nothing to be seen", () => {
    const counts = { "2020": 1 };
    for (const document of [
      makeDocument(), withSeries([]), withSeries([{ skill: "go", counts: {} }]), withSeries([{ skill: "go", counts: { "2020": 0 } }]),
      withSeries([{ skill: "go", counts }], { visibility: "private" }), withSeries([{ skill: "go", counts, visibility: "private" }]),
    ]) expect(activityOf(document)).toBeNull();
  });
  it("passes over what a host's document has wrong, and takes no more than the limit", () => {
    const many = Object.fromEntries(Array.from({ length: MOST_COUNTS + 10 }, (_, i) => [new Date(at(1700) + i * DAY).toISOString().slice(0, 10), 1]));
    for (const series of [{}, { skill: "go" }, { skill: "go", counts: [] }, { skill: "rust", counts: { "2020": 1 } }, { counts: { "2020": 1 } }, { skill: "go", counts: { soon: 1, "2020": "1", "2021": 1.5, "2022": -1, "2023": 2e9 } }]) {
      expect(activityOf(withSeries([series])), JSON.stringify(series)).toBeNull();
    }
    expect(activityOf(withSeries([{ skill: "go", counts: many }]))?.from).toHaveLength(MOST_COUNTS);
  });
  it("takes a full load", () => {
    const counts = Object.fromEntries(Array.from({ length: MOST_COUNTS }, (_, i) => [new Date(at(1700) + i * DAY).toISOString().slice(0, 10), i % 7]));
    const activity = activityOf(withSeries([{ skill: "go", counts }]));
    expect(activity?.total).toBe(Array.from({ length: MOST_COUNTS }, (_, i) => i % 7).reduce((sum, n) => sum + n, 0));
    expect(activity?.from).toEqual(activity?.from.slice().sort());
  });
});

const isPublic = ({ visibility }: { readonly visibility?: string }): boolean => visibility !== "private";
const sumOf = ({ counts }: ActivitySeriesDocument): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

describe("activity, whatever the career", () => {
  it("passes the checks, and the light reading of an embed", () => {
    fc.assert(fc.property(arbActiveDocument, (document) => {
      expect(checkDocument(document)).toMatchObject({ ok: true, value: document });
      expect(readDocument(document)).toMatchObject({ ok: true, value: document });
    }), { numRuns: RUNS });
  });
  it("is summed up without a loss, and in order", () => {
    fc.assert(fc.property(arbActiveDocument, (document) => {
      const activity = activityOf(document);
      const public_ = document.activity && isPublic(document.activity) ? document.activity.series.filter(isPublic) : [];
      const expected = public_.reduce((sum, series) => sum + sumOf(series), 0);
      expect(activity?.total ?? 0).toBe(expected);
      if (activity === null) return;
      expect(activity.counts.reduce((sum, count) => sum + count, 0)).toBe(expected);
      for (let i = 1; i < activity.from.length; i += 1) expect(activity.from[i]).toBeGreaterThanOrEqual(activity.from[i - 1] ?? Infinity);
      expect(activity.series.map(({ skill, domain }) => ({ ...(skill === null ? {} : { skill }), ...(domain === null ? {} : { domain }) })))
        .toEqual(public_.map(({ skill, domain }) => ({ ...(skill === undefined ? {} : { skill }), ...(domain === undefined ? {} : { domain }) })));
    }), { numRuns: RUNS });
  });
  it("goes through a JSON Resume and back", () => {
    fc.assert(fc.property(arbActiveDocument, (document) => {
      const result = importCareer(JSON.stringify(toJsonResume(document)));
      expect(result.ok && result.value.document).toEqual(document);
    }), { numRuns: RUNS });
  });
  it("is published without private series, and what is published passes the checks", () => {
    fc.assert(fc.property(arbActiveDocument, (document) => {
      const published = publishedDocument(document);
      const { activity } = document;
      expect(published.activity).toEqual(activity && isPublic(activity) ? { ...activity, series: activity.series.filter(isPublic) } : undefined);
      expect(Object.hasOwn(published, "activity")).toBe(activity !== undefined && isPublic(activity));
      expect(checkDocument(published)).toMatchObject({ ok: true });
      // The owner's own file, opened on the page, shows no more than what is published.
      expect(rows(activityOf(document))).toEqual(rows(activityOf(published)));
    }), { numRuns: RUNS });
  });
});

describe("redacted activity", () => {
  const document = (series: ActivitySeriesDocument, achievement: object): CareerDocument => makeDocument({
    roles: [makeRole({ achievements: [makeAchievement({ domains: ["payments"], skills: [], ...achievement })] })],
    activity: { unit: "commits", series: [series] },
  });
  const skillsOf = (career: CareerDocument): unknown => redactDocument(career).skills?.map(({ id }) => id);
  it("takes a skill along that only private parts name, and leaves one that a public series names", () => {
    expect(skillsOf(document({ skill: "go", counts: {}, visibility: "private" }, {}))).toEqual([]);
    expect(skillsOf(document({ skill: "go", counts: {} }, { skills: ["go"], visibility: "private" }))).toEqual(["go"]);
    expect(skillsOf(document({ domain: "payments", counts: {} }, { skills: ["go"], visibility: "private" }))).toEqual([]);
  });
  it("keeps the owner's own keys to the owner", () => {
    const career = makeDocument();
    const mine = { ...career, activity: { unit: "commits", mine: 1, series: [{ skill: "go", mine: 2, counts: { "2020": 3 } }] } };
    expect(publishedDocument(mine).activity).toEqual({ unit: "commits", series: [{ skill: "go", counts: { "2020": 3 } }] });
  });
});

describe("activitySteps", () => {
  it("stops in between, however much there is, and comes to the same", () => {
    const some = Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [new Date(at(2000) + i * DAY).toISOString().slice(0, 10), 1]));
    const career = createCareer(withSeries([{ skill: "go", counts: some }]) as CareerDocument, AS_OF);
    const steps = activitySteps(career);
    const done = [steps.next().done, steps.next().done];
    expect(done).toEqual([false, false]);
    expect(steps.next()).toEqual({ done: true, value: createActivity(career) });
  });
});

describe("isAsked", () => {
  const go = { skill: "go", domain: null, total: 1 };
  const both = { skill: "go", domain: "payments", total: 1 };
  it.each([
    [go, [], [], true], [go, [], ["go"], true], [go, [], ["rust", "go"], true], [go, [], ["rust"], false], [go, ["payments"], [], false],
    [both, ["payments"], [], true], [both, ["payments"], ["go"], true], [both, ["payments"], ["rust"], false], [both, ["search"], ["go"], false],
  ])("tells of %o whether it is of fields %j and skills %j: %s", (series, domains, skills, expected) => {
    expect(isAsked(series, { domains, skills })).toBe(expected);
  });
});

describe("activityByYear", () => {
  const byYears = (series: readonly unknown[]): unknown => {
    const activity = activityOf(withSeries(series));
    return activity && activityByYear(activity).map(({ first, last, total, bySeries }) => [first, last, total, [...bySeries].sort(([a], [b]) => a - b)]);
  };
  it("adds up days, months and years of each series, and leaves out years without any", () => {
    expect(byYears([{ skill: "go", counts: { "2019-12-31": 1, "2020": 10, "2020-02": 5, "2020-02-29": 2 } }, { domain: "payments", counts: { "2020-05": 4, "2023": 1 } }])).toEqual([
      [2019, 2019, 1, [[0, 1]]], [2020, 2020, 21, [[0, 17], [1, 4]]], [2023, 2023, 1, [[1, 1]]],
    ]);
  });
  it("takes decades where there are too many years to read", () => {
    const counts = Object.fromEntries(Array.from({ length: 61 }, (_, i) => [String(1965 + i), 1]));
    expect(byYears([{ skill: "go", counts }])).toEqual([[1960, 1969, 5, [[0, 5]]], ...[1970, 1980, 1990, 2000, 2010].map((first) => [first, first + 9, 10, [[0, 10]]]), [2020, 2029, 6, [[0, 6]]]]);
  });
  it("loses nothing, in few rows", () => {
    fc.assert(fc.property(arbActiveDocument, (document) => {
      const activity = activityOf(document);
      if (activity === null) return;
      const all = activityByYear(activity);
      expect(all.length).toBeLessThanOrEqual(60);
      expect(all.reduce((sum, { total }) => sum + total, 0)).toBe(activity.total);
      activity.series.forEach(({ total }, i) => expect(all.reduce((sum, { bySeries }) => sum + (bySeries.get(i) ?? 0), 0)).toBe(total));
    }), { numRuns: RUNS });
  });
});
