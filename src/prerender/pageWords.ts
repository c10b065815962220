import { formatCount, formatNumber } from "../lib/format.js";
import { shorten } from "../lib/shorten.js";
import { toLine } from "../lib/toLine.js";
import { careerExtent } from "../layout/timeDomain.js";
import type { Career } from "../model/career.js";
import { lastYearOf, yearOf } from "../model/dates.js";
import type { ViewDocument } from "../model/document.js";
import { selectFeatured } from "../model/featured.js";
import { metricText } from "../model/metricText.js";
import { filtersOfView, selectMatches } from "../model/select.js";

/** Characters. Search results and previews show less; beyond it they show nothing. */
export const LONGEST = 300;

/** "Lead Backend Engineer: career timeline, 2018–2025". */
export function pageTitle(career: Career): string {
  const { name, headline } = career.person;
  const what = `: career timeline${years(career)}`;
  return shorten(toLine([name, headline].filter(Boolean).join(", ")), LONGEST - what.length) + what;
}

/** For search results and previews: how many achievements, and the featured figures with their words. */
export function pageDescription(career: Career): string {
  const figures = selectFeatured(career).map(({ metric }) => {
    const { figure, caption } = metricText(metric);
    return [figure, caption].filter(Boolean).join(" ");
  });
  const count = formatCount(career.achievements.length, "achievement");
  const words = [career.person.summary, `${count}${years(career)}.`, figures.length > 0 ? `${figures.join("; ")}.` : ""].filter(Boolean).join(" ");
  return shorten(toLine(words), LONGEST);
}

/** The view's own sentence. */
export const viewTitle = ({ title }: ViewDocument): string => shorten(toLine(title), LONGEST);

/** How many of the achievements a view is about, and which. */
export function viewDescription(career: Career, view: ViewDocument): string {
  const found = selectMatches(career, filtersOfView(view));
  const titles = career.achievements.filter(({ id }) => found.has(id)).map(({ title }) => title);
  const count = `${formatNumber(found.size)} of ${formatCount(career.achievements.length, "achievement")}`;
  return shorten(toLine(titles.length === 0 ? `${count}.` : `${count}: ${titles.join("; ")}.`), LONGEST);
}

/** What a card shows, for those who do not see it. @param view null for the card of everything */
export function cardWords(career: Career, view: ViewDocument | null): string {
  const { name, headline } = career.person;
  const all = formatCount(career.achievements.length, "achievement");
  const words = view ? `${view.title}, ${formatNumber(selectMatches(career, filtersOfView(view)).size)} of ${all}` : `${name ?? headline}, ${all}`;
  return shorten(toLine(`Career arc: ${words}${years(career)}`), LONGEST);
}

function years(career: Career): string {
  const extent = careerExtent(career);
  if (!extent) return "";
  const [first, last] = [yearOf(extent.from), lastYearOf(extent)];
  return first === last ? `, ${first}` : `, ${first}–${last}`;
}
