import type { Report } from "../../model/checkReport.js";

/** Tells of something that cannot be used as it stands. `place` goes on from where the reader is: `startDate`, `[2]`, "". */
export type Note = (code: string, place: string, message: string, hint?: string) => void;

/** For reading again what has been told of already. */
export const SILENT: Note = () => undefined;

/** @param base path in the source file: `work[2]`; "" is the whole */
export function noteAt(report: Report, base: string): Note {
  return (code, place, message, hint) => report.warning(() => ({ code, path: base === "" || place === "" || place.startsWith("[") ? `${base}${place}` : `${base}.${place}`, message, hint }));
}
