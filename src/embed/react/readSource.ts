import { err, type Result } from "../../lib/result.js";
import { showValue } from "../../lib/show.js";
import type { CareerDocument } from "../../model/document.js";
import { readDocument, readDocumentText } from "../../model/readDocument.js";

/**
 * A host's career, read as JSON says it: a copy of our own, without holes, getters and whatever else an object may have.
 * Never throws.
 */
export function readSource(source: unknown): Result<CareerDocument> {
  if (typeof source === "string") return readDocumentText(source);
  try {
    const text = JSON.stringify(source) as string | undefined;
    return text === undefined ? readDocument(source) : readDocumentText(text);
  } catch {
    // Circles, bigints, too many levels, a getter that throws.
    return err([{ severity: "error", code: "not-json", path: "", message: `${showValue(source)} was given that cannot be written as JSON` }]);
  }
}
