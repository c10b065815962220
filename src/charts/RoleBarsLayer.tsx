import { memo, type ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { OPEN_END } from "../layout/roleBars.js";
import type { Px } from "../lib/units.js";
import { px } from "./paths.js";

export interface RoleBarsLayerProps {
  readonly placement: CareerArcPlacement;
  readonly idPrefix: string;
  /** What a bar says to those who do not see it. */
  readonly label?: ((roleId: string) => string) | undefined;
}

/** A cut bar begins to fade so far inside of the plot, which is less than its words are from its ends. */
export const FADE_IN: Px = 4;

/** Roles under the arc, and the labels of the time axis under them. */
export const RoleBarsLayer = memo(function RoleBarsLayer({ placement, idPrefix, label: labelOf }: RoleBarsLayerProps): ReactNode {
  const { roles, frame, xTicks } = placement;
  const hatch = `${idPrefix}hatch`;
  const fade = `${idPrefix}fade`;
  return (
    <g className="roles" aria-hidden={labelOf ? undefined : "true"}>
      {roles.bars.some((bar) => bar.isBreak) ? (
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch" d="M0,0V7" />
        </pattern>
      ) : null}
      {roles.bars.some((bar) => bar.ongoing) ? (
        <linearGradient id={fade}><stop className="from" /><stop className="to" offset="1" /></linearGradient>
      ) : null}
      {roles.bars.map(({ roleId, box, isBreak, ongoing, runsOn: [before, after], texts, tick, faded }) => {
        const x = px(box.x0 - before);
        const width = px(box.x1 + after - box.x0 + before);
        const height = px(box.y1 - box.y0);
        return (
          <g key={roleId} className={`role${faded ? " faded" : ""}`} {...(labelOf ? { role: "img", "aria-label": labelOf(roleId) } : {})}>
            <rect className={isBreak ? "break" : "bar"} x={x} y={px(box.y0)} width={width} height={height} fill={isBreak ? `url(#${hatch})` : undefined} />
            {isBreak ? null : <rect className="top" x={x} y={px(box.y0)} width={width} height="3" />}
            {ongoing ? (
              <>
                <rect x={px(box.x1)} y={px(box.y0)} width={OPEN_END} height={height} fill={`url(#${fade})`} />
                <path className="more" d={`M${px(box.x1 + 3)},${px((box.y0 + box.y1) / 2 - 5)}l5,5l-5,5`} />
              </>
            ) : null}
            {tick ? <path className="leader" d={`M${px(tick.x)},${px(tick.y0)}V${px(tick.y1)}`} /> : null}
            {texts.map((text) => (
              // Words are part of the key: new ones fade in, the same ones move with their bar.
              <text key={`${text.tone} ${text.text}`} className={text.tone} x={px(text.x)} y={px(text.y)} textAnchor={text.anchor === "start" ? undefined : text.anchor}>
                {text.text}
              </text>
            ))}
          </g>
        );
      })}
      {roles.bars.map(({ box: { x0, x1, y0, y1 }, runsOn }, i) => runsOn.map((run, end) => {
        const id = `${fade}${i}${end}`;
        return run ? (
          <g key={id}>
            <linearGradient id={id} x1={end} x2={1 - end}><stop className="veil" /><stop className="to" offset="1" /></linearGradient>
            <rect x={px(end ? x1 - FADE_IN : x0 - run)} y={px(y0)} width={run + FADE_IN} height={px(y1 - y0)} fill={`url(#${id})`} />
          </g>
        ) : null;
      }))}
      {xTicks.map(({ x, label }) =>
        label === null ? null : (
          <text key={x} className="tick" x={px(x)} y={px(frame.axisBaseline)} textAnchor="middle" aria-hidden={labelOf ? "true" : undefined}>{label}</text>
        ),
      )}
    </g>
  );
});
