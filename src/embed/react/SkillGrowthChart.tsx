import { useMemo, type ReactElement } from "react";
import { SkillGrowth as SkillRows } from "../../charts/SkillGrowth.js";
import { placeSkillGrowth } from "../../layout/skillGrowth.js";
import { skillTicks } from "../../layout/skillTicks.js";
import type { Career } from "../../model/career.js";
import type { Filters } from "../../model/select.js";
import { Guarded } from "./Guarded.js";
import { Problem } from "./Problem.js";
import type { CareerProps, LookProps } from "./props.js";
import { Root } from "./Root.js";
import { useCareer, wholeCareer } from "./useCareer.js";
import { useFilterMatches } from "./useFilterMatches.js";
import { useRootId } from "./useRootId.js";

export interface SkillGrowthProps extends CareerProps, LookProps {
  /** What does not match is dimmed. */
  readonly filters?: Partial<Filters> | undefined;
  /** The skills that most achievements name; all of them without it. */
  readonly limit?: number | undefined;
  /** Names the chart for those who do not see it. */
  readonly label?: string | undefined;
}

/** One small arc per skill: how many achievements name it, over time. Not years of practice, not a rating. */
export function SkillGrowth(props: SkillGrowthProps): ReactElement {
  return <Guarded career={props.career} onError={props.onError}><Shown {...props} /></Guarded>;
}

function Shown(props: SkillGrowthProps): ReactElement {
  const id = useRootId();
  const { asOf, result } = useCareer(props, id, wholeCareer);
  return (
    <Root {...props} id={id} asOf={asOf}>
      {result.ok ? <Chart career={result.value} shown={props} /> : <Problem issues={result.issues} />}
    </Root>
  );
}

interface ChartProps {
  readonly career: Career;
  readonly shown: Pick<SkillGrowthProps, "filters" | "limit" | "label">;
}

function Chart({ career, shown }: ChartProps): ReactElement | null {
  const { filters } = shown;
  const limit = typeof shown.limit === "number" && shown.limit >= 0 ? shown.limit : Infinity;
  const label = typeof shown.label === "string" ? shown.label : "Skill growth: how many achievements name each skill";
  const matches = useFilterMatches(career, filters);
  const placement = useMemo(() => placeSkillGrowth(career, matches), [career, matches]);
  if (!placement || placement.rows.length === 0) return null;
  return (
    <div className="timeline" role="group" aria-label={label}>
      <SkillRows placement={{ ...placement, rows: placement.rows.slice(0, limit) }} axis={skillTicks(placement.domain)} filtered={matches !== null} limit={limit} />
    </div>
  );
}
