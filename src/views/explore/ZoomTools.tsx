import { useEffect, useRef, useState, type ReactNode } from "react";
import { zoomAt, ZOOM_STEP, isWhole, type ViewportBounds } from "../../layout/viewport.js";
import type { Interval } from "../../lib/units.js";
import { useRoving } from "../hooks/useRoving.js";
import { KEY_HELP, TOUCH_HELP } from "./keys.js";
import type { ViewportMover } from "./moveViewport.js";

const TOOLS = ["closer", "further", "whole", "help"] as const;

/** A phone: it has no keys to speak of. */
const TOUCH_ONLY = "(hover: none) and (pointer: coarse)";

/** Buttons for all that keys and gestures do, and the list of these. One stop of the Tab key. */
export function ZoomTools({ viewport, mover, bounds }: { readonly viewport: Interval; readonly mover: ViewportMover; readonly bounds: ViewportBounds }): ReactNode {
  const [helps, setHelps] = useState(false);
  const { stop, groupProps } = useRoving(TOOLS);
  // The tools are only ever drawn in a browser. Asked once, as to ask is to have the styles worked out.
  const [touch] = useState(() => matchMedia(TOUCH_ONLY).matches);
  const about = touch ? "Gestures" : "Keys and gestures";
  const help = useRef<HTMLButtonElement>(null);
  const pop = useRef<HTMLDivElement>(null);
  const zoom = (factor: number): void => {
    const goal = mover.goal();
    mover.glide(zoomAt(goal, factor, (goal.from + goal.to) / 2, bounds));
  };
  const all = isWhole(viewport, bounds);
  const deepest = zoomAt(viewport, ZOOM_STEP, viewport.from, bounds) === viewport;

  useEffect(() => {
    if (!helps) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !pop.current?.contains(event.target) && !help.current?.contains(event.target)) setHelps(false);
    };
    // Before anything else takes the key as a step back out.
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      setHelps(false);
      help.current?.focus({ preventScroll: true });
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", escape, true);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", escape, true);
    };
  }, [helps]);

  const item = (name: (typeof TOOLS)[number]): { readonly "data-item": string; readonly tabIndex: number } => ({ "data-item": name, tabIndex: stop === name ? 0 : -1 });
  return (
    <div className="zoomtools" role="toolbar" aria-label="Zoom" {...groupProps}>
      <button type="button" {...item("closer")} aria-label="Closer" title="Closer (+)" aria-disabled={deepest} onClick={() => zoom(ZOOM_STEP)}>
        <svg width="16" height="16" aria-hidden="true"><path d="M2,8H14M8,2V14" /></svg>
      </button>
      <button type="button" {...item("further")} aria-label="Further away" title="Further away (−)" aria-disabled={all} onClick={() => zoom(1 / ZOOM_STEP)}>
        <svg width="16" height="16" aria-hidden="true"><path d="M2,8H14" /></svg>
      </button>
      <button type="button" {...item("whole")} aria-label="The whole career" title="The whole career (0)" aria-disabled={all} onClick={() => mover.glide(bounds.whole)}>
        <svg width="16" height="16" aria-hidden="true"><path d="M1.5,3V13M14.5,3V13M4,8H12M6,5.5L3.7,8L6,10.5M10,5.5L12.3,8L10,10.5" /></svg>
      </button>
      <button
        ref={help}
        type="button"
        {...item("help")}
        aria-label={about}
        title={about}
        aria-expanded={helps}
        onClick={() => setHelps(!helps)}
      >
        <svg width="16" height="16" aria-hidden="true"><path d="M5,6a3,3 0 1 1 4.3,2.7Q8,9.4 8,10.4M8,13.2V13.3" /></svg>
      </button>
      {helps ? (
        <div ref={pop} className="zoomhelp" role="group" aria-label={about}>
          <p>{touch ? "On the arc:" : "While the focus is in the arc or in these tools:"}</p>
          <dl>{(touch ? TOUCH_HELP : KEY_HELP).map(([keys, does]) => <div key={keys}><dt>{keys}</dt><dd>{does}</dd></div>)}</dl>
        </div>
      ) : null}
    </div>
  );
}
