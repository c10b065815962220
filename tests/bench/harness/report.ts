import { FLOOR, OURS } from "../subjects.js";
import { goalsOf } from "./goals.js";
import { findRow, type Measure, MEASURES, ratioTo, type Results, type SubjectInfo } from "./results.js";

interface Column {
  readonly measure: Measure;
  readonly title: string;
  readonly digits: number;
}

const TITLES: Record<Measure, readonly [title: string, digits: number]> = {
  complete: ["complete picture, ms", 0],
  zoomWork: ["zoom step, main thread, ms", 1],
  panWork: ["pan step, main thread, ms", 1],
  zoomFrame: ["zoom step to paint, ms", 0],
  panFrame: ["pan step to paint, ms", 0],
  filterFrame: ["filter to paint, ms", 0],
  nodes: ["nodes", 0],
  heap: ["heap, MB", 1],
  zoomCpu: ["zoom step, all threads, ms", 1],
  panCpu: ["pan step, all threads, ms", 1],
  longestTask: ["longest task, ms", 0],
};

const number = (value: number, digits: number): string => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** "3.2×", "120×": two figures that mean something, no more. */
export const formatRatio = (ratio: number): string => `${ratio >= 10 ? number(ratio, 0) : number(ratio, 1)}×`;

/** Pipes and line ends would end a cell. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

/** RESULTS.md: what was measured, how, and by what on which it rests. Names no machine and no path. */
export function reportText(results: Results): string {
  return [
    "# Results",
    "`npm run bench` wrote this file, `results.json` (every round's values) and `results.svg`. What is measured and how is in the [README](README.md).",
    howItWasRun(results),
    ...(results.subjects.some(({ name }) => name === OURS) ? ["## Goals", table(["goal", "met", "measured"], goalsOf(results).map(({ goal, met, measured }) => [goal, met === null ? "not measured" : met ? "yes" : "**no**", measured]))] : []),
    "## Versions and bytes",
    bytesTable(results.subjects),
    ...results.throttles.flatMap((throttle) => results.sizes.map((size) => sizeSection(results, size, throttle))),
    "## Notes",
    results.subjects.map(({ label, notes }) => `- **${label}**: ${notes ?? "–"}`).join("\n"),
  ].join("\n\n").concat("\n");
}

function howItWasRun({ browser, node, system, cores, seed, rounds, limitSeconds }: Results): string {
  return `Chromium ${browser}, headless, without a GPU; Node ${node}, ${system}, ${cores} ${cores === 1 ? "core" : "cores"}. Window 1280 × 800 at one pixel per pixel. `
    + `${rounds} ${rounds === 1 ? "round" : "rounds"}, seed ${seed}, the order of subjects shuffled in each; every measurement in a fresh page. Numbers are medians; × is the multiple of the floor's. A page has ${limitSeconds} s.`;
}

function bytesTable(subjects: readonly SubjectInfo[]): string {
  const floor = subjects.find(({ name }) => name === FLOOR)?.bytes;
  return table(["subject", "version", "files", "raw, kB", "gzip, kB", "brotli, kB", "brotli, × floor"], subjects.map(({ label, version, bytes }) => [
    label, version, ...(bytes ? [String(bytes.files), number(bytes.raw / 1000, 1), number(bytes.gzip / 1000, 1), number(bytes.brotli / 1000, 1), floor ? formatRatio(bytes.brotli / floor.brotli) : "–"] : ["–", "–", "–", "–", "–"]),
  ]));
}

function sizeSection({ rows, subjects }: Results, size: number, throttle: number): string {
  const own = subjects.map((subject) => ({ subject, row: findRow(rows, subject.name, size, throttle) }));
  const floor = findRow(rows, FLOOR, size, throttle);
  const columns: Column[] = MEASURES.filter((measure) => own.some(({ row }) => row?.medians[measure] !== undefined)).map((measure) => ({ measure, title: TITLES[measure][0], digits: TITLES[measure][1] }));
  const lines = own.map(({ subject, row }) => [
    subject.label,
    ...columns.map(({ measure, digits }) => {
      const value = row?.medians[measure];
      if (value === undefined) return "–";
      const ratio = subject.name === FLOOR ? null : ratioTo(floor, row, measure);
      return number(value, digits) + (ratio === null ? "" : ` (${formatRatio(ratio)})`);
    }),
  ]);
  const stopped = own.flatMap(({ subject, row }) => [...(row?.stopped ? [row.stopped] : []), ...(row?.fault ? [`the page threw “${row.fault}”`] : [])].map((what) => `- ${subject.label}: ${what}`));
  return [`## ${number(size, 0)} events, ${throttle === 1 ? "plain" : `${throttle}× slower processor`}`, table(["subject", ...columns.map(({ title }) => title)], lines), ...(stopped.length > 0 ? [stopped.join("\n")] : [])].join("\n\n");
}
