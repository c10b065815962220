import type { ReactNode } from "react";
import type { ExploreProps } from "../hooks/useTimeline.js";
import { createLate, useLate } from "../hooks/late.js";

const explore = createLate(async () => (await import("./Explore.js")).Explore);

/** The tools that move the viewport are no part of the first picture: their code follows it. Without it all of time is shown. */
export function LateExplore(props: ExploreProps): ReactNode {
  const [Explore] = useLate(explore, true);
  return Explore ? <Explore {...props} /> : null;
}
