import type { Browser } from "playwright-core";
import { launchBrowser } from "../../support/chromium.js";
import { buildSubjects } from "../build.js";
import { serveBench } from "../serve.js";
import { type Subject, versionOf } from "../subjects.js";
import { measureBytes } from "./bytes.js";
import { measureCell } from "./measure.js";
import { type Cell, planRound } from "./plan.js";
import { NOT_RUN, type Results, type Sample, type SubjectInfo, toRow } from "./results.js";

export interface BenchOptions {
  readonly subjects: readonly Subject[];
  readonly sizes: readonly number[];
  readonly throttles: readonly number[];
  readonly rounds: number;
  readonly limitSeconds: number;
  readonly seed: number;
  readonly node: string;
  readonly system: string;
  readonly cores: number;
  /** A folder for pictures of the plain first round, or null. */
  readonly pictures: string | null;
  /** Called with a line per measurement. */
  readonly say: (text: string) => void;
}

const keyOf = ({ subject, size, throttle }: Cell): string => `${subject} ${size} ${throttle}`;

/** Builds, serves and drives all of it. What fails, fails by itself: the run goes on without it. */
export async function runBench(options: BenchOptions): Promise<Results> {
  const { subjects, sizes, throttles, rounds, limitSeconds, seed, say } = options;
  const failed = await buildSubjects(subjects);
  const built = subjects.filter(({ name }) => !failed.has(name));
  const server = await serveBench(0);
  let browser = await launchBrowser();
  const version = browser.version();
  // A page that hangs may hang its browser: the next one gets another.
  const restart = async (old: Browser): Promise<Browser> => {
    await Promise.race([old.close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
    return launchBrowser();
  };
  try {
    const infos = new Map<string, SubjectInfo>();
    for (const subject of subjects) {
      const { name, label } = subject;
      const info = { name, label, version: versionOf(subject), bytes: null, notes: failed.get(name) ?? null };
      infos.set(name, info);
      if (failed.has(name)) continue;
      try {
        infos.set(name, { ...info, bytes: await measureBytes(browser, server.address, name, limitSeconds * 1000) });
      } catch (error) {
        infos.set(name, { ...info, notes: `its bytes were not measured: ${error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error)}` });
        browser = await restart(browser);
      }
    }

    const samples = new Map<string, Sample[]>();
    const add = (cell: Cell, sample: Sample): void => void samples.set(keyOf(cell), [...(samples.get(keyOf(cell)) ?? []), sample]);
    /** Subjects and speeds that could not do a size, and so will not do a larger one. */
    const stoppedAt = new Map<string, { readonly size: number; readonly why: string }>();
    for (let round = 0; round < rounds; round += 1) {
      for (const cell of planRound(round, seed, built.map(({ name }) => name), sizes, throttles)) {
        const before = throttles.filter((throttle) => throttle <= cell.throttle).map((throttle) => stoppedAt.get(`${cell.subject} ${throttle}`)).find((stop) => stop && stop.size <= cell.size);
        if (before) {
          if (!samples.has(keyOf(cell))) add(cell, { values: {}, stopped: before.size === cell.size ? before.why : `${NOT_RUN}, since at ${before.size.toLocaleString("en")} events: ${before.why}`, fault: null, notes: null });
          continue;
        }
        const sample = await measureCell(browser, server.address, cell, { totalMs: limitSeconds * 1000, phaseMs: limitSeconds * 150, pictures: round === 0 && cell.throttle === 1 ? options.pictures : null });
        add(cell, sample);
        const info = infos.get(cell.subject);
        if (info && info.notes === null && sample.notes !== null) infos.set(cell.subject, { ...info, notes: sample.notes });
        if (sample.stopped !== null) {
          stoppedAt.set(`${cell.subject} ${cell.throttle}`, { size: cell.size, why: sample.stopped });
          browser = await restart(browser);
        }
        const { complete, zoomWork } = sample.values;
        say(`round ${round + 1}/${rounds}  ${cell.size} events  ${cell.throttle}×  ${cell.subject}: ${sample.stopped ?? `complete ${Math.round(complete ?? NaN)} ms, zoom step ${(zoomWork ?? NaN).toFixed(1)} ms`}`);
      }
    }

    const cells = planRound(0, seed, built.map(({ name }) => name), sizes, throttles);
    return {
      browser: version, node: options.node, system: options.system, cores: options.cores, seed, rounds, limitSeconds, sizes, throttles,
      subjects: [...infos.values()],
      rows: cells.map((cell) => toRow(cell.subject, cell.size, cell.throttle, samples.get(keyOf(cell)) ?? [])),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
