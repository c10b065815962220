import fc from "fast-check";
import type { ActivityDocument, ActivitySeriesDocument, CareerDocument } from "../../src/model/document.js";
import { arbDocument } from "./arbitraries.js";

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1990, 0) / DAY;
const LAST_DAY = Date.UTC(2026, 0) / DAY;

/** A date to the day, the month or the year, and how many: often close together, so that they overlap. */
const arbCount = fc.tuple(
  fc.oneof(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), fc.integer({ min: LAST_DAY - 400, max: LAST_DAY })),
  fc.constantFrom(10, 10, 10, 7, 4),
  fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 1_000_000_000 })),
).map(([day, length, count]): [string, number] => [new Date(day * DAY).toISOString().slice(0, length), count]);

const arbVisibility = fc.constantFrom({}, {}, {}, { visibility: "private" as const }, { visibility: "public" as const });

/** Counts for some of these ids; null where there is neither a skill nor a domain. */
function arbActivityOf(skills: readonly string[], domains: readonly string[]): fc.Arbitrary<ActivityDocument | null> {
  const targets: Pick<ActivitySeriesDocument, "skill" | "domain">[] = [
    ...skills.map((skill) => ({ skill })), ...domains.map((domain) => ({ domain })), ...domains.flatMap((domain) => skills.map((skill) => ({ domain, skill }))),
  ];
  if (targets.length === 0) return fc.constant(null);
  const arbSeries = fc.tuple(fc.constantFrom(...targets), fc.array(arbCount, { maxLength: 30 }), arbVisibility)
    .map(([target, counts, hidden]): ActivitySeriesDocument => ({ ...target, counts: Object.fromEntries(counts), ...hidden }));
  return fc.tuple(fc.array(arbSeries, { maxLength: 6 }), arbVisibility, fc.boolean())
    .map(([series, hidden, sourced]): ActivityDocument => ({ unit: "commits", ...(sourced ? { source: "git log" } : {}), series, ...hidden }));
}

/** Careers of `arbDocument` with activity, where they have a skill or a domain. */
export const arbActiveDocument: fc.Arbitrary<CareerDocument> = arbDocument.chain((document) =>
  arbActivityOf((document.skills ?? []).map(({ id }) => id), (document.domains ?? []).map(({ id }) => id))
    .map((activity): CareerDocument => (activity === null ? document : { ...document, activity })));
