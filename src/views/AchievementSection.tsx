import { lazy, Suspense, useRef, type ReactNode } from "react";
import type { Facet } from "../model/select.js";
import { emptyAdvice } from "../model/phrase.js";
import { formatCount } from "../lib/format.js";
import { AchievementList } from "./AchievementList.js";
import { useRoving } from "./hooks/useRoving.js";
import { useActions, useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

/** Only those who ask for the table fetch it. */
const AchievementTable = lazy(() => import("./AchievementTable.js").then((module) => ({ default: module.AchievementTable })));

const FORMS = ["list", "table"] as const;

/** The same facts in words: a list by role, newest first, or a table that sorts. Both show exactly what matches. */
export function AchievementSection(): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const list = useTimeline((state) => state.list);
  const relaxations = useTimeline((state) => state.selectors.relaxations(state.filters));
  const matches = useMatches();
  const { setList, clear } = useActions();
  const { idPrefix } = useTimelineContext();
  const { stop, groupProps } = useRoving(FORMS);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = matches ? matches.size : career.achievements.length;
  const title = matches ? `${formatCount(shown, "achievement")} ${shown === 1 ? "matches" : "match"}` : "Achievements";
  // What was pressed goes with the advice; focus goes to what came instead.
  const relax = (facet?: Facet): void => {
    heading.current?.focus();
    clear(facet);
  };
  return (
    <section className="record" aria-labelledby={`${idPrefix}record`}>
      <div className="bar">
        <h2 id={`${idPrefix}record`} ref={heading} tabIndex={-1}>{title}</h2>
        <div className="switch" role="group" aria-label="Show as" {...groupProps}>
          {FORMS.map((form) => (
            <button key={form} type="button" data-item={form} tabIndex={stop === form ? 0 : -1} aria-pressed={list === form} onClick={() => setList(form)}>{form === "list" ? "List" : "Table"}</button>
          ))}
        </div>
      </div>
      {shown === 0 ? (
        <p className="empty">
          {emptyAdvice(career, filters, relaxations)}{" "}
          {matches && relaxations[0] ? <button type="button" className="text" onClick={() => relax(relaxations[0]?.facet)}>Remove that filter</button> : null}{" "}
          {matches ? <button type="button" className="text" onClick={() => relax()}>Clear all filters</button> : null}
        </p>
      ) : null}
      {list === "table" && shown > 0 ? <Suspense fallback={<p className="empty">Making the table …</p>}><AchievementTable /></Suspense> : null}
      {list === "list" ? <AchievementList /> : null}
    </section>
  );
}
