import "./activity.css";
import { use, type ReactNode } from "react";
import { useTimeline } from "../hooks/useTimeline.js";
import { ActivityView } from "./ActivityView.js";
import { readActivity } from "./readActivity.js";

/** In quiet moments: until the counts are read, the page stays as it was sent. */
export function LiveActivity(): ReactNode {
  const activity = use(readActivity(useTimeline((state) => state.career)));
  return activity ? <ActivityView activity={activity} /> : null;
}
