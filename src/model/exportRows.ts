import { NBSP } from "../lib/format.js";
import type { Achievement, Career, Claim, Role } from "./career.js";
import type { Metric } from "./document.js";
import { computePercent, metricText } from "./metricText.js";
import { shortWindow } from "./timeWords.js";
import type { Cell } from "./toCsv.js";

/** The numbers of a metric, each in a column of its own. */
interface Values {
  readonly value: number | null;
  /** Where there are two: after, or the upper end. */
  readonly to?: number;
  /** What `value` is a part of. */
  readonly whole?: number;
  readonly unit: string;
  readonly per?: string | undefined;
}

interface Row {
  readonly entry: Achievement | Claim;
  readonly role: Role | null;
  readonly metric: Metric | null;
}

type Column = readonly [name: string, cell: (row: Row, career: Career) => Cell];

/** Several in one cell. */
const SEPARATOR = "; ";

const COLUMNS: readonly Column[] = [
  ["id", ({ entry }) => entry.id],
  ["title", ({ entry }) => ("title" in entry ? entry.title : "")],
  ["text", ({ entry }) => entry.text],
  ["role", ({ role }) => role?.title ?? ""],
  ["organization", ({ role }) => role?.organization?.label ?? ""],
  ["from", ({ entry, role }) => datesOf(entry, role).from],
  ["to", ({ entry, role }) => datesOf(entry, role).to],
  // "own": by its own words; "role": some time in the role, or only one side is known.
  ["dating", ({ entry }) => ("dating" in entry ? entry.dating : "none")],
  ["when", ({ entry, role }) => ("dating" in entry && role ? shortWindow(entry, role) : "no date stated")],
  ["domains", ({ entry }, { domains }) => labels(entry.domains, domains)],
  ["skills", ({ entry }, { skills }) => labels(entry.skills, skills)],
  ["figure", ({ metric }) => (metric ? plain(metricText(metric).figure) : "")],
  ["of", ({ metric }) => (metric ? plain(metricText(metric).words) : "")],
  ["kind", ({ metric }) => metric?.kind ?? ""],
  ["value", ({ metric }) => (metric ? valuesOf(metric).value : null)],
  ["value_to", ({ metric }) => (metric ? (valuesOf(metric).to ?? null) : null)],
  ["whole", ({ metric }) => (metric ? (valuesOf(metric).whole ?? null) : null)],
  ["unit", ({ metric }) => (metric ? valuesOf(metric).unit : "")],
  ["per", ({ metric }) => (metric ? (valuesOf(metric).per ?? "") : "")],
  ["approx", ({ metric }) => (metric && "approx" in metric ? (metric.approx ?? "") : "")],
  ["direction", ({ metric }) => (metric && "direction" in metric ? metric.direction : "")],
  // Not stated by anybody, so it stands apart from what is.
  ["computed_percent", ({ metric }) => (metric?.kind === "before_after" ? computePercent(metric) : null)],
  ["quote", ({ metric }) => metric?.quote ?? ""],
  ["links", ({ entry }) => entry.evidence.map(({ url }) => url).join(" ")],
];

/**
 * What is shown, as rows of a table with a heading: one for each metric, and one for an achievement without any.
 *
 * @param achievements in the order in which they are shown
 * @param claims what is stated for no role; it has neither title nor date
 */
export function exportRows(career: Career, achievements: readonly Achievement[], claims: readonly Claim[]): readonly (readonly Cell[])[] {
  const roles = new Map(career.roles.map((role) => [role.id, role]));
  const rows = [...achievements, ...claims].flatMap((entry): readonly Row[] => {
    const role = "roleId" in entry ? (roles.get(entry.roleId) ?? null) : null;
    return entry.metrics.length === 0 ? [{ entry, role, metric: null }] : entry.metrics.map((metric) => ({ entry, role, metric }));
  });
  return [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row, career)))];
}

/** As precise as they are stated; where only one side is, the role gives the other. "" for an end that is still open. */
function datesOf(entry: Achievement | Claim, role: Role | null): { readonly from: string; readonly to: string } {
  if (!("dating" in entry) || !role) return { from: "", to: "" };
  const { known, stated } = entry;
  if (known) return { from: known.side === "start" ? known.from.text : role.start.text, to: known.side === "end" ? known.to.text : (role.end?.text ?? "") };
  return { from: stated?.from?.text ?? role.start.text, to: stated?.to?.text ?? role.end?.text ?? "" };
}

function labels(ids: readonly string[], terms: readonly { readonly id: string; readonly label: string }[]): string {
  return ids.map((id) => terms.find((term) => term.id === id)?.label ?? id).join(SEPARATOR);
}

/** Blanks that only keep a number on its unit's line would keep a search from finding them. */
const plain = (text: string): string => text.replaceAll(NBSP, " ");

function valuesOf(metric: Metric): Values {
  switch (metric.kind) {
    case "before_after":
      return { value: metric.from, to: metric.to, unit: metric.unit };
    case "percent_change":
      return { value: metric.percent, unit: "%" };
    case "factor_change":
      return { value: metric.factor, unit: "×" };
    case "level":
      return { value: metric.value, unit: metric.unit };
    case "share":
      return { value: metric.part, whole: metric.whole, unit: metric.whole === 100 ? "%" : metric.of };
    case "count":
      return metric.range ? { value: metric.range[0], to: metric.range[1], unit: metric.of } : { value: metric.n ?? null, unit: metric.of };
    case "money":
      return { value: metric.amount, unit: metric.currency, per: metric.per };
    case "amount_change":
    case "rate":
      return { value: metric.amount, unit: metric.unit, per: metric.per };
    case "duration":
      return { value: metric.amount, unit: metric.unit };
    case "deadline":
      return { value: metric.offset.amount, unit: metric.offset.unit };
    case "rank":
      return { value: metric.place, unit: "place" };
  }
}
