import { FLOOR, OURS } from "../subjects.js";
import { findRow, type Measure, MEASURES, ratioTo, type Results } from "./results.js";

export interface Goal {
  readonly goal: string;
  /** null where this run did not measure it. */
  readonly met: boolean | null;
  readonly measured: string;
}

const STEPS: readonly Measure[] = ["zoomWork", "panWork"];
/** Painted frames come at the screen's pace: what is on it as early as can be is not outrun. */
const FRAME_MS = 1000 / 60;
const PACED: readonly Measure[] = ["zoomFrame", "panFrame", "filterFrame"];

const round = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 });

/** The project's goals, each with the figure that it is judged by. */
export function goalsOf(results: Results): Goal[] {
  return [firstOfPeers(results), nearTheFloor(results), growsLittle(results), fewNodes(results), shortTasks(results)];
}

/** In every row at every size: no peer that finished has less. A tie within one frame is no loss where frames are counted. */
function firstOfPeers({ rows, subjects, sizes, throttles }: Results): Goal {
  const peers = subjects.filter(({ name }) => name !== OURS && name !== FLOOR);
  let judged = 0;
  const lost = throttles.flatMap((throttle) => sizes.flatMap((size) => MEASURES.flatMap((measure) => {
    const own = findRow(rows, OURS, size, throttle)?.medians[measure];
    if (own === undefined) return [];
    judged += 1;
    const slack = PACED.includes(measure) ? FRAME_MS : 0;
    return peers.flatMap(({ name, label }) => {
      const value = findRow(rows, name, size, throttle)?.medians[measure];
      return value !== undefined && value + slack < own ? [`${measure} at ${round(size)}, ${throttle}×: ${label} ${round(value)}, ours ${round(own)}`] : [];
    });
  })));
  const own = subjects.find(({ name }) => name === OURS)?.bytes;
  const smaller = own ? peers.flatMap(({ label, bytes }) => (bytes && bytes.brotli < own.brotli ? [`bytes: ${label} ${round(bytes.brotli / 1000)} kB, ours ${round(own.brotli / 1000)} kB`] : [])) : [];
  const all = [...smaller, ...lost];
  return { goal: "first of all peers in every row at every size", met: judged === 0 ? null : all.length === 0, measured: all.length === 0 ? `${judged} rows` : all.join("; ") };
}

function nearTheFloor({ rows, throttles }: Results): Goal {
  const ratios = throttles.flatMap((throttle) => STEPS.flatMap((measure) => {
    const ratio = ratioTo(findRow(rows, FLOOR, 10_000, throttle), findRow(rows, OURS, 10_000, throttle), measure);
    return ratio === null ? [] : [{ text: `${measure} ${round(ratio)}× (${throttle}×)`, ratio }];
  }));
  return { goal: "zoom and pan step at most 2× the floor's at 10,000", met: ratios.length === 0 ? null : ratios.every(({ ratio }) => ratio <= 2), measured: ratios.map(({ text }) => text).join(", ") };
}

function growsLittle({ rows, throttles }: Results): Goal {
  const ratios = throttles.flatMap((throttle) => STEPS.flatMap((measure) => {
    const ratio = ratioTo(findRow(rows, OURS, 1000, throttle), findRow(rows, OURS, 100_000, throttle), measure);
    return ratio === null ? [] : [{ text: `${measure} ${round(ratio)}× (${throttle}×)`, ratio }];
  }));
  return { goal: "a step at 100,000 at most 1.5× one at 1,000", met: ratios.length === 0 ? null : ratios.every(({ ratio }) => ratio <= 1.5), measured: ratios.map(({ text }) => text).join(", ") };
}

function fewNodes({ rows }: Results): Goal {
  const counts = rows.flatMap(({ subject, medians }) => (subject === OURS && medians.nodes !== undefined ? [medians.nodes] : []));
  const most = Math.max(...counts);
  return { goal: "at most 1,500 nodes at any size", met: counts.length === 0 ? null : most <= 1500, measured: counts.length === 0 ? "" : `${round(most)} at most` };
}

function shortTasks({ rows }: Results): Goal {
  const longest = findRow(rows, OURS, 1000, 4)?.medians.longestTask;
  return { goal: "no interaction over 100 ms with 1,000 events and a 4× slower processor", met: longest === undefined ? null : longest <= 100, measured: longest === undefined ? "" : `${round(longest)} ms` };
}
