import { animate } from "framer-motion/dom";
import { blendArc, canBlend } from "../../layout/arcBlend.js";

/** All that only movement needs, in one file that the page fetches after it has come to rest. */
export const motionKit = { animate, blendArc, canBlend } as const;
