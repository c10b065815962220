import { lazy, type ReactNode } from "react";
import { untilHere } from "../views/hooks/untilHere.js";
import { Late } from "./Late.js";
import { createWatch } from "./Lost.js";

const { failed, Lost } = createWatch();

/** Only for a career that has activity, and drawn as it was sent until then. */
const Activity = lazy(async () => {
  const { LiveActivity } = await untilHere(() => import("../views/activity/LiveActivity.js"), failed);
  failed(0);
  return { default: LiveActivity };
});

export const LateActivity = (): ReactNode => <><Lost /><Late><Activity /></Late></>;
