import { FLOOR, OURS } from "../subjects.js";
import { findRow, type Measure, MEASURES, ratioTo, type Results, type SubjectInfo } from "./results.js";

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

/** A figure in which a peer has less. */
export interface Lost {
  readonly measure: Measure | "bytes";
  /** "at 1,000, 4×"; "" for bytes, which are the same at every size. */
  readonly where: string;
  readonly own: number;
  /** The best of them, and how many have less. */
  readonly best: string;
  readonly least: number;
  readonly peers: number;
}

/** In every row at every size: no peer that finished has less. A tie within one frame is no loss where frames are counted. */
export function lostTo({ rows, subjects, sizes, throttles }: Results): { readonly judged: number; readonly lost: readonly Lost[] } {
  const peers = subjects.filter(({ name }) => name !== OURS && name !== FLOOR);
  let judged = 0;
  const lost: Lost[] = [];
  const judge = (measure: Lost["measure"], where: string, own: number | undefined, slack: number, valueOf: (peer: SubjectInfo) => number | undefined): void => {
    if (own === undefined) return;
    judged += 1;
    const better = peers.map((peer) => ({ label: peer.label, value: valueOf(peer) ?? Infinity })).filter(({ value }) => value + slack < own).sort((a, b) => a.value - b.value);
    if (better[0]) lost.push({ measure, where, own, best: better[0].label, least: better[0].value, peers: better.length });
  };
  judge("bytes", "", subjects.find(({ name }) => name === OURS)?.bytes?.brotli, 0, ({ bytes }) => bytes?.brotli);
  for (const throttle of throttles) for (const size of sizes) for (const measure of MEASURES) {
    judge(measure, `at ${round(size)}, ${throttle}×`, findRow(rows, OURS, size, throttle)?.medians[measure], PACED.includes(measure) ? FRAME_MS : 0, ({ name }) => findRow(rows, name, size, throttle)?.medians[measure]);
  }
  return { judged, lost };
}

function firstOfPeers(results: Results): Goal {
  const { judged, lost } = lostTo(results);
  return { goal: "first of all peers in every row at every size", met: results.rows.length === 0 ? null : lost.length === 0, measured: lost.length === 0 ? `${judged} figures` : `first in ${judged - lost.length} of ${judged} figures; the others, and why, are below` };
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
