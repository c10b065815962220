import type { Career } from "../../model/career.js";
import { matchTitle } from "../../model/phrase.js";
import { isFiltered, type Filters } from "../../model/select.js";
import { toLine } from "../../lib/toLine.js";

/** What an embed is called: read out in its place, and shown where it cannot be. One line. */
export function embedTitle({ person: { name, headline } }: Career): string {
  return toLine(`${[name, headline].filter(Boolean).join(", ")}: career timeline`);
}

/** What the page shows now beyond the whole career: "3 in payments; open: One interface for payments". null for nothing. */
export function nowShown(career: Career, filters: Filters, matches: ReadonlySet<string>, at: string | null): string | null {
  const open = career.achievements.find(({ id }) => id === at)?.title;
  const parts = [isFiltered(filters) ? matchTitle(career, filters, matches) : "", open === undefined ? "" : `open: ${open}`].filter(Boolean);
  return parts.length === 0 ? null : parts.join("; ");
}
