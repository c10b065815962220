import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { MOST_LINES_OF_A_ROW } from "../../../src/import/activity/readCsv.js";
import { LONGEST_LINE } from "../../../src/import/activity/splitLines.js";
import { MOST_FAULTS_LISTED } from "../../../src/import/activity/tally.js";
import { MOST_AT_ONCE, MOST_COUNTS } from "../../../src/model/activityLimits.js";
import { checkDocument } from "../../../src/model/parseCareer.js";
import { PATIENCE_MS, RUNS } from "../../support/careers.js";
import { expectSound } from "../../support/issues.js";
import { brief, CAREER, readActivity } from "./readActivity.js";

vi.setConfig({ testTimeout: PATIENCE_MS });

const csv = (...rows: readonly string[]): ReturnType<typeof brief> => brief(readActivity(["date,count,skill,domain", ...rows].join("\n"), { format: "csv" }));

describe("a CSV of counts", () => {
  it("is added up by date, for what its row names", () => {
    expect(csv("2020-02-01,3,go,", "2020-02-01,4,Golang,payments", "2020-02,1,,Payments", "2019,5,GO,", "2020-02-01,2, go ,")).toEqual({
      counts: ["payments/ 2020-02=1", "payments/go 2020-02-01=4", "/go 2019=5", "/go 2020-02-01=5"], issues: [],
    });
  });
  it("may have other columns, any order, semicolons, quotes, a mark and any line ends", () => {
    const text = '\ufeff"Count"; NOTE ;Skill;"DATE"\r\n3;"a; ""b""\nover two lines";Go;2020-02-01\r\n\r\n;;;\r"4";;"go";"2020-02-02"\r';
    expect(brief(readActivity(text))).toEqual({ counts: ["/go 2020-02-01=3", "/go 2020-02-02=4"], issues: [] });
  });
  it("says what it counts, and how many lines there were", () => {
    const text = "date,count,domain\n2020-02-01,3,search\n";
    expect(readActivity(text)).toMatchObject({ ok: true, value: { format: "csv", lines: 2, counted: 3, activity: { unit: "entries", series: [{ domain: "search", counts: { "2020-02-01": 3 } }] } } });
    expect(readActivity(text, { unit: "publications" })).toMatchObject({ value: { activity: { unit: "publications" } } });
  });
  it("has dates as they are written elsewhere, where they leave no doubt", () => {
    expect(csv("2020-02-01T10:00:00Z,1,go,", "2020/2/3,1,go,", "March 2020,1,go,", "03/04/2020,1,go,")).toEqual({
      counts: ["/go 2020-02-01=1", "/go 2020-02-03=1", "/go 2020-03=1"], issues: ["5 date"],
    });
  });
  it("keeps what is good and names the line of what is not", () => {
    expect(csv("2020-02-30,3,go,", "2020-02-01,x,go,", "2020-02-01,-1,go,", "2020-02-01,1.5,go,", "2020-02-01,3,rust,", "2020-02-01,3,,pay", "2020-02-01,3,,", "2020-02-01", "2020-02-01,9999999999,go,", "2020-02-01,7,go,")).toEqual({
      counts: ["/go 2020-02-01=7"],
      issues: ["2 date", "3 count", "4 count", "5 count", "6 unknown-skill", "7 unknown-domain", "8 count-of-nothing", "9 count", "10 count"],
    });
    const result = readActivity("date,count,skill\n2020-02-01,1,go\n2020-02-01,3,golan");
    expect(result.issues).toMatchObject([{ severity: "warning", line: 3, message: 'line 3: no skill has the id or name "golan"', hint: 'did you mean "go"?' }]);
  });
  it("counts nothing for a zero, and says nothing of it", () => {
    expect(csv("2020-02-01,0,go,", "2020-02-02,1,go,")).toEqual({ counts: ["/go 2020-02-02=1"], issues: [] });
  });
  it("loses one line, not the file, to a quote that is never closed", () => {
    const rows = Array.from({ length: 60 }, (_, i) => `2020-03-${String(1 + (i % 30)).padStart(2, "0")},1,go,`);
    const { counts, issues } = csv('2020-02-01,1,"go,', ...rows);
    expect([counts.length, issues]).toEqual([30, ["2 quotes"]]);
    expect(csv(...rows.slice(0, 3), '2020-02-01,1,"go,').issues).toEqual(["5 quotes"]);
  });
  it("reads a quoted text over a few lines, and gives one up that goes on", () => {
    const note = (lines: number): string => `date,count,skill,note\n2020-02-01,1,go,"${"\n".repeat(lines - 1)}"\n2020-02-02,1,go,`;
    expect(brief(readActivity(note(MOST_LINES_OF_A_ROW))).issues).toEqual([]);
    expect(brief(readActivity(note(MOST_LINES_OF_A_ROW + 1)))).toEqual({ counts: ["/go 2020-02-02=1"], issues: ["2 quotes", `${MOST_LINES_OF_A_ROW + 2} quotes`] });
  });
  it("loses one line to one that is too long, also inside quotes", () => {
    const long = "x".repeat(LONGEST_LINE + 1);
    expect(csv(`2020-02-01,1,go,${long}`, "2020-02-02,1,go,")).toEqual({ counts: ["/go 2020-02-02=1"], issues: ["2 too-long"] });
    expect(csv(`2020-02-01,1,go,"`, long, "2020-02-02,1,go,")).toEqual({ counts: ["/go 2020-02-02=1"], issues: ["2 quotes", "3 too-long"] });
  });

  it.each([
    ["date,skill\n2020,go", "count"], ["when,count,skill\n2020,1,go", "date"], ["date,count\n2020,1", "skill or domain"], ["2020-02-01,3,go", "date, count and skill or domain"], ["\u0000", "date, count and skill or domain"],
  ])("cannot be read without its columns: %j", (text, missing) => {
    const result = readActivity(text);
    expect(brief(result)).toEqual({ counts: [], issues: ["- no-counts", "1 no-header"] });
    expect(result.issues[1]?.message).toContain(`no column ${missing}; it has`);
  });
  it.each([["", "the file is empty"], ["\n\n", "there is nothing to count in the file"], ["date,count,skill\n", "there is nothing to count in the file"]])("is no activity with nothing in it: %j", (text, message) => {
    expect(readActivity(text)).toMatchObject({ ok: false, issues: [{ severity: "error", code: "no-counts", message }] });
  });
  it("lists so many faults, and says how many more there are", () => {
    const { issues } = readActivity(`date,count,skill\n2020,1,go\n${"x,1,go\n".repeat(MOST_FAULTS_LISTED + 23)}`);
    expect(issues).toHaveLength(MOST_FAULTS_LISTED + 1);
    expect(issues.at(-1)).toMatchObject({ code: "more-issues", message: "and 23 more like these" });
  });
  it("keeps what is within the limit, and says where it was reached", () => {
    const day = (i: number): string => new Date(Date.UTC(1700, 0, 1 + i)).toISOString().slice(0, 10);
    const rows = Array.from({ length: MOST_COUNTS + 3 }, (_, i) => `${day(i)},2,go`);
    const result = readActivity(["date,count,skill", ...rows, `${day(0)},1,go`].join("\n"));
    expect(result.ok && Object.keys(result.value.activity.series[0]?.counts ?? {})).toHaveLength(MOST_COUNTS);
    expect(result.ok && result.value.counted).toBe(MOST_COUNTS * 2 + 1);
    expect(result.issues).toMatchObject([{ severity: "warning", code: "too-many-counts", line: MOST_COUNTS + 2, message: `there are more than 100k dated counts; from line 100,002 on, 3 lines with a sum of 6 are left out`.replace("100,002", String(MOST_COUNTS + 2)) }]);
    expect(result.ok && checkDocument({ ...CAREER, activity: result.value.activity }).ok).toBe(true);
  });
  it("takes no more on one date than a career may have", () => {
    expect(csv(`2020,${MOST_AT_ONCE},go,`, "2020,1,go,", "2021,1,go,")).toEqual({ counts: [`/go 2020=${MOST_AT_ONCE}`, "/go 2021=1"], issues: ["3 out-of-range"] });
  });

  const arbCell = fc.oneof(fc.constantFrom("2020-02-01", "2020", "1", "3", "go", "ts", "payments", "", '"', '""', '"go"', "date", "count", "skill", "\n", "\r\n", "\ufeff", "\u0000", "commit 2020-01-01"), fc.string());
  /** Nearly right: cells at random hardly ever make a line that counts. */
  const arbLikelyRow = fc.tuple(fc.constantFrom("2020-02-01", "2020-02", "2020"), fc.constantFrom("1", "3", String(MOST_AT_ONCE)), fc.constantFrom("go", "ts", ""), fc.constantFrom("payments", ""));
  it("never throws, and what it gives passes the checks", () => {
    let [runs, read] = [0, 0];
    fc.assert(fc.property(fc.boolean(), fc.array(fc.oneof(fc.array(arbCell, { maxLength: 5 }), arbLikelyRow), { maxLength: 40 }), fc.constantFrom({}, { format: "csv" as const }, { format: "git" as const }), (headed, rows, options) => {
      const result = readActivity(`${headed ? "date,count,skill,domain\n" : ""}${rows.map((row) => row.join(",")).join("\n")}`, options);
      runs += 1;
      expectSound(result);
      if (!result.ok) return;
      read += 1;
      expect(checkDocument({ ...CAREER, activity: result.value.activity })).toMatchObject({ ok: true });
    }), { numRuns: RUNS });
    expect(read).toBeGreaterThan(runs / 10);
  });
  it("gives back what was written, however it is cut", () => {
    const arbRow = fc.record({ day: fc.integer({ min: 0, max: 300 }), length: fc.constantFrom(4, 7, 10), count: fc.nat({ max: 50 }), skill: fc.constantFrom("go", "ts", ""), domain: fc.constantFrom("payments", "search") });
    fc.assert(fc.property(fc.array(arbRow, { maxLength: 40 }), (rows) => {
      const sums = new Map<string, number>();
      const lines = rows.map(({ day, length, count, skill, domain }) => {
        const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, length);
        if (count > 0) sums.set(`${domain}/${skill} ${date}`, (sums.get(`${domain}/${skill} ${date}`) ?? 0) + count);
        return `${date};${count};${skill};${domain}`;
      });
      const { counts } = brief(readActivity(`date;count;skill;domain\n${lines.join("\n")}`));
      expect([...counts].sort()).toEqual([...sums].map(([key, sum]) => `${key}=${sum}`).sort());
    }), { numRuns: RUNS });
  });
});
