import { lazy, Suspense, type ReactNode } from "react";

/** Only for a career that has activity, and drawn as it was sent until then. */
const Late = lazy(async () => ({ default: (await import("../views/activity/LiveActivity.js")).LiveActivity }));

export const LateActivity = (): ReactNode => <Suspense fallback={null}><Late /></Suspense>;
