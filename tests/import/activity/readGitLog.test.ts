import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { GIT_LOG } from "../../../src/import/activity/readGitLog.js";
import { checkDocument } from "../../../src/model/parseCareer.js";
import { PATIENCE_MS, RUNS } from "../../support/careers.js";
import { expectSound } from "../../support/issues.js";
import { brief, CAREER, readActivity } from "./readActivity.js";

vi.setConfig({ testTimeout: PATIENCE_MS });

/** As git prints it: an empty line between a commit and its files. */
const commit = (date: string, ...files: readonly string[]): string => `commit ${date}\n${files.length === 0 ? "" : `\n${files.join("\n")}\n`}`;
const log = (text: string, map?: unknown): ReturnType<typeof brief> => brief(readActivity(text, map === undefined ? {} : { map: JSON.stringify(map) }));

describe("the output of git log", () => {
  it("is a commit a day for the language that most of its lines are in", () => {
    const text = commit("2020-02-01", "3\t1\tsrc/a.go", "9\t0\tweb/a.ts") + commit("2020-02-01", "5\t5\tsrc/a.go", "9\t0\tweb/a.ts", "100\t0\tREADME.md") + commit("2020-02-03", "1\t0\ta/b/C.GO");
    expect(log(text)).toEqual({ counts: ["/go 2020-02-01=1", "/go 2020-02-03=1", "/ts 2020-02-01=1"], issues: [] });
    expect(readActivity(text)).toMatchObject({ value: { format: "git", counted: 3, activity: { unit: "commits", source: "git log" } } });
  });
  it("adds up the files of one language before it compares", () => {
    expect(log(commit("2020-02-01", "5\t0\ta.ts", "3\t0\ta.go", "3\t0\tb.go")).counts).toEqual(["/go 2020-02-01=1"]);
  });
  it("counts a commit of files that are no text, and of none changed", () => {
    expect(log(commit("2020-02-01", "-\t-\tweb/a.ts") + commit("2020-02-02", "0\t0\ta.go => b/a.go")).counts).toEqual(["/go 2020-02-02=1", "/ts 2020-02-01=1"]);
  });
  it("counts by the owner's paths, the longest first, and still by language", () => {
    const map = { paths: { "src/": "search", "./src/payments/": "payments", "docs/api.md": "skill:search", "vendor": null }, extensions: { ".sql": "payments", ".d.ts": null } };
    const files = (...names: readonly string[]): readonly string[] => log(names.map((name, i) => commit(`2020-02-0${i + 1}`, `1\t0\t${name}`)).join(""), map).counts;
    expect(files("src/a.txt", "src/payments/a.txt", "src/payments/a.go", "src/payments2/a.go", "docs/api.md", "docs/other.md", "vendor/a.go", "a.sql", "a.d.ts")).toEqual([
      "payments/ 2020-02-02=1", "payments/ 2020-02-08=1", "payments/go 2020-02-03=1", "search/ 2020-02-01=1", "search/go 2020-02-04=1", "/search 2020-02-05=1",
    ]);
  });
  it("knows renamed files by their new names, and unusual ones in quotes", () => {
    const map = { paths: { new: "search", "überweisung": "payments", 'a"b': "payments" } };
    const of = (name: string): readonly string[] => log(commit("2020-02-01", `1\t0\t${name}`), map).counts.map((each) => each.split(" ")[0] ?? "");
    expect(of("{old => new}/a.txt")).toEqual(["search/"]);
    expect(of("new/{ => deep}/a.txt")).toEqual(["search/"]);
    expect(of("new/{deep => }/a.txt")).toEqual(["search/"]);
    expect(of("old/a.txt => new/a.txt")).toEqual(["search/"]);
    expect(of('"\\303\\274berweisung/a.txt"')).toEqual(["payments/"]);
    expect(of('"a\\"b/c.txt"')).toEqual(["payments/"]);
    expect(of('"x\\ty.txt" => "a\\"b/c.txt"')).toEqual(["payments/"]);
    expect(of('old.txt => "a\\"b/c.txt"')).toEqual(["payments/"]);
  });
  it("may be of several repositories in a row, in any order of time", () => {
    expect(log(commit("2020-02-02", "1\t0\ta.go") + commit("2019-01-01", "1\t0\ta.go") + commit("2020-02-02", "1\t0\tb.go")).counts).toEqual(["/go 2019-01-01=1", "/go 2020-02-02=2"]);
  });
  it("says which commits it left out, and for what", () => {
    const result = readActivity(commit("2020-02-01", "1\t0\ta.md") + commit("2020-02-02", "1\t0\tb.md", "1\t0\tMakefile") + commit("2020-02-03") + commit("2020-02-04", "1\t0\ta.go"));
    expect(brief(result)).toEqual({ counts: ["/go 2020-02-04=1"], issues: ["- unmapped", "- no-files"] });
    expect(result.issues.map(({ message }) => message)).toEqual(['2 commits are left out: no skill and no domain for ".md" (2)', "1 commit names no file and is left out"]);
  });
  it("keeps what is good and names the line of what is not", () => {
    const text = `1\t0\ta.go\n${commit("2020-02-30", "1\t0\ta.go")}${commit("2020-02-01", "1\t0\ta.go", "x\ty\tz", "1 0 a.go")}hello\n${commit("2020-02", "1\t0\ta.go")}`;
    expect(brief(readActivity(text, { format: "git" }))).toEqual({ counts: ["/go 2020-02-01=1"], issues: ["1 line", "2 date", "8 line", "9 line", "10 line", "11 date"] });
  });
  it("says how to make it where it was made otherwise", () => {
    const plain = "commit 1f22de1c0ffee\nAuthor: A <a@example.org>\nDate:   Mon Feb 3 10:00:00 2020 +0800\n\n    Words\n\n1\t0\ta.go\n";
    const result = readActivity(plain);
    expect(brief(result)).toEqual({ counts: [], issues: ["- no-counts", "1 date", "2 line", "3 line", "5 line"] });
    for (const { hint } of result.issues) expect(hint).toContain("--format='commit %ad'");
    expect(GIT_LOG).toContain("--format='commit %ad' --numstat");
  });
  it("never throws, and what it gives passes the checks", () => {
    const arbLine = fc.oneof(fc.constantFrom("commit 2020-02-01", "commit 2020-02-02", "commit", "commit x", "1\t0\ta.go", "-\t-\ta.ts", '1\t0\t"\\303"', '1\t0\t"', "1\t0\t{ => }", "1\t0\t{a => b", "1\t0\t => ", "1\t0\t.", "1\t0\t/", ""), fc.string(), fc.string().map((name) => `1\t0\t${name}`));
    fc.assert(fc.property(fc.array(arbLine, { maxLength: 40 }), (lines) => {
      const result = readActivity(lines.join("\n"), { format: "git", map: '{"paths":{"":"payments"}}' });
      expectSound(result);
      if (result.ok) expect(checkDocument({ ...CAREER, activity: result.value.activity })).toMatchObject({ ok: true });
    }), { numRuns: RUNS });
  });
});
