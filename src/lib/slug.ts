/** Letters and digits of any script, words joined by hyphens: readable in a link. May come out empty. */
export function slugOf(label: string): string {
  return label.toLowerCase().normalize("NFC").replace(/[^\p{L}\p{N}\p{M}]+/gu, "-").replace(/^-/, "").replace(/-$/, "");
}
