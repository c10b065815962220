import { createActivityReader, type ActivityOptions, type ImportedActivity } from "../../../src/import/activity/importActivity.js";
import type { Result } from "../../../src/lib/result.js";
import type { CareerDocument } from "../../../src/model/document.js";
import { makeDocument } from "../../support/document.js";

/** With a skill and a domain of one name, and a skill known by other names. */
export const CAREER: CareerDocument = makeDocument({
  domains: [{ id: "payments", label: "Payments" }, { id: "search", label: "Search & Find" }],
  skills: [{ id: "go", label: "Go", aliases: ["Golang"] }, { id: "ts", label: "TypeScript" }, { id: "search", label: "Search engines" }],
});

/** Reads a whole text; @returns not ok where the map cannot be used, too. */
export function readActivity(text: string, options: Partial<ActivityOptions> = {}): Result<ImportedActivity> {
  const reader = createActivityReader({ career: CAREER, ...options });
  if (!reader.ok) return reader;
  reader.value.push(text);
  const read = reader.value.finish();
  return { ...read, issues: [...reader.issues, ...read.issues] };
}

/** Series as "payments/go 2020-01-01=3", and issues as "line code". */
export function brief(result: Result<ImportedActivity>): { readonly counts: readonly string[]; readonly issues: readonly string[] } {
  const series = result.ok ? result.value.activity.series : [];
  return {
    counts: series.flatMap(({ domain, skill, counts }) => Object.entries(counts).map(([date, count]) => `${domain ?? ""}/${skill ?? ""} ${date}=${count}`)),
    issues: result.issues.map(({ line, code }) => `${line ?? "-"} ${code}`),
  };
}
