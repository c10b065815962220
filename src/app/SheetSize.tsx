import { useMemo, type ReactNode } from "react";
import { MOST_ON_A_SHEET, placeSheet, type SheetContent, type SheetEntry } from "../layout/sheet.js";
import { roleName } from "../layout/roleBars.js";
import type { Achievement, Career, Role } from "../model/career.js";
import { featuredUnder, selectFeatured } from "../model/featured.js";
import { metricText } from "../model/metricText.js";
import { matchTitle } from "../model/phrase.js";
import type { Filters } from "../model/select.js";
import { coveredWords, shortSpan, shortWindow } from "../model/timeWords.js";
import { ownClaims } from "../views/ClaimsLine.js";
import { latestRoles } from "../views/Header.js";
import { useMatches, useTimeline } from "../views/hooks/useTimeline.js";

/** Says how large the page is set on paper, in the document itself: the style sheet for paper reads it there, with a script or without, and so does `useRoomOnPaper`, whether this has come to life or not. */
export function SheetSize(): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const matches = useMatches();
  const ordered = useTimeline((state) => state.selectors.ordered(state.filters));
  const { size, arc, stillHeight } = useMemo(() => placeSheet(toSheetContent(career, filters, matches, ordered)), [career, filters, matches, ordered]);
  return <i hidden data-sheet={size} data-arc={stillHeight} data-room={`${arc.width} ${arc.height}`} />;
}

/** A career's activity under the arc, with its sentence. */
const DENSITY = 110;

/**
 * Every word that is printed beside the arc's own.
 * @param ordered what is listed, in the list's order
 */
function toSheetContent(career: Career, filters: Filters, matches: ReadonlySet<string> | null, ordered: readonly Achievement[]): SheetContent {
  const { name = "", headline, summary, links } = career.person;
  const featured = matches ? featuredUnder(career, matches) : selectFeatured(career);
  const covered = coveredWords(career.roles);
  const claims = matches ? [] : ownClaims(career).map(({ text }) => text);
  const ledes = [
    ...(summary === undefined ? [] : [summary]),
    ...(matches ? [`${matchTitle(career, filters, matches)}. ${matches.size} of ${career.achievements.length} achievements; the rest is grey.`] : []),
  ];
  return {
    who: { name, headline, ledes, links: links.map(({ label, url }) => `${label} (${url})`).join("   ") },
    latest: latestRoles(career).map((role) => ({ name: roleName(role), title: role.organization ? role.title : "" })),
    figures: featured.map(({ metric, achievement }) => { const { words } = metricText(metric); return words === "" ? achievement.short : words; }),
    groups: [...career.roles]
      .sort((a, b) => b.interval.to - a.interval.to || b.interval.from - a.interval.from)
      .map((role) => ({
        heading: roleName(role) + (role.organization ? ` ${role.title}` : ""),
        dates: shortSpan(role.start, role.end),
        entries: ordered.filter(({ roleId }) => roleId === role.id).map((achievement) => (ordered.length > MOST_ON_A_SHEET ? UNREAD : toEntry(career, achievement, role))),
      }))
      .filter(({ entries }) => matches === null || entries.length > 0),
    claims: claims.length > 0 && covered !== null ? [...claims, `The dated roles cover ${covered} (computed).`] : claims,
    besides: career.document.activity ? DENSITY : 0,
  };
}

/** One of so many that its words do not matter. */
const UNREAD: SheetEntry = { title: "", figures: "", text: "" };

function toEntry(career: Career, achievement: Achievement, role: Role): SheetEntry {
  const skills = achievement.skills.map((id) => career.skills.find((skill) => skill.id === id)?.label ?? id);
  return {
    title: achievement.title,
    figures: achievement.metrics.map((metric) => { const { figure, words } = metricText(metric); return `${figure} ${words}`; }).join(", "),
    text: [
      achievement.text,
      // Where it is only the role's, it stands over it already.
      ...(achievement.stated || achievement.known ? [`${shortWindow(achievement, role)}.`] : []),
      ...(skills.length > 0 ? [`Skills: ${skills.join(", ")}.`] : []),
      ...achievement.evidence.map(({ url, title }) => `${title ?? url} (${url})`),
    ].join(" "),
  };
}
