import { FLOOR, OURS } from "../subjects.js";
import { goalsOf, lostTo, type Lost } from "./goals.js";
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
    ...whyNotFirst(results),
    "## Versions and bytes",
    bytesTable(results.subjects),
    ...results.throttles.flatMap((throttle) => results.sizes.map((size) => sizeSection(results, size, throttle))),
    "## Notes",
    results.subjects.map(({ label, notes }) => `- **${label}**: ${notes ?? "–"}`).join("\n"),
  ].join("\n\n").concat("\n");
}

function howItWasRun({ browser, node, system, cores, seed, rounds, limitSeconds }: Results): string {
  return `Chromium ${browser}, headless, without a GPU; Node ${node}, ${system}, ${cores} ${cores === 1 ? "core" : "cores"}. Window 1280 × 800 at one pixel per pixel. `
    + `${rounds} ${rounds === 1 ? "round" : "rounds"} (\`--rounds ${rounds} --limit ${limitSeconds}\`), seed ${seed}, the order of subjects shuffled in each; every measurement in a fresh page. Numbers are medians; × is the multiple of the floor's. A page has ${limitSeconds} s.`;
}

const PAGE = "what is measured of ours is a whole page: header, filters, list, skills and figures stand around the arc, and the tools that move it";
const STEP = "bands, roles, axis and marks are counted from the left edge, placed and painted anew at each step, however few events there are; tools that draw dots alone have less to do, until there are many";
const DOCUMENT = "names, links and the order of focus stay in the document, for keys and for those who hear it; what is only painted has none of them";
const LATER = "a filter also counts every option anew, and draws list, skills, figures and sentences, in the same turn as the arc";
/** Why a peer may have less. */
const WHY: Readonly<Record<Lost["measure"], string>> = {
  bytes: PAGE, complete: `${PAGE}; the picture is complete when all of it is`, zoomWork: STEP, panWork: STEP, zoomCpu: STEP, panCpu: STEP, zoomFrame: STEP, panFrame: STEP,
  filterFrame: LATER, longestTask: LATER, nodes: DOCUMENT, heap: `${DOCUMENT}; and the words of every achievement are kept ready for the search`,
};

/** One line for each thing that is measured: where others have less, who has the least, and the reason. */
function whyNotFirst(results: Results): string[] {
  const { lost } = lostTo(results);
  if (lost.length === 0) return [];
  const value = ({ measure }: Lost, of: number): string => (measure === "bytes" ? `${number(of / 1000, 0)} kB` : number(of, TITLES[measure][1]));
  const rows = [...new Set(lost.map(({ measure }) => measure))].map((measure) => [
    measure === "bytes" ? "bytes, brotli" : TITLES[measure][0],
    lost.filter((each) => each.measure === measure).map((each) => `${each.where === "" ? "" : `${each.where}: `}${value(each, each.own)}, ${each.best} ${value(each, each.least)}${each.peers > 1 ? ` and ${each.peers - 1} more` : ""}`).join("; "),
    WHY[measure],
  ]);
  return ["## Where it is not first, and why", "Ours, then the peer with the least, and how many more have less than ours; × is how much the processor was slowed. Where it is frames that are counted (to paint), less than one of them, 16.7 ms, is no difference.", table(["measured", "where", "why"], rows)];
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
