import { createArcPlacer } from "../../layout/placeArcPart.js";
import { Explore } from "./Explore.js";

/** All that only a part of time, or a crowded career, needs, in one file that the page fetches after the first picture. */
export const instrument = { Explore, createPlacer: createArcPlacer, clusterWords: <>A number: so many achievements close together. <span>Press it to come closer.</span></> } as const;
