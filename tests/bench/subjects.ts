import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const BENCH = import.meta.dirname;
export const ROOT = join(BENCH, "../..");

export interface Subject {
  /** As `--subjects` takes it; also the folder below dist/. */
  readonly name: string;
  readonly label: string;
  /** What the page runs, from tests/bench. */
  readonly entry: string;
  /** The npm package whose version is named; null for what has none. */
  readonly package: string | null;
}

export const FLOOR = "canvas";
export const OURS = "ours";

const ALL: readonly Subject[] = [
  { name: OURS, label: "career-timeline", entry: "pages/ours.tsx", package: null },
  { name: FLOOR, label: "bare canvas (floor)", entry: "pages/canvas.ts", package: null },
  { name: "vis-timeline", label: "vis-timeline", entry: "peers/visTimeline.ts", package: "vis-timeline" },
  { name: "timelinejs", label: "@knight-lab/timelinejs", entry: "peers/timelineJs.ts", package: "@knight-lab/timelinejs" },
  { name: "react-chrono", label: "react-chrono", entry: "peers/reactChrono.tsx", package: "react-chrono" },
  { name: "timelines-chart", label: "timelines-chart", entry: "peers/timelinesChart.ts", package: "timelines-chart" },
  { name: "event-drops", label: "event-drops", entry: "peers/eventDrops.ts", package: "event-drops" },
  { name: "gravity", label: "@gravity-ui/timeline", entry: "peers/gravityTimeline.ts", package: "@gravity-ui/timeline" },
  { name: "echarts", label: "echarts", entry: "peers/echarts.ts", package: "echarts" },
  { name: "plot", label: "@observablehq/plot", entry: "peers/plot.ts", package: "@observablehq/plot" },
  { name: "vega-lite", label: "vega-lite", entry: "peers/vegaLite.ts", package: "vega-lite" },
];

/** `ours.tsx` or `ours.ts`: a subject whose page is not written is not there. */
function withEntry(subject: Subject): Subject | null {
  const entry = [subject.entry, subject.entry.replace(/x$/, "")].find((path) => existsSync(join(BENCH, path)));
  return entry === undefined ? null : { ...subject, entry };
}

/** Those whose page exists, the project's own first. */
const subjects: readonly Subject[] = ALL.map(withEntry).filter((subject) => subject !== null);

/**
 * What `--subjects` names, in the table's order, the floor always among them: everything is told as a multiple of it.
 *
 * @throws for a name that no subject has
 */
export function selectSubjects(names: readonly string[] | null): readonly Subject[] {
  if (!names) return subjects;
  const unknown = names.find((name) => !subjects.some((subject) => subject.name === name));
  if (unknown !== undefined) throw new Error(`no subject "${unknown}"; there are ${subjects.map(({ name }) => name).join(", ")}`);
  return subjects.filter(({ name }) => name === FLOOR || names.includes(name));
}

/** The version that is installed, from the package's own file. */
export function versionOf(subject: Subject): string {
  const path = subject.package === null ? (subject.name === OURS ? join(ROOT, "package.json") : null) : join(BENCH, "node_modules", subject.package, "package.json");
  if (path === null) return "–";
  const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "unknown";
}
