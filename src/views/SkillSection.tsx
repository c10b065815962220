import { useMemo, type ReactNode } from "react";
import { SkillGrowth } from "../charts/SkillGrowth.js";
import { placeSkillGrowth } from "../layout/skillGrowth.js";
import { skillTicks } from "../layout/skillTicks.js";
import { Extra } from "./Extra.js";
import { rangeWords } from "./explore/rangeWords.js";
import { useSeen } from "./hooks/useSeen.js";
import { useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

const LIMIT = 12;

export function SkillSection(): ReactNode {
  const career = useTimeline((state) => state.career);
  const matches = useMatches();
  const { idPrefix } = useTimelineContext();
  const viewport = useSeen();
  const placement = useMemo(() => placeSkillGrowth(career, matches, viewport), [career, matches, viewport]);
  if (!placement || placement.rows.length === 0) return null;
  const grey = placement.rows.some(({ matched, count }) => matched < count);
  const levels = placement.rows.some((row) => row.level !== null);
  return (
    <section aria-labelledby={`${idPrefix}skills`}>
      <h2 id={`${idPrefix}skills`}>Skill growth</h2>
      <p className="sub">How many achievements name each skill: not years of practice, not a rating.{levels ? " Dotted: no later one names it." : ""}{grey ? " Grey: outside this filter." : ""}{viewport ? ` In view: ${rangeWords(viewport)}.` : ""}</p>
      <Extra total={placement.rows.length} limit={LIMIT} what="skills">
        <SkillGrowth placement={placement} axis={skillTicks(placement.domain)} filtered={matches !== null} limit={LIMIT} />
      </Extra>
    </section>
  );
}
