import type { ReactNode } from "react";
import type { Px } from "../lib/units.js";
import type { PlacedWindow } from "../layout/arcWindow.js";
import { px } from "./paths.js";

/** From a cap to the first and last of the dots: their round ends stay clear of it. */
export const AFTER_CAP: Px = 6;
export const BEFORE_CAP: Px = 4;
/** Where the dots are smaller. */
export const AFTER_LOW_CAP: Px = 5;

/** A window in its lane: dots from cap to cap; a bar where it is too short for them. */
export function WindowMarks({ window: { x0, x1, dots, bar }, y }: { readonly window: PlacedWindow; readonly y: Px }): ReactNode {
  if (bar) return <path className="short" d={`M${px(bar.x0)},${px(y)}H${px(bar.x1)}`} />;
  const from = dots.x0 + AFTER_CAP;
  const to = dots.x1 - BEFORE_CAP;
  return (
    <>
      <path className="cap" d={`M${px(x0)},${px(y - 6)}v12M${px(x1)},${px(y - 6)}v12`} />
      {from < to ? <path className="dots" d={`M${px(from)},${px(y)}H${px(to)}`} /> : null}
    </>
  );
}
