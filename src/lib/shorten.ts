/**
 * The text, or as much of its beginning as leaves room for an ellipsis, cut between words. Where no blank stands in the
 * second half (scripts without blanks, one long word), it is cut between characters.
 * @param longest UTF-16 code units of the result, at least 1
 */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest);
  const blank = room.search(/\s\S*$/);
  if (blank >= longest / 2) return `${room.slice(0, blank).trimEnd()}…`;
  // By code points, and no mark is left without its letter: a last whole character may go, half of one may not stay.
  return `${Array.from(room.slice(0, longest - 1)).join("").replace(/[\ud800-\udbff]$/, "")}…`;
}
