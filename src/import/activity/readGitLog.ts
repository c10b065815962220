import { formatCount, formatList } from "../../lib/format.js";
import type { Issue } from "../../lib/result.js";
import { showText } from "../../lib/show.js";
import { parsePartialDate } from "../../model/dates.js";
import { targetOf, type ActivityMap } from "./activityMap.js";
import { readGitPath } from "./gitPath.js";
import type { LineReader } from "./reader.js";
import type { Tally } from "./tally.js";
import type { Target } from "./terms.js";

/** What makes the log that is read here: author dates, as days in the author's own zone. */
export const GIT_LOG = "git log --no-merges --date=short --format='commit %ad' --numstat";

const COMMIT = /^commit (.*)$/;
/** Lines added, lines removed ("-" for what is no text), the file. */
const FILE = /^([0-9]{1,15}|-)\t([0-9]{1,15}|-)\t(.+)$/;
/** Ends of names that are told of as unknown. */
const MOST_ENDS = 1000;
const MOST_ENDS_LISTED = 5;

/** A commit that is being read. */
interface Commit {
  readonly date: string;
  readonly line: number;
  /** Changed lines by target; files that are no text count none, and still name their target. */
  readonly changed: Map<string, { readonly target: Target; lines: number }>;
  /** The end of the first file that stands for nothing. */
  unknown: string | null;
  files: number;
}

/**
 * Reads what GIT_LOG prints, of one repository or of several in a row. A commit is counted once, for what most of its
 * changed lines are of, so that the counts are the number of commits. What is told of nothing but unknown files is
 * left out, and said.
 */
export function createGitReader(map: ActivityMap, tally: Tally): LineReader {
  /** "none": before the first. null: one whose date cannot be read; its files go with it. */
  let commit: Commit | "none" | null = "none";
  const left = { commits: 0, empty: 0, ends: new Map<string, number>() };

  const close = (): void => {
    if (commit === null || commit === "none") return;
    const { date, line, changed, unknown, files } = commit;
    let most: { readonly target: Target; readonly lines: number } | null = null;
    for (const each of changed.values()) if (most === null || each.lines > most.lines) most = each;
    if (most !== null) tally.add(most.target, date, 1, line);
    else if (files === 0) left.empty += 1;
    else {
      left.commits += 1;
      if (unknown !== null && (left.ends.has(unknown) || left.ends.size < MOST_ENDS)) left.ends.set(unknown, (left.ends.get(unknown) ?? 0) + 1);
    }
  };
  const takeFile = (added: string, removed: string, written: string): void => {
    if (commit === null || commit === "none") return;
    const file = readGitPath(written);
    const target = targetOf(map, file);
    commit.files += 1;
    if (target === null) {
      commit.unknown ??= endOf(file);
      return;
    }
    const key = JSON.stringify([target.domain, target.skill]);
    const lines = (added === "-" ? 0 : Number(added)) + (removed === "-" ? 0 : Number(removed));
    const sum = commit.changed.get(key);
    if (sum === undefined) commit.changed.set(key, { target, lines });
    else sum.lines += lines;
  };
  return {
    line: (text, number, isCut) => {
      if (text.trim() === "") return;
      const date = COMMIT.exec(text)?.[1];
      if (date !== undefined) {
        close();
        const isDay = parsePartialDate(date)?.precision === "day";
        commit = isDay ? { date, line: number, changed: new Map(), unknown: null, files: 0 } : null;
        if (!isDay) tally.fault(number, () => ({ code: "date", message: `cannot read ${showText(date)} as the day of a commit; its files are left out`, hint: `make the log with: ${GIT_LOG}` }));
        return;
      }
      const [, added, removed, file] = FILE.exec(text) ?? [];
      if (added === undefined || removed === undefined || file === undefined || isCut) {
        tally.fault(number, () => ({ code: "line", message: `expected a commit or a file with its numbers, found ${showText(text)}`, hint: `make the log with: ${GIT_LOG}` }));
      } else if (commit === "none") {
        tally.fault(number, () => ({ code: "line", message: "a file stands before the first commit", hint: `make the log with: ${GIT_LOG}` }));
      } else takeFile(added, removed, file);
    },
    end: () => {
      close();
      commit = "none";
      const issues: Issue[] = [];
      if (left.commits > 0) {
        const ends = [...left.ends].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_ENDS_LISTED).map(([end, n]) => `${end} (${n})`);
        issues.push({
          severity: "warning", code: "unmapped", path: "", message: `${formatCount(left.commits, "commit is", "commits are")} left out: no skill and no domain for ${formatList(ends)}`,
          hint: "name these in a map, or add the skill to the career",
        });
      }
      if (left.empty > 0) issues.push({ severity: "warning", code: "no-files", path: "", message: `${formatCount(left.empty, "commit names", "commits name")} no file and ${left.empty === 1 ? "is" : "are"} left out`, hint: `make the log with: ${GIT_LOG}` });
      return issues;
    },
  };
}

/** For whoever has to write the map. */
function endOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
  const dot = name.lastIndexOf(".");
  return showText(dot < 0 ? name : name.slice(dot), 20);
}
