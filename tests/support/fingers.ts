import type { CDPSession } from "playwright-core";

type Point = readonly [x: number, y: number];

/** Fingers that move from some places to others, in steps, and then leave or are taken over by the browser. */
export async function fingers(cdp: CDPSession, from: readonly Point[], to: readonly Point[], end: "touchEnd" | "touchCancel" = "touchEnd"): Promise<void> {
  const at = (share: number): { x: number; y: number; id: number }[] => from.map(([x, y], id) => ({ x: x + ((to[id]?.[0] ?? x) - x) * share, y: y + ((to[id]?.[1] ?? y) - y) * share, id }));
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step <= 8; step++) await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step / 8) });
  await cdp.send("Input.dispatchTouchEvent", { type: end, touchPoints: [] });
}
