import { showText } from "../lib/show.js";
import type { EpochMs } from "../lib/units.js";
import type { FactPiece, Piece, Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import { parsePartialDate, type PartialDate } from "./dates.js";
import type { RoleDocument, When } from "./document.js";

/**
 * Ends before starts, work dated outside its role, and dates that lie in the future.
 * @param asOf the day that the career is drawn for; null where that is not known, and then nothing is in the future
 */
export function checkDates(pieces: Pieces, report: Report, asOf: EpochMs | null): void {
  for (const role of pieces.roles) {
    const { value: { start: startText, end: endText }, path } = role;
    const [start, end] = [read(startText), read(endText)];
    if (start !== null && end !== null && end.to <= start.from) {
      report.error(() => ({ code: "end-before-start", path: `${path}.end`, message: `the end ${showText(end.text)} is before the start ${showText(start.text)}`, hint: "swap the two, or mend the one that is wrong" }));
    } else if (asOf !== null && role.value.visibility !== "private") {
      checkRoleIsPast(role, start, end, asOf, report);
    }
  }
  for (const fact of pieces.facts) {
    // A claim has no time: its "when" would be a key that the format does not know, and the owner's own.
    if (fact.role !== null && fact.value !== null && "when" in fact.value && fact.value.when !== undefined) checkWhen(fact, fact.value.when, report, asOf);
  }
}

/** What is private may be planned. */
function checkRoleIsPast({ value, path }: Piece<RoleDocument>, start: PartialDate | null, end: PartialDate | null, asOf: EpochMs, report: Report): void {
  if (start !== null && start.from > asOf) {
    if (value.end === null) {
      report.error(() => ({ code: "ongoing-in-future", path: `${path}.start`, message: `the role goes on today, and starts only in ${showText(start.text)}`, hint: "mend the start, give the role an end, or make it private until then" }));
    } else warnOfFuture("start-in-future", start, `${path}.start`, report);
  } else if (end !== null && end.from > asOf) warnOfFuture("end-in-future", end, `${path}.end`, report);
}

function warnOfFuture(code: string, date: PartialDate, path: string, report: Report): void {
  report.warning(() => ({ code, path, message: `${showText(date.text)} is in the future`, hint: "mend it, unless it is agreed; it is drawn as it stands" }));
}

function checkWhen(fact: FactPiece, when: When, report: Report, asOf: EpochMs | null): void {
  const path = `${fact.path}.when`;
  const [from, to] = [read(when.from), read(when.to)];
  if (from === null && to === null) {
    report.error(() => ({ code: "when-empty", path, message: 'there is neither "from" nor "to"', hint: 'add one of them, or remove "when": the achievement then counts as done some time in its role' }));
  } else if (from !== null && to !== null && to.to <= from.from) {
    report.error(() => ({ code: "when-reversed", path: `${path}.to`, message: `"to" is ${showText(to.text)}, before ${showText(from.text)} in "from"`, hint: "swap the two" }));
  } else {
    const sides = [["from", from], ["to", to]] as const;
    for (const [key, date] of sides) if (date !== null) checkInRole(fact, date, `${path}.${key}`, report);
    // Where the one is in the future, so is the other.
    const future = asOf === null || fact.hidden ? undefined : sides.find(([, date]) => date !== null && date.from > asOf);
    if (future?.[1]) warnOfFuture("when-in-future", future[1], `${path}.${future[0]}`, report);
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
    message: `${showText(date.text)} is ${early ? `before the role starts (${start.text})` : `after the role ends (${end?.text ?? ""})`}`,
    hint: "mend it, if the work was done in this role; it is drawn as it stands",
  }));
}

function read(text: string | null | undefined): PartialDate | null {
  return typeof text === "string" ? parsePartialDate(text) : null;
}
