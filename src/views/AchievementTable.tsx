import type { ReactNode } from "react";
import { FieldGlyph } from "../charts/FieldGlyph.js";
import { leadingDomain } from "../layout/arcSeries.js";
import { slotOf } from "../layout/fieldSlot.js";
import { roleName } from "../layout/roleBars.js";
import type { Achievement, Career } from "../model/career.js";
import type { SortKey } from "../model/order.js";
import { shortWindow } from "../model/timeWords.js";
import { ownClaims } from "./ClaimsLine.js";
import { FigureWords } from "./Figures.js";
import { useMore } from "./hooks/useMore.js";
import { useActions, useMatches, useTimeline } from "./hooks/useTimeline.js";

const COLUMNS: readonly { readonly key: SortKey; readonly label: string }[] = [
  { key: "title", label: "Achievement" },
  { key: "figure", label: "Figures" },
  { key: "when", label: "When" },
  { key: "organization", label: "Where" },
];

/** All facts in rows; a heading pressed sorts by it, pressed again the other way round. */
export function AchievementTable(): ReactNode {
  const career = useTimeline((state) => state.career);
  const sort = useTimeline((state) => state.sort);
  const rows = useTimeline((state) => state.selectors.sorted(state.filters, state.sort));
  const { shown, button } = useMore(rows, 40, "achievements");
  const matches = useMatches();
  const { setSort } = useActions();
  return (
    <>
    <div className="scroll" tabIndex={0} role="region" aria-label="Table of achievements">
      <table>
        <thead>
          <tr>
            {COLUMNS.map(({ key, label }) => {
              const active = sort.by === key;
              return (
                <th key={key} scope="col" aria-sort={active ? sort.direction : undefined}>
                  <button type="button" onClick={() => setSort({ by: key, direction: active && sort.direction === "descending" ? "ascending" : "descending" })}>
                    {label}
                    <span aria-hidden="true">{active ? (sort.direction === "descending" ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              );
            })}
            <th scope="col">Field, skills</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((achievement) => <TableRow key={achievement.id} achievement={achievement} career={career} />)}
          {matches === null ? ownClaims(career).map((claim) => (
            <tr key={claim.id}>
              <th scope="row" dir="auto">{claim.text}</th>
              <td dir="auto">{claim.metrics.length > 0 ? claim.metrics.map((metric, i) => <p key={i}><FigureWords metric={metric} /></p>) : "none"}</td>
              <td>no date stated</td>
              <td>no role stated</td>
              <td />
            </tr>
          )) : null}
        </tbody>
      </table>
    </div>
    {button}
    </>
  );
}

function TableRow({ achievement, career }: { readonly achievement: Achievement; readonly career: Career }): ReactNode {
  const { select } = useActions();
  const role = career.roles.find(({ id }) => id === achievement.roleId);
  const names = [
    ...achievement.domains.map((id) => career.domains.find((domain) => domain.id === id)?.label ?? id),
    ...achievement.skills.map((id) => career.skills.find((skill) => skill.id === id)?.label ?? id),
  ];
  return (
    <tr>
      <th scope="row">
        <button type="button" className="text" dir="auto" onClick={() => select(achievement.id)}>{achievement.title}</button>
      </th>
      <td dir="auto">{achievement.metrics.length === 0 ? "none" : achievement.metrics.map((metric, i) => <p key={i}><FigureWords metric={metric} /></p>)}</td>
      <td>{role ? shortWindow(achievement, role) : ""}</td>
      <td dir="auto">{role ? roleName(role) : ""}{role?.organization ? <small>{role.title}</small> : null}</td>
      <td dir="auto"><FieldGlyph slot={slotOf(career, leadingDomain(achievement))} /> {names.join(", ")}</td>
    </tr>
  );
}
