import { useMemo, type ReactNode } from "react";
import { skillAxis, SkillGrowth } from "../charts/SkillGrowth.js";
import { placeSkillGrowth } from "../layout/skillGrowth.js";
import { timeTicks } from "../layout/timeTicks.js";
import { Extra } from "./Extra.js";
import { useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

const LIMIT = 12;
/** Ticks are chosen for this width; where there is less, every other label gives way. */
const AXIS_WIDTH = 620;

export function SkillSection(): ReactNode {
  const career = useTimeline((state) => state.career);
  const matches = useMatches();
  const { idPrefix } = useTimelineContext();
  const placement = useMemo(() => placeSkillGrowth(career, matches), [career, matches]);
  if (!placement || placement.rows.length === 0) return null;
  const levels = placement.rows.some((row) => row.level !== null);
  return (
    <section aria-labelledby={`${idPrefix}skills`}>
      <h2 id={`${idPrefix}skills`}>Skill growth</h2>
      <p className="sub">The same count, for the achievements that name the skill.{levels ? " Dotted: no later one names it." : ""} Nothing is self-rated.</p>
      <Extra total={placement.rows.length} limit={LIMIT} what="skills">
        <SkillGrowth placement={placement} axis={skillAxis(placement.domain, timeTicks(placement.domain, AXIS_WIDTH))} filtered={matches !== null} limit={LIMIT} />
      </Extra>
    </section>
  );
}
