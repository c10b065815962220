import type { ActivityDocument, CareerDocument } from "../../model/document.js";

/**
 * The activity as JSON that a person can read: a line for each month of a series. Whatever `JSON.parse` makes of it is
 * what was given.
 * @param indent blanks before each line but the first
 */
export function formatActivity(activity: ActivityDocument, indent = ""): string {
  const { series, ...rest } = activity;
  const head = Object.entries(rest).filter(([, value]) => value !== undefined).map(([key, value]) => `${indent}  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join("");
  const listed = series.map(({ counts, ...named }) => {
    const names = Object.entries(named).filter(([, value]) => value !== undefined).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}, `).join("");
    return `${indent}    { ${names}"counts": {${formatCounts(counts, `${indent}      `)}} }`;
  });
  return `{\n${head}${indent}  "series": [${listed.length === 0 ? "" : `\n${listed.join(",\n")}\n${indent}  `}]\n${indent}}`;
}

function formatCounts(counts: Readonly<Record<string, number>>, indent: string): string {
  const months = new Map<string, string[]>();
  for (const [date, count] of Object.entries(counts)) {
    const month = date.slice(0, 7);
    const line = months.get(month) ?? [];
    line.push(`${JSON.stringify(date)}: ${JSON.stringify(count)}`);
    months.set(month, line);
  }
  const lines = [...months.values()].map((line) => line.join(", "));
  return lines.length === 0 ? "" : `\n${indent}${lines.join(`,\n${indent}`)}\n${indent.slice(2)}`;
}

const PLACE = '\n  "activity": 0';

/** The whole document as JSON with this activity in it, in the place of its own or else at its end; all else as it is. */
export function formatWithActivity(document: CareerDocument, activity: ActivityDocument): string {
  // No text has a line break in it here, and no other key is indented by two blanks: the place is the only one of its kind.
  const text = JSON.stringify({ ...document, activity: 0 }, null, 2);
  return text.replace(PLACE, () => `\n  "activity": ${formatActivity(activity, "  ")}`);
}
