import { LONE_SURROGATE, VISIBLE } from "../../lib/characters.js";
import { shorten } from "../../lib/shorten.js";
import { showValue } from "../../lib/show.js";
import { LONGEST_LINE, LONGEST_TEXT } from "../../model/schema.js";
import type { Note } from "./note.js";

const HALVES = new RegExp(LONE_SURROGATE, "gu");
const isBlank = (text: string): boolean => text.trim() === "";

/**
 * A text as it was written, blanks and all, unless it is too long or holds half a character.
 * @returns null where there is nothing to see; what is empty or absent is nobody's mistake and not noted
 */
export function readText(value: unknown, note: Note, place: string): string | null {
  return read(value, LONGEST_TEXT, note, place);
}

/** A name or a title: as `readText`, shorter, without blanks around it. */
export function readLine(value: unknown, note: Note, place: string): string | null {
  return read(typeof value === "string" ? value.trim() : value, LONGEST_LINE, note, place);
}

function read(value: unknown, longest: number, note: Note, place: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") {
    note("type", place, `expected a text in double quotes, found ${showValue(value)}`, "it is kept in the file and not shown");
    return null;
  }
  if (isBlank(value)) return null;
  if (!VISIBLE.test(value)) {
    note("invisible-text", place, `nothing can be seen of the text ${showValue(value)}`, "write words, or remove it");
    return null;
  }
  const whole = value.replace(HALVES, "\ufffd");
  if (whole !== value) note("lone-surrogate", place, `the text ${showValue(value)} has half a character in it`, "type the character again; perhaps an emoji was cut in two");
  if (whole.length <= longest) return whole;
  const short = shorten(whole, longest);
  note("too-long", place, `the text has ${whole.length} characters; at most ${longest} are shown`, "shorten it; the whole of it is kept in the file");
  return VISIBLE.test(short.replace("…", "")) ? short : null;
}
