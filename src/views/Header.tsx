import { useMemo, type ReactNode } from "react";
import { FieldGlyph } from "../charts/FieldGlyph.js";
import { slotOf } from "../layout/fieldSlot.js";
import { roleName } from "../layout/roleBars.js";
import { textWidth } from "../layout/textWidth.js";
import type { Career, Role } from "../model/career.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { featuredUnder, selectFeatured } from "../model/featured.js";
import { metricText } from "../model/metricText.js";
import { matchTitle } from "../model/phrase.js";
import { shortSpan } from "../model/timeWords.js";
import { ClaimsLine } from "./ClaimsLine.js";
import { useActions, useItemHref, useMatches, useTimeline } from "./hooks/useTimeline.js";
import { placeWords } from "./placeWords.js";

/** What seven seconds are for: who, where last, and three or four figures that lead to what is behind them. */
export function Header(): ReactNode {
  const career = useTimeline((state) => state.career);
  const { person } = career;
  const place = placeWords(career);
  return (
    <header className="head">
      <div className="who">
        {place === "" ? null : <p className="place" dir="auto">{place}</p>}
        {person.name === undefined ? null : <p className="name" dir="auto">{person.name}</p>}
        <h1 dir="auto">{person.headline}</h1>
        <Shown summary={person.summary} />
        {person.links.length === 0 ? null : (
          <p className="links">
            {person.links.map((link) => <a key={link.url} href={link.url} rel="noopener me" dir="auto">{link.label}</a>)}
          </p>
        )}
      </div>
      <ol className="latest">
        {latestRoles(career).map((role) => (
          <li key={role.id}>
            <span className="dates">{shortSpan(role.start, role.end)}</span>
            <b dir="auto">{roleName(role)}</b>
            {role.organization ? <span dir="auto">{role.title}</span> : null}
          </li>
        ))}
      </ol>
      <FeaturedFigures career={career} />
      <ClaimsLine career={career} />
    </header>
  );
}

/**
 * With a filter on, a reader sees first what is shown, and what of it is grey. It takes the summary's place, and the summary
 * keeps its room: what is under it, the pressed chip too, stays where it is.
 */
function Shown({ summary }: { readonly summary: string | undefined }): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const matches = useMatches();
  // What is out of view is not grey.
  const whole = useTimeline((state) => state.viewport === null);
  const all = career.achievements.length;
  if (summary === undefined && !matches) return null;
  return (
    <div className="shown">
      {summary === undefined ? null : <p className={matches ? "lede kept" : "lede"} dir="auto">{summary}</p>}
      {matches ? (
        <p className="lede" dir="auto">
          <b>{matchTitle(career, filters, matches)}.</b> {matches.size === 0 ? `All ${formatCount(all, "achievement")} are grey.` : `${formatNumber(matches.size)} of ${formatCount(all, "achievement")}${matches.size < all && whole ? "; the rest is grey." : "."}`}
        </p>
      ) : null}
    </div>
  );
}

const IN_HEADER = 2;

/**
 * As the style sheet sets it. What is wider than its column gives what it counts to the words under it, and is set smaller if it still
 * is: each takes one line, and the words have room for two, so that what a filter puts here does not move what was pressed.
 */
const FIGURE = { size: 42, weight: 640, tracking: -0.03, room: 210 } as const;
const fitsColumn = (figure: string): boolean => textWidth(figure, FIGURE.size, FIGURE.weight, FIGURE.tracking) <= FIGURE.room;

/** Current and previous: the latest to end, the latest to begin among those. Breaks and schooling are on the arc. */
export function latestRoles(career: Career): readonly Role[] {
  return career.roles
    .filter((role) => role.kind !== "break" && role.kind !== "education")
    .sort((a, b) => b.interval.to - a.interval.to || b.interval.from - a.interval.from)
    .slice(0, IN_HEADER);
}

/** "e-invoices" stays on one line: a hyphen after a single letter does not break. */
const holdTogether = (words: string): string => words.replace(/(?<!\p{L})(\p{L})-(?=\p{L})/gu, "$1\u2011");

/** What a figure is of. Where the figure itself says no more than how many of what, its achievement says for what. */
const figureWords = (said: string, words: string, short: string): string => (words !== "" ? said : [said, short].filter(Boolean).join(", "));

function FeaturedFigures({ career }: { readonly career: Career }): ReactNode {
  const { select } = useActions();
  const itemHref = useItemHref();
  const matches = useMatches();
  // As many as without a filter: what is under them, the pressed chip too, stays where it is.
  const featured = useMemo(() => (matches ? featuredUnder(career, matches) : selectFeatured(career)), [career, matches]);
  if (featured.length === 0) return null;
  const roleOf = new Map(career.roles.map((role) => [role.id, role]));
  return (
    <ul className="figures">
      {featured.map(({ achievement, metric }, i) => {
        const text = metricText(metric);
        const fits = fitsColumn(text.figure);
        const domainId = achievement.domains[0] ?? "";
        const field = career.domains.find((domain) => domain.id === domainId)?.label;
        const role = roleOf.get(achievement.roleId);
        return (
          <li key={i} className={matches?.has(achievement.id) === false ? "out" : undefined}>
            <a
              href={itemHref(achievement.id)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                select(achievement.id);
              }}
            >
              <b className={fits || fitsColumn(text.number) ? undefined : "long"}>{fits ? text.figure : text.number}</b>
              <span dir="auto">{holdTogether(figureWords(fits ? text.words : text.beside, text.words, achievement.short))}</span>
              <small>
                <FieldGlyph slot={slotOf(career, domainId)} />
                {[field, role ? roleName(role) : undefined].filter(Boolean).join(", ")}
              </small>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
