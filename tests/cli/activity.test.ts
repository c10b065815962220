import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/cli/command.js";
import { activityCommand } from "../../src/cli/commands/activity.js";
import { checkCommand } from "../../src/cli/commands/check.js";
import { runCli } from "../../src/cli/run.js";
import { makeDocument } from "../support/document.js";

const folder = mkdtempSync(join(tmpdir(), "career-activity-"));
const path = (name: string): string => join(folder, name);
function write(name: string, content: unknown): string {
  writeFileSync(path(name), typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path(name);
}
const run = (...args: readonly string[]): Promise<Outcome> => runCli(["activity", ...args], [activityCommand]);

const CAREER = write("career.json", { comment: "mine", ...makeDocument() });
const CSV = write("good.csv", "date,count,skill\n2020-02-01,3,go\n2020-02-02,1,Golang\n");
const LOG = write("log.txt", "commit 2020-02-01\n\n3\t1\tsrc/a.go\n");

describe("activity", () => {
  it("prints the counts as they stand in a career, and sums up on stderr", async () => {
    const { exitCode, data, messages } = await run(CSV, "--career", CAREER);
    expect([exitCode, messages]).toEqual([0, ["4 entries from 3 lines, in 1 series"]]);
    expect(data).toContain('"2020-02-01": 3, "2020-02-02": 1');
    expect(JSON.parse(String(data))).toEqual({ unit: "entries", series: [{ skill: "go", counts: { "2020-02-01": 3, "2020-02-02": 1 } }] });
  });
  it("tells a log by its first line, or is told", async () => {
    expect(JSON.parse(String((await run(LOG, "--career", CAREER)).data))).toEqual({ unit: "commits", source: "git log", series: [{ skill: "go", counts: { "2020-02-01": 1 } }] });
    expect(await run(LOG, "--career", CAREER, "--csv")).toMatchObject({ exitCode: 2, messages: expect.arrayContaining([expect.stringContaining("the first row has no column")]) });
    expect(await run(CSV, "--career", CAREER, "--git")).toMatchObject({ exitCode: 2 });
  });
  it("counts by the owner's map, in the owner's words", async () => {
    const map = write("map.json", { paths: { "src/": "payments" } });
    const { data } = await run(LOG, "--career", CAREER, "--map", map, "--unit", "changes");
    expect(JSON.parse(String(data))).toMatchObject({ unit: "changes", series: [{ domain: "payments", skill: "go" }] });
    expect(await run(LOG, "--career", CAREER, "--map", write("bad.json", { paths: { "src/": "pay" } }))).toMatchObject({ exitCode: 2, messages: [expect.stringMatching(/^error map\.paths\["src\/"\]: /), expect.any(String)] });
    expect(await run(LOG, "--career", CAREER, "--map", path("none.json"))).toEqual({ exitCode: 1, messages: [`there is no file ${path("none.json")}`] });
  });
  it("keeps what is good of a file, and ends with 0", async () => {
    const file = write("half.csv", "date,count,skill\nsoon,3,go\n2020-02-02,1,go\n");
    expect(await run(file, "--career", CAREER)).toMatchObject({ exitCode: 0, messages: [expect.stringMatching(/^warning: line 2: /), expect.any(String), expect.stringContaining("1 entries from 3 lines")] });
  });
  it("prints all of it for programs", async () => {
    expect(await run(CSV, "--career", CAREER, "--json")).toMatchObject({ exitCode: 0, data: { ok: true, format: "csv", lines: 3, counted: 4, activity: { unit: "entries" }, issues: [] }, messages: [] });
    expect(await run(write("empty.csv", ""), "--career", CAREER, "--json")).toMatchObject({ exitCode: 2, data: { ok: false, activity: null, issues: [{ code: "no-counts" }] }, messages: [] });
  });
  it("reads UTF-16 where its mark says so, and bytes that are no character", async () => {
    expect(await run(write("utf16.csv", Buffer.from("\ufeffdate,count,skill\n2020,1,go", "utf16le")), "--career", CAREER)).toMatchObject({ exitCode: 0, messages: [expect.stringContaining("1 entries")] });
    expect(await run(write("latin.txt", Buffer.from("commit 2020-02-01\n\n1\t0\tcaf\u00e9.go\n", "latin1")), "--career", CAREER)).toMatchObject({ exitCode: 0, messages: [expect.stringContaining("1 commits")] });
  });
  it("writes a copy of the career, whole, that check takes", async () => {
    const out = path("out.json");
    expect(await run(CSV, "--career", CAREER, "-o", out)).toEqual({ exitCode: 0, messages: [`4 entries from 3 lines, in 1 series; written to ${out}`] });
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual({ comment: "mine", ...makeDocument(), activity: { unit: "entries", series: [{ skill: "go", counts: { "2020-02-01": 3, "2020-02-02": 1 } }] } });
    expect(await checkCommand.run({ positionals: [out], values: {} })).toMatchObject({ exitCode: 0, messages: [expect.stringContaining("no errors, no warnings")] });
    // Renewed in its own file; anybody else's needs --force.
    expect(await run(LOG, "--career", out, "-o", out)).toMatchObject({ exitCode: 0, messages: ["the activity that the career had is replaced", expect.any(String)] });
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ comment: "mine", activity: { unit: "commits" } });
    expect(await run(CSV, "--career", CAREER, "-o", out)).toEqual({ exitCode: 1, messages: [`there is a file ${out}; choose another name or add --force`] });
    expect(await run(CSV, "--career", CAREER, "-o", out, "--force")).toMatchObject({ exitCode: 0 });
    expect(readdirSync(folder).filter((name) => name.startsWith("out.json"))).toEqual(["out.json"]);
  });
  it("writes nothing over what it reads, into a folder, or where there is nothing to count", async () => {
    const before = readFileSync(CSV, "utf8");
    expect(await run(CSV, "--career", CAREER, "-o", CSV, "--force")).toMatchObject({ exitCode: 1, messages: [expect.stringContaining("would be overwritten")] });
    expect(readFileSync(CSV, "utf8")).toBe(before);
    mkdirSync(path("folder"));
    expect(await run(CSV, "--career", CAREER, "-o", path("folder"))).toMatchObject({ exitCode: 1 });
    expect(await run(CSV, "--career", CAREER, "-o", path("nowhere/out.json"))).toMatchObject({ exitCode: 1, messages: [expect.stringContaining("cannot write")] });
    expect(await run(path("empty.csv"), "--career", CAREER, "-o", path("new.json"))).toMatchObject({ exitCode: 2 });
    expect(readdirSync(folder)).not.toContain("new.json");
  });
  it("refuses to write what would be too large to be read", async () => {
    const rows = Array.from({ length: 99_000 }, (_, i) => `${new Date(Date.UTC(1700, 0, 1 + i)).toISOString().slice(0, 10)},1,go`);
    const large = write("large.json", { ...makeDocument(), comment: "x".repeat(3_900_000) });
    const result = await run(write("many.csv", `date,count,skill\n${rows.join("\n")}`), "--career", large, "-o", path("new.json"));
    expect(result).toMatchObject({ exitCode: 2, messages: [expect.stringContaining("at most 5 MB are read"), expect.any(String), "nothing was written"] });
    expect(readdirSync(folder)).not.toContain("new.json");
  });
  it("ends with 2 for a career with errors, and with 1 for what was typed wrongly", async () => {
    expect(await run(CSV, "--career", write("broken.json", "{"))).toMatchObject({ exitCode: 2, messages: expect.arrayContaining([expect.stringContaining("has errors")]) });
    for (const args of [[], [CSV], [CSV, CSV, "--career", CAREER], ["--career", CAREER], [CSV, "--career", CAREER, "--csv", "--git"], ["-", "--career", "-"], [CSV, "--career", CAREER, "--unit", " "], [path("none.csv"), "--career", CAREER], [folder, "--career", CAREER], [CSV, "--career", path("none.json")]]) {
      expect(await run(...args), args.join(" ")).toMatchObject({ exitCode: 1, messages: [expect.any(String)] });
    }
  });
  it("says in its help which log it reads", async () => {
    expect((await run("--help")).data).toContain("git log --no-merges --date=short --format='commit %ad' --numstat");
  });
});
