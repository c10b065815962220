import type { Interval } from "../../lib/units.js";
import { panBy, PAN_STEP, zoomAt, ZOOM_STEP, type ViewportBounds } from "../../layout/viewport.js";

/** What a key asks for. */
export type ExploreCommand = "closer" | "further" | "whole" | "earlier" | "later" | "first" | "last" | "next" | "previous" | "back";

/** A key as far as it matters here. */
export interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const COMMANDS: ReadonlyMap<string, ExploreCommand> = new Map([
  ["+", "closer"], ["=", "closer"], ["-", "further"], ["−", "further"], ["_", "further"], ["0", "whole"],
  ["ArrowLeft", "earlier"], ["ArrowRight", "later"], ["Home", "first"], ["End", "last"],
  [".", "next"], [",", "previous"], ["Escape", "back"],
]);

/** @returns null for a key that is not ours, and for all that belong to the browser */
export function commandOf({ key, altKey, ctrlKey, metaKey }: PressedKey): ExploreCommand | null {
  return altKey || ctrlKey || metaKey ? null : (COMMANDS.get(key) ?? null);
}

type Help = readonly (readonly [keys: string, does: string])[];

/** What fingers do, where there is nothing else. */
export const TOUCH_HELP: Help = [
  ["Two fingers apart, together", "closer, further away"],
  ["Sideways, one finger or two", "earlier, later, once it is closer"],
  ["Two taps on a role", "that role alone"],
  ["The strip’s ends", "where the range begins and ends"],
];

/** All keys in words, for the help. */
export const KEY_HELP: Help = [
  ["+ −", "closer, further away"],
  ["0", "the whole career"],
  ["← →", "earlier, later; between marks where one has the focus"],
  ["Home End", "to the beginning, to the end"],
  [". ,", "next, previous achievement"],
  ["Escape", "one step back out"],
  ["Ctrl or ⌘ + wheel, pinch", "closer at the pointer"],
  ["Drag, two fingers", "earlier, later"],
  ["Double-click on a role", "that role alone"],
];

/** Where a command leads that moves the viewport and nothing else; null for the others. @param instant kept in its place */
export function viewportAfter(command: ExploreCommand, viewport: Interval, instant: number, bounds: ViewportBounds): Interval | null {
  const length = viewport.to - viewport.from;
  switch (command) {
    case "closer": return zoomAt(viewport, ZOOM_STEP, instant, bounds);
    case "further": return zoomAt(viewport, 1 / ZOOM_STEP, instant, bounds);
    case "whole": return bounds.whole;
    case "earlier": return panBy(viewport, -length * PAN_STEP, bounds);
    case "later": return panBy(viewport, length * PAN_STEP, bounds);
    case "first": return panBy(viewport, -Infinity, bounds);
    case "last": return panBy(viewport, Infinity, bounds);
    default: return null;
  }
}
