import { showText } from "../lib/show.js";
import type { FactPiece, Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import { parsePartialDate, type PartialDate } from "./dates.js";
import type { When } from "./document.js";

/** Ends before starts, and work dated outside its role. */
export function checkDates(pieces: Pieces, report: Report): void {
  for (const { value: role, path } of pieces.roles) {
    const [start, end] = [read(role.start), read(role.end)];
    if (start === null || end === null || end.to > start.from) continue;
    report.error(() => ({ code: "end-before-start", path: `${path}.end`, message: `the end ${showText(end.text)} at ${path}.end is before the start ${showText(start.text)}`, hint: "swap the two, or mend the one that is wrong" }));
  }
  for (const fact of pieces.facts) if (fact.value !== null && "when" in fact.value && fact.value.when !== undefined) checkWhen(fact, fact.value.when, report);
}

function checkWhen(fact: FactPiece, when: When, report: Report): void {
  const path = `${fact.path}.when`;
  const [from, to] = [read(when.from), read(when.to)];
  if (from === null && to === null) {
    report.error(() => ({ code: "when-empty", path, message: `${path} has neither "from" nor "to"`, hint: 'add one of them, or remove "when": the achievement then counts as done some time in its role' }));
  } else if (from !== null && to !== null && to.to <= from.from) {
    report.error(() => ({ code: "when-reversed", path: `${path}.to`, message: `${showText(to.text)} at ${path}.to is before ${showText(from.text)} at ${path}.from`, hint: "swap the two" }));
  } else {
    for (const [key, date] of [["from", from], ["to", to]] as const) if (date !== null) checkInRole(fact, date, `${path}.${key}`, report);
  }
}

/** A month that the role only shares a part of is inside. */
function checkInRole(fact: FactPiece, date: PartialDate, path: string, report: Report): void {
  if (fact.role === null) return;
  const [start, end] = [read(fact.role.start), read(fact.role.end)];
  const early = start !== null && date.to <= start.from;
  const late = end !== null && date.from >= end.to;
  if (!early && !late) return;
  report.warning(() => ({
    code: "when-outside-role", path,
    message: `${showText(date.text)} at ${path} is ${early ? `before the role starts (${start.text})` : `after the role ends (${end?.text ?? ""})`}`,
    hint: "mend it, if the work was done in this role; it is drawn as it stands",
  }));
}

function read(text: string | null | undefined): PartialDate | null {
  return typeof text === "string" ? parsePartialDate(text) : null;
}
