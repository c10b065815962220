import { type ReactNode } from "react";
import { FieldGlyph, slotClass } from "../charts/FieldGlyph.js";
import { leadingDomain } from "../layout/arcSeries.js";
import { slotOf } from "../layout/fieldSlot.js";
import { roleName } from "../layout/roleBars.js";
import { capitalize } from "../lib/format.js";
import type { Achievement, Career, Role } from "../model/career.js";
import { leadMetric } from "../model/featured.js";
import { markQuotes, quotesOf } from "../model/quotes.js";
import { coveredWords, shortSpan, shortWindow } from "../model/timeWords.js";
import { ClaimText, ownClaims } from "./ClaimsLine.js";
import { Extra } from "./Extra.js";
import { FigureWords } from "./Figures.js";
import { useMore } from "./hooks/useMore.js";
import { useRoving } from "./hooks/useRoving.js";
import { useActions, useItemHref, useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

/** More than this are shown when asked for. */
const LIMIT = 14;

/** Newest role first, and within a role the newest first; every figure in words, the full text where no script opens it. */
export function AchievementList(): ReactNode {
  const career = useTimeline((state) => state.career);
  const ordered = useTimeline((state) => state.selectors.ordered(state.filters));
  const matches = useMatches();
  const { shown, limit, button } = useMore(ordered, LIMIT, "achievements");
  const groups = groupByRole(career, shown, matches === null && shown === ordered);
  const listed = groups.flatMap(({ achievements }) => achievements);
  const { stop, groupProps } = useRoving(listed.map(({ id }) => id));
  const place = new Map(listed.map((achievement, i) => [achievement.id, i]));
  return (
    <>
    <Extra total={listed.length} limit={limit} what="achievements">
      <div className="list" {...groupProps}>
        {groups.map(({ role, achievements }) => {
          const firstPlace = achievements[0] ? (place.get(achievements[0].id) ?? 0) : (achievements.length === 0 ? 0 : limit);
          return (
            <div key={role.id} className={achievements.length > 0 && firstPlace >= limit ? "extra" : undefined}>
              <RoleHeading role={role} />
              <ul>
                {achievements.map((achievement) => (
                  <Row key={achievement.id} achievement={achievement} role={role} career={career} extra={(place.get(achievement.id) ?? 0) >= limit} stop={stop} />
                ))}
              </ul>
            </div>
          );
        })}
        {matches === null ? <Claims career={career} /> : null}
      </div>
    </Extra>
    {button}
    </>
  );
}

interface Group {
  readonly role: Role;
  readonly achievements: readonly Achievement[];
}

/** @param all also the roles without any achievement: they are facts, too */
function groupByRole(career: Career, ordered: readonly Achievement[], all: boolean): readonly Group[] {
  const byRole = new Map<string, Achievement[]>();
  for (const achievement of ordered) {
    const own = byRole.get(achievement.roleId);
    if (own) own.push(achievement);
    else byRole.set(achievement.roleId, [achievement]);
  }
  return [...career.roles]
    .sort((a, b) => b.interval.to - a.interval.to || b.interval.from - a.interval.from)
    .map((role) => ({ role, achievements: byRole.get(role.id) ?? [] }))
    .filter(({ achievements }) => all || achievements.length > 0);
}

function RoleHeading({ role }: { readonly role: Role }): ReactNode {
  return (
    <h3>
      <span><b dir="auto">{roleName(role)}</b>{role.organization ? <> <i dir="auto">{role.title}</i></> : null}</span>
      <RoleTime role={role} />
    </h3>
  );
}

/** The dates as stated, for readers and for machines. */
function RoleTime({ role }: { readonly role: Role }): ReactNode {
  const words = shortSpan(role.start, role.end);
  const [from, to] = words.split(" – ");
  if (to === undefined) return <time dateTime={role.start.text}>{words}</time>;
  return (
    <span>
      <time dateTime={role.start.text}>{from}</time> – {role.end ? <time dateTime={role.end.text}>{to}</time> : to}
    </span>
  );
}

/** What the achievement's own words say; for machines where that is a date or a stretch, not where one side is open or only bounded. */
function StatedTime({ achievement, role }: { readonly achievement: Achievement; readonly role: Role }): ReactNode {
  const words = shortWindow(achievement, role);
  const { from, to } = achievement.known ? {} : (achievement.stated ?? {});
  if (!from || !to) return words;
  const [first, last] = words.split(" – ");
  if (last !== undefined) return <><time dateTime={from.text}>{first}</time> – <time dateTime={to.text}>{last}</time></>;
  return from.text === to.text ? <time dateTime={from.text}>{words}</time> : words;
}

interface RowProps {
  readonly achievement: Achievement;
  readonly role: Role;
  readonly career: Career;
  readonly extra: boolean;
  readonly stop: string | null;
}

function Row({ achievement, role, career, extra, stop }: RowProps): ReactNode {
  const { select } = useActions();
  const at = useTimeline((state) => state.at);
  const { idPrefix } = useTimelineContext();
  const slot = slotOf(career, leadingDomain(achievement));
  const lead = leadMetric(achievement);
  const others = achievement.metrics.filter((metric) => metric !== lead);
  const itemHref = useItemHref();
  const id = `${idPrefix}a-${achievement.id}`;
  return (
    <li id={id} className={`${slotClass(slot)}${extra ? " extra" : ""}`}>
      <a
        href={itemHref(achievement.id)}
        data-item={achievement.id}
        tabIndex={stop === achievement.id ? 0 : -1}
        aria-current={at === achievement.id ? "true" : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          select(achievement.id);
        }}
      >
        <FieldGlyph slot={slot} open={achievement.dating === "role"} />
        <b dir="auto">{achievement.title}</b>
        {lead ? <span className="lead" dir="auto"><FigureWords metric={lead} /></span> : null}
        {achievement.stated || achievement.known ? <i className="date"><StatedTime achievement={achievement} role={role} /></i> : null}
        {others.length > 0 ? <span className="others" dir="auto">{others.map((metric, i) => <span key={i}>{i > 0 ? ", " : ""}<FigureWords metric={metric} /></span>)}</span> : null}
      </a>
      <div className="full">
        <p dir="auto">{markQuotes(achievement.text, quotesOf(achievement)).map((part, i) => (part.quoted ? <mark key={i}>{part.text}</mark> : part.text))}</p>
        <p>
          <span className={achievement.stated || achievement.known ? undefined : "again"}>{capitalize(shortWindow(achievement, role))}.</span>
          {achievement.skills.length > 0 ? ` Skills: ${achievement.skills.map((skill) => career.skills.find((option) => option.id === skill)?.label ?? skill).join(", ")}.` : ""}
          {achievement.evidence.map(({ url, title }) => <a key={url} href={url} rel="noopener" dir="auto">{title ?? url}</a>)}
        </p>
      </div>
    </li>
  );
}

/** Tied to no role, so last and without a date. */
function Claims({ career }: { readonly career: Career }): ReactNode {
  const claims = ownClaims(career);
  const covered = coveredWords(career.roles);
  if (claims.length === 0) return null;
  return (
    <div>
      <h3><span><b>Stated for no role in particular</b></span></h3>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} className="claim s8" dir="auto">
            <ClaimText claim={claim} />
          </li>
        ))}
        {covered === null ? null : <li className="claim s8">The dated roles cover {covered} (computed).</li>}
      </ul>
    </div>
  );
}
