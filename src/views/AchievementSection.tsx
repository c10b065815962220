import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Facet } from "../model/select.js";
import { doubtWords, emptyAdvice } from "../model/phrase.js";
import { formatCount } from "../lib/format.js";
import { AchievementList } from "./AchievementList.js";
import type { AchievementTable } from "./AchievementTable.js";
import { useRoving } from "./hooks/useRoving.js";
import { useActions, useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";
import { untilHere } from "./hooks/untilHere.js";

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
  const [Table, failed] = useTable(list === "table");
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = matches ? matches.size : career.achievements.length;
  const title = matches ? `${formatCount(shown, "achievement")} ${shown === 1 ? "matches" : "match"}` : "Achievements";
  const doubts = matches ? doubtWords(career, filters, matches) : "";
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
      {doubts === "" ? null : <p className="sub">{doubts}</p>}
      {shown === 0 ? (
        <p className="empty">
          {emptyAdvice(career, filters, relaxations)}{" "}
          {matches && relaxations[0] ? <button type="button" className="text" onClick={() => relax(relaxations[0]?.facet)}>Remove that filter</button> : null}{" "}
          {matches ? <button type="button" className="text" onClick={() => relax()}>Clear all filters</button> : null}
        </p>
      ) : null}
      {list === "table" && shown > 0 && !Table ? <p className="empty" role="status">{failed ? "The table’s own code did not load, and is asked for again. Until it comes, the list has the same facts." : "Making the table …"}</p> : null}
      {list === "list" || !Table ? <AchievementList /> : shown > 0 ? <Table /> : null}
    </section>
  );
}

type Table = typeof AchievementTable;
let here: Table | null = null;

/** Only those who ask for the table fetch it. @returns it, or null until it has come; and whether it was fetched in vain so far */
function useTable(wanted: boolean): readonly [table: Table | null, failed: boolean] {
  const [table, setTable] = useState<Table | null>(() => here);
  const [failed, setFailed] = useState(false);
  const asked = useRef(false);
  useEffect(() => {
    if (!wanted || asked.current) return;
    asked.current = true;
    void untilHere(() => import("./AchievementTable.js"), () => setFailed(true)).then((module) => {
      here = module.AchievementTable;
      setTable(() => here);
    });
  }, [wanted]);
  return [table, failed];
}
