import { describe, expect, it } from "vitest";
import { createRandom, generateCareer } from "./generate.js";
import { chartSvg } from "./harness/chart.js";
import { goalsOf } from "./harness/goals.js";
import { longestIn } from "./harness/longestTask.js";
import { panSteps, planRound, zoomSteps } from "./harness/plan.js";
import { reportText } from "./harness/report.js";
import { findRow, median, ratioTo, type Results, toRow, type Values } from "./harness/results.js";
import { SEED, serveBench } from "./serve.js";

describe("generateCareer", () => {
  it("is the same for the same seed and another for another", () => {
    expect(generateCareer(200, 7)).toEqual(generateCareer(200, 7));
    expect(generateCareer(200, 8)).not.toEqual(generateCareer(200, 7));
  });

  it.each([1, 20, 1000, 10_000])("makes %i events, sorted, in time, of groups that there are", (size) => {
    const { t0, t1, groups, events, roles } = generateCareer(size, 7);
    const ids = groups.map(({ id }) => id);
    expect(events).toHaveLength(size);
    expect(new Set([...events, ...roles].map(({ id }) => id)).size).toBe(size + roles.length);
    expect(events.map(({ date }) => date)).toEqual(events.map(({ date }) => date).sort((a, b) => a - b));
    for (const { date, group } of events) expect(date >= t0 && date <= t1 && ids.includes(group)).toBe(true);
    for (const { start, end, group } of roles) expect(start >= t0 && start < end && end <= t1 && ids.includes(group)).toBe(true);
  });

  it("draws from numbers in [0, 1) that are spread", () => {
    const random = createRandom(1);
    const numbers = Array.from({ length: 1000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(0.5, 1);
  });
});

describe("the server", () => {
  it("leads to our page, and has a career of any size", async () => {
    const server = await serveBench(0);
    const { address } = server;
    const first = await fetch(address, { redirect: "manual" });
    expect([first.status, first.headers.get("location")]).toEqual([302, "/bench.html"]);
    expect(await fetch(`${address}careers/20.json`).then((response) => response.json())).toEqual(generateCareer(20, SEED));
    expect((await fetch(`${address}nothing.html`)).status).toBe(404);
    server.close();
  });
});

describe("steps", () => {
  it("zoom ten in and ten out, at one instant", () => {
    const steps = zoomSteps(0, 1000);
    expect(steps).toHaveLength(20);
    expect(steps.at(-1)).toEqual({ from: 0, to: 1000 });
    for (const { from, to } of steps) expect((620 - from) / (to - from)).toBeCloseTo(0.62, 9);
    expect(Math.min(...steps.map(({ from, to }) => to - from))).toBeCloseTo(1000 * 0.8 ** 10, 6);
  });

  it("pan through time and stay inside of it", () => {
    const steps = panSteps(0, 1000);
    expect(steps).toHaveLength(21);
    for (const { from, to } of steps) expect(from >= 0 && to <= 1000 && Math.abs(to - from - 250) < 1e-9).toBe(true);
    expect(new Set(steps.map(({ from }) => from)).size).toBe(21);
  });
});

describe("planRound", () => {
  const names = ["a", "b", "c", "d", "e"];
  it("has every cell once, subjects side by side, in another order each round", () => {
    const cells = planRound(0, 1, names, [20, 1000], [1, 4]);
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(20);
    expect(new Set(cells.slice(0, 5).map(({ size, throttle }) => `${size} ${throttle}`)).size).toBe(1);
    const orders = Array.from({ length: 6 }, (_, round) => planRound(round, 1, names, [20], [1]).map(({ subject }) => subject).join(""));
    expect(new Set(orders).size).toBeGreaterThan(3);
    expect(planRound(2, 1, names, [20], [1])).toEqual(planRound(2, 1, names, [20], [1]));
  });
});

const row = (subject: string, size: number, values: Values, stopped: string | null = null, throttle = 1) => toRow(subject, size, throttle, [{ values, stopped, fault: null, notes: null }]);
const subject = (name: string, brotli: number) => ({ name, label: `<${name}|>`, version: "1.0.0", bytes: { raw: brotli, gzip: brotli, brotli, files: 1 }, notes: null });
const results = (rows: Results["rows"]): Results => ({
  browser: "1", node: "20", system: "linux", cores: 2, seed: 1, rounds: 1, limitSeconds: 60, sizes: [1000, 10_000, 100_000], throttles: [1, 4],
  subjects: [subject("ours", 50), subject("canvas", 1), subject("slow", 100)], rows,
});
const RUN = results([
  row("canvas", 1000, { zoomWork: 2, panWork: 2, complete: 50 }), row("canvas", 10_000, { zoomWork: 2, panWork: 2, complete: 60 }),
  row("ours", 1000, { zoomWork: 3, panWork: 3, nodes: 900 }), row("ours", 10_000, { zoomWork: 3.9, panWork: 3, nodes: 1400 }), row("ours", 100_000, { zoomWork: 4.4, panWork: 3, nodes: 1500 }),
  row("slow", 1000, { zoomWork: 30, panWork: 30 }), row("slow", 10_000, {}, "zoom did not finish in 60 s"),
  row("ours", 1000, { longestTask: 99 }, null, 4),
]);

describe("results", () => {
  it("takes medians of what was measured", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    const { medians, stopped, fault } = toRow("a", 20, 1, [{ values: { heap: 1 }, stopped: null, fault: null, notes: null }, { values: { heap: 3, nodes: 9 }, stopped: "late", fault: "x is null", notes: null }]);
    expect({ medians, stopped, fault }).toEqual({ medians: { heap: 2, nodes: 9 }, stopped: "late", fault: "x is null" });
  });

  it("tells multiples of the floor, and none where one is missing", () => {
    const floor = findRow(RUN.rows, "canvas", 10_000, 1);
    expect(ratioTo(floor, findRow(RUN.rows, "ours", 10_000, 1), "zoomWork")).toBe(1.95);
    expect(ratioTo(floor, findRow(RUN.rows, "slow", 10_000, 1), "zoomWork")).toBeNull();
  });
});

describe("goalsOf", () => {
  it("says that all are met", () => {
    expect(goalsOf(RUN).map(({ met }) => met)).toEqual([true, true, true, true, true]);
  });

  it.each([
    ["a peer's zoom is less", 0, row("slow", 1000, { zoomWork: 2.9 })],
    ["a pan is over twice the floor's", 1, row("ours", 10_000, { zoomWork: 3, panWork: 4.1 })],
    ["it grows with the events", 2, row("ours", 100_000, { zoomWork: 4.6, panWork: 3 })],
    ["there are too many nodes", 3, row("ours", 10_000, { zoomWork: 3, panWork: 3, nodes: 1501 })],
    ["a task is too long", 4, row("ours", 1000, { longestTask: 101 }, null, 4)],
  ])("says no where %s", (_, index, changed) => {
    const rows = RUN.rows.map((each) => (each.subject === changed.subject && each.size === changed.size && each.throttle === changed.throttle ? changed : each));
    expect(goalsOf(results(rows))[index]?.met).toBe(false);
  });

  it("says nothing where nothing was measured", () => {
    expect(goalsOf(results([])).map(({ met }) => met)).toEqual([null, null, null, null, null]);
  });
});

describe("reportText", () => {
  const text = reportText(RUN);
  it("says where a peer has less, and why, and nothing of it where none has", () => {
    expect(text).not.toContain("not first");
    const rows = RUN.rows.map((each) => (each.subject === "slow" && each.size === 1000 && each.throttle === 1 ? row("slow", 1000, { zoomWork: 2.5 }) : each));
    expect(reportText(results(rows))).toMatch(/## Where it is not first, and why[^#]*zoom step, main thread, ms \| at 1,000, 1×: [\d.]+, <slow\\\|> 2\.5 \| bands, roles/);
  });

  it("has value and multiple in a cell, what did not finish, and cells that no name breaks", () => {
    expect(text).toContain("3.9 (2.0×)");
    expect(text).toContain("- <slow|>: zoom did not finish in 60 s");
    const lines = text.split("\n").filter((line) => line.startsWith("| <slow"));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toContain("<slow\\|>");
  });
});

describe("chartSvg", () => {
  it("is well formed, with a dot per ratio and words where there is none", () => {
    const svg = chartSvg(RUN);
    expect(svg).toContain("&lt;slow|&gt;");
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg).toContain("did not finish");
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("longestIn", () => {
  const event = (tid: number, dur: number, name = "RunTask") => ({ name, ph: "X", pid: 1, tid, dur });
  it("looks at tasks of a page's main thread only", () => {
    const named = { name: "thread_name", ph: "M", pid: 1, tid: 5, args: { name: "CrRendererMain" } };
    expect(longestIn(JSON.stringify({ traceEvents: [event(5, 12_500), event(5, 3000), event(6, 90_000), event(5, 80_000, "Other"), named] }))).toBe(12.5);
    expect(() => longestIn(JSON.stringify({ traceEvents: [event(5, 1)] }))).toThrow("no task");
  });
});
