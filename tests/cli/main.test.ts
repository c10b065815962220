import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** Fixed, so that no clock has a say: a machine that lives in the past would find the future here. */
const AS_OF = "2026-11-22";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

function run(args: readonly string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...args], { cwd: ROOT, input, encoding: "utf8", maxBuffer: 64e6 });
}

describe("the program itself", () => {
  it("reads stdin, prints JSON alone on stdout, and ends with the exit code", () => {
    const good = run(["check", "-", "--json", "--as-of", AS_OF], readFileSync(`${ROOT}data/career.json`, "utf8"));
    expect(JSON.parse(good.stdout)).toEqual({ ok: true, errors: 0, warnings: 0, issues: [] });
    expect(good).toMatchObject({ status: 0 });
    const bad = run(["check", "-"], "{");
    expect(bad).toMatchObject({ status: 2, stdout: "" });
    expect(bad.stderr).toContain("error: line 1, column 2: the text ends before the { of line 1 is closed");
  });
  it("prints the schema whole", () => {
    const { status, stdout, stderr } = run(["schema"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(readFileSync(`${ROOT}data/schema.json`, "utf8"));
  });
  it("ends with 1 for a command that is none", () => {
    expect(run(["chek"])).toMatchObject({ status: 1, stdout: "", stderr: 'there is no command "chek"; did you mean "check"?\n' });
  });
});
