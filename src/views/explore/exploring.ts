import { createLate } from "../hooks/late.js";
import type { Exploring, Instrument } from "../hooks/useTimeline.js";
import { untilHere } from "../hooks/untilHere.js";
import { LateExplore } from "./LateExplore.js";
import { restingOf } from "./restingViewport.js";

/** For a page of its own: any stretch of time can be looked at, and a crowded career is drawn in clusters. Its code follows the first picture. */
export const exploring: Exploring = { Tools: LateExplore, instrument: createLate(() => untilHere(() => import("./instrument.js")), ({ instrument }): Instrument => instrument), restingOf };
