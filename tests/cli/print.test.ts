import { describe, expect, it } from "vitest";
import { formatCounts, formatIssue, printLine, printOutcome } from "../../src/cli/print.js";

describe("printOutcome", () => {
  it("puts data on stdout and messages on stderr", () => {
    expect(printOutcome({ exitCode: 0, data: { a: 1 }, messages: ["x", "y"] })).toEqual({ stdout: '{\n  "a": 1\n}\n', stderr: "x\ny\n" });
    expect(printOutcome({ exitCode: 0, data: "text", messages: [] })).toEqual({ stdout: "text\n", stderr: "" });
    expect(printOutcome({ exitCode: 1, messages: ["x"] })).toEqual({ stdout: "", stderr: "x\n" });
  });
  it("lets no message act on the terminal or break its line", () => {
    expect(printLine("a\u001bb")).toBe("a\\u{1b}b\n");
    expect(printOutcome({ exitCode: 1, messages: ["a\u001b[31m\nb\u202e"] }).stderr).toBe("a\\u{1b}[31m\\u{a}b\\u{202e}\n");
  });
});

describe("formatIssue", () => {
  it("is one line, and one for the hint", () => {
    expect(formatIssue({ severity: "error", code: "c", path: "roles[0].end", message: "m", hint: "h" })).toEqual(["error roles[0].end: m", "  h"]);
    expect(formatIssue({ severity: "warning", code: "c", path: "", message: "m" })).toEqual(["warning: m"]);
  });
});

describe("formatCounts", () => {
  it.each([[0, 0, "no errors, no warnings"], [1, 1, "1 error, 1 warning"], [2, 3, "2 errors, 3 warnings"]])("%i and %i", (errors, warnings, text) => expect(formatCounts(errors, warnings)).toBe(text));
});
