/**
 * Letters and digits of any script, words joined by hyphens: readable in a link. May come out empty. What is not seen
 * (joiners, variation selectors, fillers) is left out, and no slug begins with a mark that has lost its letter.
 */
export function slugOf(label: string): string {
  const seen = label.replace(/\p{Default_Ignorable_Code_Point}+/gu, "").toLowerCase().normalize("NFC");
  return seen.replace(/[^\p{L}\p{N}\p{M}]+/gu, "-").replace(/^[-\p{M}]+/u, "").replace(/-$/, "");
}
