import type { Career } from "../model/career.js";
import { useTimeline } from "../views/hooks/useTimeline.js";

/* In the place of `views/hooks/useSeen` and `useCareerInView` in the one file of an embed, which has no closer look. */

export const useResting = (): null => null;

export const useSeen = useResting;

export const useInstrument = useResting;

export const useCareerInView = (): Career => useTimeline((state) => state.career);
