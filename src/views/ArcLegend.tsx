import { memo, type ReactNode } from "react";
import { slotClass } from "../charts/FieldGlyph.js";
import { leadingDomain } from "../layout/arcSeries.js";
import { slotOf } from "../layout/fieldSlot.js";
import { shapeOfSlot, shapePath } from "../layout/nodeShape.js";
import type { Career } from "../model/career.js";
import { capitalize } from "../lib/format.js";
import { knownWhen } from "../model/timeWords.js";
import { HowDrawn } from "./HowDrawn.js";
import { useCareerInView } from "./hooks/useCareerInView.js";

/** One sentence instead of a legend box, and only for what is on the picture: in view where a stretch of time is looked at, the whole on paper. */
export const ArcLegend = memo(function ArcLegend(): ReactNode {
  const career = useCareerInView();
  const open = career.achievements.some(({ dating }) => dating === "role");
  const dated = career.achievements.some(({ dating }) => dating === "own");
  return (
    <div className="legend">
      {dated ? <p><Marks slots={[0]} className="dated" /> {open ? "Filled: dated." : "Filled marks: dated by their own words."}</p> : null}
      {open ? <p><Marks slots={openSlots(career)} className="" /> {dated ? "Open: dated only to the role; spread across it in résumé order, not by date." : "Open marks: dated only to the role; spread across it in résumé order, not by date."}</p> : null}
      <KnownSides career={career} />
      {career.roles.some((role) => role.kind === "break") ? (
        <p><svg width="18" height="14" aria-hidden="true"><path className="hatched" d="M1,13L13,1M6,13L17,2M0,7L6,1M12,13L17,8" /></svg> A break.</p>
      ) : null}
      <HowDrawn />
    </div>
  );
});

/** The shapes in use, four at the most, in one neutral colour: here they mean "open", not a field. */
export function openSlots(career: Career): readonly number[] {
  const slots = new Set(career.achievements.filter(({ dating }) => dating === "role").map((achievement) => slotOf(career, leadingDomain(achievement))));
  return [...slots].sort((a, b) => a - b).slice(0, 4);
}

export function Marks({ slots, className }: { readonly slots: readonly number[]; readonly className: string }): ReactNode {
  return (
    <svg className={`marks ${className}`} width={17 * slots.length} height="14" aria-hidden="true">
      {slots.map((slot, i) => <path key={slot} d={shapePath(shapeOfSlot(slot), 4.8)} transform={`translate(${8 + 17 * i},7)`} />)}
    </svg>
  );
}

export function KnownSides({ career }: { readonly career: Career }): ReactNode {
  const known = career.achievements.filter((achievement) => achievement.known !== null);
  const [only] = known;
  if (!only?.known) return null;
  const several = known.length > 1;
  const { side, from, to } = only.known;
  const words = several
    ? "Known start or end; the other side is not dated."
    : `${capitalize(only.short)}: ${side === "start" ? "begun" : "ended"} ${knownWhen(from, to)}, ${side === "start" ? "end" : "start"} not dated.`;
  return (
    <p className={several ? undefined : slotClass(slotOf(career, leadingDomain(only)))}>
      <svg className="bracket" width="26" height="14" aria-hidden="true"><path d="M1.5,2v10M1.5,7h23M24.5,2v10" /></svg> {words}
    </p>
  );
}
