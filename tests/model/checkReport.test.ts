import { describe, expect, it } from "vitest";
import { createReport } from "../../src/model/checkReport.js";

const finding = (code: string) => () => ({ code, path: "x", message: "m" });

describe("createReport", () => {
  it("lists errors before warnings, each as found, and leaves an absent hint out", () => {
    const report = createReport();
    report.warning(finding("b"));
    report.error(finding("c"));
    report.error(finding("a"));
    expect(report.issues().map((issue) => issue.code)).toEqual(["c", "a", "b"]);
    expect(report.issues()[0]).toEqual({ severity: "error", code: "c", path: "x", message: "m" });
  });
  it("makes no words for what it will not list, and counts it", () => {
    const report = createReport(2);
    let made = 0;
    for (let i = 0; i < 5; i += 1) report.error(() => (made += 1, finding("a")()));
    for (let i = 0; i < 3; i += 1) report.warning(finding("b"));
    expect(made).toBe(2);
    expect(report.issues().map((issue) => issue.message)).toEqual(["m", "m", "and 3 more errors", "m", "m", "and 1 more warning"]);
  });
  it("knows whether there was an error", () => {
    const report = createReport();
    report.warning(finding("a"));
    expect(report.hasErrors()).toBe(false);
    report.error(finding("a"));
    expect(report.hasErrors()).toBe(true);
  });
});
