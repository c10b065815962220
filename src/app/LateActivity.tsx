import { lazy, type ReactNode } from "react";
import { untilHere } from "../views/hooks/untilHere.js";
import { Late } from "./Late.js";

/** Only for a career that has activity, and drawn as it was sent until then. */
const Activity = lazy(async () => ({ default: (await untilHere(() => import("../views/activity/LiveActivity.js"))).LiveActivity }));

export const LateActivity = (): ReactNode => <Late><Activity /></Late>;
