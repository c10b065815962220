import type { ReactNode } from "react";
import { formatNumber } from "../lib/format.js";
import { SKILL_ROW_HEIGHT, SKILL_X_RANGE, type SkillGrowthPlacement, type SkillRow } from "../layout/skillGrowth.js";
import type { SkillTick } from "../layout/skillTicks.js";
import { classNames } from "./classNames.js";
import { slotClass } from "./FieldGlyph.js";
import { areaPath, edgePath, px } from "./paths.js";

export interface SkillGrowthProps {
  readonly placement: SkillGrowthPlacement;
  readonly axis: readonly SkillTick[];
  readonly filtered: boolean;
  /** How many rows to show before "show all". */
  readonly limit: number;
}

/** One small arc per skill, on the axis of the career arc. Rows stretch with the page; nothing is measured. */
export function SkillGrowth({ placement, axis, filtered, limit }: SkillGrowthProps): ReactNode {
  const grid = axis.map(({ x }) => `M${px(x * SKILL_X_RANGE)},0V${SKILL_ROW_HEIGHT}`).join("");
  const starts = placement.roleStarts.map((x) => `M${px(x)},0V${SKILL_ROW_HEIGHT}`).join("");
  return (
    <div className={classNames("skills", filtered && "filtered")}>
      <ul>
        {placement.rows.map((row, i) => (
          <li key={row.skill.id} className={classNames(filtered && row.matched === 0 && "dimmed", i >= limit && "extra")}>
            <b dir="auto">{row.skill.label}</b>
            <svg viewBox={`0 0 ${SKILL_X_RANGE} ${SKILL_ROW_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              <path className="hair" d={grid} />
              <path className="hair start" d={starts} />
              <SkillBands row={row} />
            </svg>
            <span>
              {/* There is no room for its years besides, which are of other times. */}
              {row.count === 0 ? "none in view" : <><b>{filtered ? `${formatNumber(row.matched)} of ${formatNumber(row.count)}` : formatNumber(row.count)}</b><span className="sr"> {row.count === 1 ? "achievement" : "achievements"},</span> <i>{formatYears(row.years)}</i></>}
            </span>
          </li>
        ))}
      </ul>
      <svg className="axis" aria-hidden="true">
        {axis.map(({ x, label, from }) => (
          <text key={x} className={from === 0 ? undefined : `from-${from}`} x={`${px(x * 1000) / 10}%`} y="15" textAnchor="middle">{label}</text>
        ))}
      </svg>
    </div>
  );
}

const formatYears = ([first, last]: readonly [number, number]): string => (first === last ? String(first) : `${first}–${last}`);

function SkillBands({ row }: { readonly row: SkillRow }): ReactNode {
  return (
    <>
      {row.bands.map((band) => (
        <g key={band.domainId} className={`band ${slotClass(band.slot)}`}>
          <path className="rest" d={areaPath(row.xs, band.yMatched, band.y1)} />
          <path className="restline" d={edgePath(row.xs, band.yMatched, band.y1)} />
          <path className="fill" d={areaPath(row.xs, band.y0, band.yMatched)} />
          <path className="line" d={edgePath(row.xs, band.y0, band.yMatched)} />
        </g>
      ))}
      {row.level ? <path className="level" d={`M${px(row.level.x0)},${px(row.level.y)}H${px(row.level.x1)}`} /> : null}
    </>
  );
}
