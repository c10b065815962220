import { lazy, Suspense, type ReactNode } from "react";
import type * as page from "./PageBelow.js";

/** Longest that the page waits for a quiet moment. */
const QUIET_MS = 1000;

/** What is below has been sent as it is; its code comes in the first quiet moment, and takes it over. */
const load = async (): Promise<typeof page> => {
  await new Promise<unknown>((quiet) => (typeof requestIdleCallback === "function" ? requestIdleCallback(quiet, { timeout: QUIET_MS }) : setTimeout(quiet, QUIET_MS / 5)));
  return import("./PageBelow.js");
};

const Late = lazy(async () => ({ default: (await load()).PageBelow }));
const Legend = lazy(async () => ({ default: (await load()).ArcLegend }));

export const LateBelow = (props: page.PageBelowProps): ReactNode => <Suspense fallback={null}><Late {...props} /></Suspense>;
export const LateLegend = (): ReactNode => <Suspense fallback={null}><Legend /></Suspense>;
