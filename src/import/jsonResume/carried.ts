import type { EpochMs } from "../../lib/units.js";
import type { CareerDocument } from "../../model/document.js";
import { checkDocument } from "../../model/parseCareer.js";
import { isObject } from "../../model/schemaWalk.js";
import { fromJsonResume, type Draft } from "./fromJsonResume.js";
import { asObject, isEmpty, isSameJson, omit, valueOf, type JsonObject } from "./json.js";
import { writeJsonResume } from "./writeJsonResume.js";

/*
 * Figures, fields, dates within a role: most of a career has no place in JSON Resume. An exported résumé carries the
 * career along under `meta.careerTimeline`, and it counts as long as the résumé says what it says.
 */
const CARRIED = "careerTimeline";
const PATH = `meta.${CARRIED}`;

export function withCarried(resume: JsonObject, document: CareerDocument): JsonObject {
  return { ...resume, meta: { ...asObject(valueOf(resume, "meta")), [CARRIED]: document } };
}

/** The résumé's career: the one that it carries, where that is still the same; else what its fields say. */
export function readJsonResume(resume: JsonObject, asOf: EpochMs | null): Draft {
  const carried = valueOf(asObject(valueOf(resume, "meta")), CARRIED);
  if (carried === undefined) return fromJsonResume(resume, asOf);
  const checked = checkDocument(carried, asOf === null ? {} : { asOf });
  if (checked.ok && isSameJson(withoutCarried(writeJsonResume(checked.value)), withoutCarried(resume))) {
    return { document: checked.value, origins: new Map([["", PATH]]), issues: [] };
  }
  const { issues, ...draft } = fromJsonResume(resume, asOf);
  const message = checked.ok ? "the résumé has changed since the career in it was written, so that one is not used" : "the career in it has errors, so it is not used";
  return { ...draft, issues: [...issues, { severity: "warning", code: "carried-not-used", path: PATH, message, hint: "its figures, fields and dates are kept in the file; take them over by hand" }] };
}

/** A `meta` that is empty without it was made for it. */
function withoutCarried(resume: JsonObject): JsonObject {
  const meta = valueOf(resume, "meta");
  if (!isObject(meta)) return resume;
  const rest = omit(meta, [CARRIED]);
  return isEmpty(rest) ? omit(resume, ["meta"]) : { ...resume, meta: rest };
}
