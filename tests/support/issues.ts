import { expect } from "vitest";
import type { Issue, Result } from "../../src/lib/result.js";
import { checkDocument } from "../../src/model/parseCareer.js";

/** Findings in short: `error end-before-start roles[0].end`. */
export function briefly(issues: readonly Issue[]): string[] {
  return issues.map(({ severity, code, path }) => `${severity} ${code}${path === "" ? "" : ` ${path}`}`);
}

/** Exactly these findings, in any order; and an error is the only thing that keeps a document from being used. */
export function expectFindings(document: unknown, ...expected: string[]): void {
  const result = checkDocument(document);
  expect(briefly(result.issues).sort()).toEqual(expected.sort());
  expectSound(result);
}

/** What holds for every result. */
export function expectSound(result: Result<unknown>): void {
  expect(result.ok).toBe(!result.issues.some((issue) => issue.severity === "error"));
  for (const { code, path, message, hint } of result.issues) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).not.toMatch(/[\u0000-\u001f]/);
    // What leaks out of JavaScript, outside what is quoted from the file. NaN itself may be what was found.
    expect(message.replace(/"(?:[^"\\]|\\.)*"|found NaN$/g, "")).not.toMatch(/undefined|\[object|NaN/);
    expect(message.length + path.length).toBeLessThan(1500);
    if (code !== "more-issues") expect(hint ?? "").not.toBe("");
  }
}

/** The first finding with this code; fails where there is none. */
export function findIssue(document: unknown, code: string): Issue {
  const issue = checkDocument(document).issues.find((each) => each.code === code);
  if (issue === undefined) throw new Error(`no issue ${code}`);
  return issue;
}
