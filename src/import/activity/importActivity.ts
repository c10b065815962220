import { err, ok, type Issue, type Result } from "../../lib/result.js";
import { showText } from "../../lib/show.js";
import type { ActivityDocument, CareerDocument } from "../../model/document.js";
import { createLanguageMap, readActivityMap } from "./activityMap.js";
import { createCsvReader } from "./readCsv.js";
import { createGitReader, GIT_LOG } from "./readGitLog.js";
import type { LineReader } from "./reader.js";
import { createLineSplitter } from "./splitLines.js";
import { createTally } from "./tally.js";
import { createTerms } from "./terms.js";

export type ActivityFormat = "csv" | "git";

export interface ActivityOptions {
  /** Has passed `checkDocument`; its skills and domains are what may be counted. */
  readonly career: CareerDocument;
  /** Without it, told by the first line: a log begins with "commit". */
  readonly format?: ActivityFormat;
  /** Text of the owner's map from paths and extensions to skills and domains. */
  readonly map?: string;
  /** What is counted, in the plural. Default "commits" for a log, "entries" for CSV. */
  readonly unit?: string;
}

export interface ImportedActivity {
  readonly activity: ActivityDocument;
  readonly format: ActivityFormat;
  /** Of the file. */
  readonly lines: number;
  /** Sum of all counts. */
  readonly counted: number;
}

/** Takes a file piece by piece, of any size: what it keeps is bounded by the limits of the format. */
export interface ActivityReader {
  readonly push: (text: string) => void;
  /** Once, when the file is over. Issues are warnings with their `line`; not ok where there was nothing to count. */
  readonly finish: () => Result<ImportedActivity>;
}

/**
 * A reader of dated counts in CSV or from `git log`. What is good is kept, what is not is listed with its line (the
 * first 100, and how many more). Never throws, whatever it is given.
 * @returns not ok where the owner's map cannot be used
 */
export function createActivityReader({ career, format: asked, map: mapText, unit }: ActivityOptions): Result<ActivityReader> {
  const terms = createTerms(career);
  const map = mapText === undefined ? ok(createLanguageMap(terms)) : readActivityMap(mapText, terms);
  if (!map.ok) return map;
  const tally = createTally(terms);
  let format: ActivityFormat | null = asked ?? null;
  let reader: LineReader | null = null;
  const splitter = createLineSplitter((line, number, isCut) => {
    if (reader === null && line.trim() === "") return;
    format ??= line.startsWith("commit ") ? "git" : "csv";
    reader ??= format === "git" ? createGitReader(map.value, tally) : createCsvReader(terms, tally);
    reader.line(line, number, isCut);
  });
  const finish = (): Result<ImportedActivity> => {
    const lines = splitter.finish();
    const last = reader?.end() ?? [];
    const issues = [...tally.issues(), ...last];
    const series = tally.series();
    if (series.length === 0 || format === null) return err([nothing(lines), ...issues]);
    const isLog = format === "git";
    return ok({ activity: { unit: unit ?? (isLog ? "commits" : "entries"), ...(isLog ? { source: "git log" } : {}), series }, format, lines, counted: tally.counted() }, issues);
  };
  return ok({ push: splitter.push, finish }, map.issues);
}

function nothing(lines: number): Issue {
  return {
    severity: "error", code: "no-counts", path: "", message: lines === 0 ? "the file is empty" : "there is nothing to count in the file",
    hint: `expected CSV with the columns date,count,skill or date,count,domain, or the output of ${showText(GIT_LOG, 100)}`,
  };
}
