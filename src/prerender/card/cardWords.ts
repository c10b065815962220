import { formatNumber } from "../../lib/format.js";
import { countWords } from "../../layout/countWords.js";
import { leadingDomain } from "../../layout/arcSeries.js";
import { roleName } from "../../layout/roleWords.js";
import type { Career } from "../../model/career.js";
import { selectFeatured } from "../../model/featured.js";
import { metricText } from "../../model/metricText.js";
import { shortSpan } from "../../model/timeWords.js";
import { FICTIONAL } from "../../views/placeWords.js";
import { toLine } from "./cardText.js";

export interface CardWords {
  /** The career's headline, or the title of a view. */
  readonly heading: string;
  /** Who it is about, where the heading does not say it; null = nothing to add. */
  readonly whose: string | null;
  /** "9 achievements, 2018–2025", "3 of 9 achievements, 2018–2025". */
  readonly counted: string;
  /** All facts of the drawing, in sentences. */
  readonly description: string;
}

/** More roles than these are counted: a description is listened to. */
const MOST_ROLES = 20;

/** @param matches ids that match the filters; null = no filter is on */
export function createCardWords(career: Career, title: string | undefined, matches: ReadonlySet<string> | null): CardWords {
  const headline = toLine(career.person.headline);
  const name = toLine(career.person.name ?? "");
  const heading = toLine(title ?? "") || headline;
  const whose = name !== "" ? name : heading === headline ? null : headline;
  const counted = (career.document.fictional ? `${FICTIONAL}. ` : "") + countWords(career, matches, "–");
  const sentences = [
    [name, headline].filter(Boolean).join(", "),
    heading === headline ? "" : heading,
    counted,
    fieldWords(career, matches),
    roleWords(career),
    figureWords(career),
  ];
  return { heading, whose, counted, description: sentences.filter(Boolean).map((words) => (/[.!?…。！？]$/u.test(words) ? words : `${words}.`)).join(" ") };
}

function fieldWords(career: Career, matches: ReadonlySet<string> | null): string {
  const words = career.domains.flatMap(({ id, label }) => {
    const led = career.achievements.filter((achievement) => leadingDomain(achievement) === id);
    if (led.length === 0) return [];
    const matched = matches === null ? "" : `${formatNumber(led.filter((achievement) => matches.has(achievement.id)).length)} of `;
    return [`${toLine(label)} ${matched}${formatNumber(led.length)}`];
  });
  return words.length === 0 ? "" : `By main field: ${words.join(", ")}.`;
}

function roleWords(career: Career): string {
  const words = career.roles.slice(0, MOST_ROLES).map((role) => {
    const what = role.organization ? `${roleName(role)}, ${role.title}` : role.title;
    return `${toLine(what)}, ${shortSpan(role.start, role.end)}`;
  });
  const more = career.roles.length - words.length;
  if (more > 0) words.push(`and ${formatNumber(more)} more`);
  return words.length === 0 ? "" : `Roles: ${words.join("; ")}.`;
}

function figureWords(career: Career): string {
  const words = selectFeatured(career).map(({ metric }) => {
    const { figure, words: said } = metricText(metric);
    return toLine([figure, said].filter(Boolean).join(" "));
  });
  return words.length === 0 ? "" : `Figures: ${words.join("; ")}.`;
}
