import { describe, expect, it } from "vitest";
import { describeFault, type Fault } from "../../../src/embed/element/faults.js";
import { readDocumentText } from "../../../src/model/readDocument.js";

const CODES: readonly Fault["code"][] = ["no-source", "address", "network", "not-found", "http", "timeout", "too-large", "encoding", "html", "type", "career", "too-many", "drawing", "style", "link"];

describe("describeFault", () => {
  it.each(CODES)("%s: one sentence, of this fault only", (code) => {
    const { message, issues } = describeFault({ code }, "https://me.example/cv/career.json?v=2#x");
    expect(message).toMatch(/^[A-Z][^\n]*[^.]\.$/);
    expect(message).not.toMatch(/undefined|null|\[object/);
    expect(issues).toEqual([]);
    for (const other of CODES) if (other !== code) expect(describeFault({ code: other }, "https://me.example/cv/career.json").message).not.toBe(message);
  });

  it("names the file, and what came instead", () => {
    expect(describeFault({ code: "not-found", status: 404 }, "../cv/career.json?v=1").message).toBe('The timeline was not loaded: there is no "career.json".');
    expect(describeFault({ code: "http", status: 503 }, "career.json").message).toBe('The timeline was not loaded: the server answered 503 for "career.json".');
    expect(describeFault({ code: "network" }, "https://me.example/").message).toBe('The timeline was not loaded: "me.example" cannot be reached from this page.');
    expect(describeFault({ code: "html" }, null).message).toBe("The timeline was not loaded: a web page came instead of the career.");
  });

  it("points at the first thing to mend in a career, and hands on all", () => {
    const { issues } = readDocumentText('{"version":1,"person":{},"roles":[{}]}');
    const detail = describeFault({ code: "career", issues }, "career.json");
    expect(detail.message).toBe('The timeline cannot be drawn: "career.json" has 5 faults, the first at person.headline (there is no "headline").');
    expect(detail.issues).toBe(issues);
    expect(describeFault({ code: "career", issues: issues.slice(0, 1) }, null).message).toBe('The timeline cannot be drawn: the career has a fault at person.headline (there is no "headline").');
  });

  it("counts the faults as far as they were counted", () => {
    const { issues } = readDocumentText(JSON.stringify({ version: 1, person: { headline: "A" }, roles: Array.from({ length: 300 }, () => 1) }));
    expect(describeFault({ code: "career", issues }, null).message).toBe("The timeline cannot be drawn: the career has more than 200 faults, the first at roles[0] (expected an object { … }, found 1).");
    expect(describeFault({ code: "career", issues: issues.slice(0, 200) }, null).message).toContain("has 200 faults");
  });

  it("says how much is too much", () => {
    const { issues } = readDocumentText(JSON.stringify({ version: 1, person: { headline: "A" }, roles: Array.from({ length: 501 }, (_, i) => ({ id: `r${i}`, title: "R", start: "2020", end: null })) }));
    expect(describeFault({ code: "too-many", issues }, "career.json").message).toBe('The timeline cannot be drawn: "career.json" is more than an embed draws (expected at most 500 roles, found 501).');
  });

  it("shows a hostile address as it is, cut", () => {
    expect(describeFault({ code: "address" }, `javascript:\u202ealert(1)${"x".repeat(200)}`).message).toMatch(/^The timeline was not loaded: "javascript:\\\\?u\{202e\}alert\(1\)x+…" is no http or https address\.$/);
  });
});
