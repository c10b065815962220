import { formatCount } from "../lib/format.js";
import { careerExtent } from "../layout/timeDomain.js";
import type { Career } from "../model/career.js";
import { lastYearOf, yearOf } from "../model/dates.js";
import { selectFeatured } from "../model/featured.js";
import { metricText } from "../model/metricText.js";

/** "Lead Backend Engineer: career timeline, 2018–2025". */
export function pageTitle(career: Career): string {
  const { name, headline } = career.person;
  return `${[name, headline].filter(Boolean).join(", ")}: career timeline${years(career)}`;
}

/** For search results and previews: how many achievements, and the featured figures with their words. */
export function pageDescription(career: Career): string {
  const figures = selectFeatured(career).map(({ metric }) => {
    const { figure, caption } = metricText(metric);
    return [figure, caption].filter(Boolean).join(" ").replaceAll("\u00a0", " ");
  });
  const count = formatCount(career.achievements.length, "achievement");
  return [career.person.summary, `${count}${years(career)}.`, figures.length > 0 ? `${figures.join("; ")}.` : ""].filter(Boolean).join(" ");
}

function years(career: Career): string {
  const extent = careerExtent(career);
  if (!extent) return "";
  const [first, last] = [yearOf(extent.from), lastYearOf(extent)];
  return first === last ? `, ${first}` : `, ${first}–${last}`;
}
