import { useEffect, useRef, type ReactNode } from "react";
import { ChangeChart } from "../charts/ChangeChart.js";
import { FieldGlyph, slotClass } from "../charts/FieldGlyph.js";
import { ShareBar } from "../charts/ShareBar.js";
import { leadingDomain } from "../layout/arcSeries.js";
import { slotOf } from "../layout/fieldSlot.js";
import { barShare, isBar, isChange, placeChange } from "../layout/metricChart.js";
import { roleName } from "../layout/roleBars.js";
import type { Achievement, Career } from "../model/career.js";
import { leadMetric } from "../model/featured.js";
import type { Metric } from "../model/document.js";
import { metricText } from "../model/metricText.js";
import { markQuotes, quotesOf } from "../model/quotes.js";
import { windowWords } from "../model/timeWords.js";
import { comeAgain } from "./hooks/comeAgain.js";
import { useDetailsEntrance } from "./hooks/useDetailsEntrance.js";
import { useActions, useEmbedded, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";
import { WindowStrip } from "./WindowStrip.js";

export interface DetailsPanelProps {
  readonly achievement: Achievement;
  readonly onClose: () => void;
}

/** One achievement: its figures, when it was, the very words they were read from, and the way to the next. */
export function DetailsPanel({ achievement, onClose }: DetailsPanelProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const { idPrefix } = useTimelineContext();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef(false);
  const embedded = useEmbedded();
  useDetailsEntrance(panel, achievement.id);
  // Opening and paging lead the reader to the words; the page itself stays where it is if they are in sight.
  useEffect(() => {
    // What a link opens takes no focus: nobody has pressed anything yet.
    const page = heading.current?.ownerDocument;
    const byLink = !opened.current && page?.activeElement === page?.body;
    opened.current = true;
    // A guest moves the focus only where it already has it, and the page only as far as it must.
    if (embedded && !hasFocus(panel.current)) return;
    if (!byLink) heading.current?.focus({ preventScroll: true });
    const come = (): void => {
      const top = panel.current?.getBoundingClientRect().top ?? 0;
      if (top < 0 || top > innerHeight * 0.8) panel.current?.scrollIntoView({ block: embedded ? "nearest" : "start" });
    };
    come();
    return byLink ? comeAgain(come) : undefined;
  }, [achievement.id, embedded]);

  const domainId = leadingDomain(achievement);
  const slot = slotOf(career, domainId);
  const role = career.roles.find(({ id }) => id === achievement.roleId);
  const lead = leadMetric(achievement);
  const others = achievement.metrics.filter((metric) => metric !== lead);
  return (
    <aside ref={panel} part="details" className={`details ${slotClass(slot)}`} aria-labelledby={`${idPrefix}details`}>
      <div className="kind">
        <FieldGlyph slot={slot} open={achievement.dating === "role"} />
        <b dir="auto">{career.domains.find(({ id }) => id === domainId)?.label ?? "No field named"}</b>
        {role ? <span dir="auto">{roleName(role)}</span> : null}
        <button type="button" className="close" aria-label="Close details" onClick={onClose}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path d="M2,2l10,10M12,2L2,12" /></svg>
        </button>
      </div>
      <h3 id={`${idPrefix}details`} ref={heading} tabIndex={-1} dir="auto">{achievement.title}</h3>
      <WindowStrip career={career} achievement={achievement} />
      {role ? <p className="when">{windowWords(achievement, role)}</p> : null}
      {role?.organization ? <p className="when" dir="auto">{role.title}{role.location === undefined ? "" : `. ${role.location}`}</p> : null}
      {lead ? <Figure metric={lead} lead /> : null}
      {others.map((metric, i) => <Figure key={i} metric={metric} lead={false} />)}
      <p className="words" dir="auto">
        {markQuotes(achievement.text, quotesOf(achievement)).map((part, i) => (part.quoted ? <mark key={i}>{part.text}</mark> : part.text))}
      </p>
      <Tags career={career} achievement={achievement} />
      <Evidence achievement={achievement} />
      <Paging career={career} achievement={achievement} />
    </aside>
  );
}

/** Whether the focus is in the widget that this is a part of. */
function hasFocus(part: Element | null): boolean {
  const root = part?.getRootNode();
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  return active !== null && part?.closest(".timeline")?.contains(active) === true;
}

function Figure({ metric, lead }: { readonly metric: Metric; readonly lead: boolean }): ReactNode {
  const { number, beside } = metricText(metric);
  return (
    <div className={lead ? "figure lead" : "figure"}>
      <b>{number}</b>
      <span dir="auto">{beside}</span>
      {isChange(metric) ? <ChangeChart placement={{ ...placeChange(metric), change: null }} /> : null}
      {isBar(metric) ? <ShareBar share={barShare(metric)} /> : null}
    </div>
  );
}

/** Skills and fields, each with how many achievements name it; pressing one filters by it. */
function Tags({ career, achievement }: { readonly career: Career; readonly achievement: Achievement }): ReactNode {
  const { toggle } = useActions();
  const filters = useTimeline((state) => state.filters);
  const tags = [
    ...achievement.skills.map((id) => ({ facet: "skills" as const, id, of: career.skills })),
    ...achievement.domains.map((id) => ({ facet: "domains" as const, id, of: career.domains })),
  ];
  return (
    <ul className="tags">
      {tags.map(({ facet, id, of }) => (
        <li key={`${facet} ${id}`}>
          <button type="button" aria-pressed={filters[facet].includes(id)} onClick={() => toggle(facet, id)}>
            <span dir="auto">{of.find((option) => option.id === id)?.label ?? id}</span> <i>{career.achievements.filter((other) => other[facet].includes(id)).length} <span className="sr">in all</span></i>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ achievement: { evidence } }: { readonly achievement: Achievement }): ReactNode {
  if (evidence.length === 0) return null;
  return (
    <ul className="evidence">
      {evidence.map(({ url, title, kind }) => (
        <li key={url}><a href={url} rel="noopener" dir="auto">{title ?? url}</a>{kind === undefined ? null : <i>{kind}</i>}</li>
      ))}
    </ul>
  );
}

function Paging({ career, achievement }: { readonly career: Career; readonly achievement: Achievement }): ReactNode {
  const { select } = useActions();
  const { previous, next } = useTimeline((state) => state.selectors.neighbours(state.filters, achievement.id));
  const matches = useTimeline((state) => state.selectors.ordered(state.filters));
  const at = matches.findIndex(({ id }) => id === achievement.id);
  const button = (id: string | null, side: "previous" | "next"): ReactNode => {
    const target = career.achievements.find((other) => other.id === id);
    if (!target) return <span />;
    return (
      <button type="button" onClick={() => select(target.id)}>
        {side === "previous" ? <><span aria-hidden="true">←{"\u00a0"}</span><span className="sr">Previous: </span></> : <span className="sr">Next: </span>}
        <span dir="auto">{target.short}</span>
        {side === "next" ? <span aria-hidden="true">{"\u00a0"}→</span> : null}
      </button>
    );
  };
  return (
    <nav className="paging" aria-label="Achievements in time">
      {button(previous, "previous")}
      <span>{at < 0 ? "not in the filter" : `${matches.length - at} of ${matches.length}`}</span>
      {button(next, "next")}
    </nav>
  );
}
