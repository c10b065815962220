import { useMemo, type ReactNode } from "react";
import { createActivity } from "../../model/activity.js";
import { useTimeline } from "../hooks/useTimeline.js";
import { ActivityView } from "./ActivityView.js";

/** At once, where nobody waits for an answer in between: a page that is being made. */
export function PageActivity(): ReactNode {
  const career = useTimeline((state) => state.career);
  const activity = useMemo(() => createActivity(career), [career]);
  return activity ? <ActivityView activity={activity} /> : null;
}
