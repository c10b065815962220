import { lazy, Suspense, type ReactNode } from "react";
import type { PageBelowProps } from "./PageBelow.js";

/** Longest that the page waits for a quiet moment. */
const QUIET_MS = 1000;

/** What is below has been sent as it is; its code comes in the first quiet moment, and takes it over. */
const Late = lazy(async () => {
  await new Promise<unknown>((quiet) => (typeof requestIdleCallback === "function" ? requestIdleCallback(quiet, { timeout: QUIET_MS }) : setTimeout(quiet, QUIET_MS / 5)));
  const { PageBelow } = await import("./PageBelow.js");
  return { default: PageBelow };
});

export const LateBelow = (props: PageBelowProps): ReactNode => <Suspense fallback={null}><Late {...props} /></Suspense>;
