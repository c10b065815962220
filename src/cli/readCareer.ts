import { importCareer } from "../import/importCareer.js";
import { MAX_TEXT_BYTES, notUtf8, tooLarge } from "../model/parseCareer.js";
import { err, ok, type Result } from "../lib/result.js";
import type { EpochMs } from "../lib/units.js";
import type { CareerDocument } from "../model/document.js";
import { readText } from "./readText.js";

/** UTF-16 takes up to twice the bytes of UTF-8. */
const MOST_BYTES = MAX_TEXT_BYTES * 2;

export type ReadCareer =
  | { readonly read: true; readonly result: Result<CareerDocument>; /** Read here all the same. */ readonly utf16: boolean }
  | { readonly read: false; readonly message: string };

/** A career file, or one in a format that can be imported, checked against the day that it is for; "-" is stdin. */
export async function readCareer(file: string, asOf: EpochMs): Promise<ReadCareer> {
  const text = await readText(file, MOST_BYTES);
  if (text.ok) {
    const read = importCareer(text.text, { asOf });
    return { read: true, result: read.ok ? ok(read.value.document, read.issues) : read, utf16: text.utf16 };
  }
  if (text.reason === "unreadable") return { read: false, message: text.message };
  return { read: true, result: err([text.reason === "too-large" ? tooLarge(null) : notUtf8()]), utf16: false };
}
