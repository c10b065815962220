import { useMemo } from "react";
import { cutCareer } from "../../layout/cutToViewport.js";
import type { Career } from "../../model/career.js";
import { usePrinting } from "./usePrinting.js";
import { useSeen } from "./useSeen.js";
import { useTimeline, useTimelineContext } from "./useTimeline.js";

/** What is in view of the career: all of it where nobody looks closer, and on paper. */
export function useCareerInView(): Career {
  const career = useTimeline((state) => state.career);
  const { exploring } = useTimelineContext();
  const seen = useSeen();
  const viewport = usePrinting() || !exploring ? null : seen;
  return useMemo(() => (viewport ? cutCareer(career, viewport) : career), [career, viewport]);
}
