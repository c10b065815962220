import type { ReactNode } from "react";
import type { ChangePlacement, ChartWord } from "../layout/metricChart.js";
import { px } from "./paths.js";

const LINE_Y = 40;
/** Baseline of the words and values under the line, the same in every chart of a row. */
const WORDS_Y = LINE_Y + 22;

const percent = (x: number): string => `${px(x * 100)}%`;

/**
 * Before and after on one line that starts at zero. The chart's width is the page's: x is in percent, marks and words
 * keep their size.
 */
export function ChangeChart({ placement }: { readonly placement: ChangePlacement }): ReactNode {
  const { before, after, stated, computed, change, afterWord, beforeWord, staggered } = placement;
  const left = after < before;
  const tickY = LINE_Y + 5;
  return (
    <svg className={`change${stated ? " stated" : ""}`} height={staggered || !stated ? 78 : 74} aria-hidden="true">
      <line className="base" x1="0" x2="100%" y1={LINE_Y} y2={LINE_Y} />
      <line className="run" x1={percent(after)} x2={percent(before)} y1={LINE_Y} y2={LINE_Y} />
      {placement.ticks.map(({ x, text, anchor }) => (
        <g key={text}>
          <line className="tick" x1={percent(x)} x2={percent(x)} y1={tickY} y2={tickY + 5} />
          <text className="value" x={percent(x)} y={WORDS_Y} textAnchor={anchor}>{text}</text>
        </g>
      ))}
      <svg x={percent(after)} y={LINE_Y} className="over"><path className="arrow" d={left ? "M20,-6l-8,6l8,6" : "M-20,-6l8,6l-8,6"} /></svg>
      <circle className="before" cx={percent(before)} cy={LINE_Y} r="6" />
      <circle className="after" cx={percent(after)} cy={LINE_Y} r={stated ? 7.5 : 7} />
      {stated ? (
        <>
          <Word className="to" word={afterWord} y={LINE_Y - 18} />
          <Word className="from" word={beforeWord} y={staggered ? WORDS_Y : LINE_Y - 18} />
          {computed ? <Word className="computed" word={computed} y={LINE_Y - 9} /> : null}
        </>
      ) : (
        <>
          {change ? <Word className="to" word={change} y={LINE_Y - 22} /> : null}
          <Word className="value" word={afterWord} y={WORDS_Y} />
          <Word className="value" word={beforeWord} y={staggered ? WORDS_Y + 14 : WORDS_Y} />
        </>
      )}
    </svg>
  );
}

function Word({ word, y, className }: { readonly word: ChartWord; readonly y: number; readonly className: string }): ReactNode {
  return <text className={className} x={percent(word.x)} y={y} textAnchor={word.anchor}>{word.text}</text>;
}
