import { createArcPlacer } from "../../layout/placeArcPart.js";
import type { Exploring } from "../hooks/useTimeline.js";
import { LateExplore } from "./LateExplore.js";

/** For a page of its own: any stretch of time can be looked at, and a crowded career is drawn in clusters from the first. */
export const exploring: Exploring = { Tools: LateExplore, createPlacer: createArcPlacer };
