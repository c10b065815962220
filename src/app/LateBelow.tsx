import { lazy, type ReactNode } from "react";
import type { TimelineState } from "../state/store.js";
import { untilHere } from "../views/hooks/untilHere.js";
import { Late } from "./Late.js";
import { createWatch } from "./Lost.js";
import type * as page from "./PageBelow.js";

/** Longest that the page waits for a quiet moment. */
const QUIET_MS = 1000;

const { failed, Lost } = createWatch();

let coming: Promise<typeof page> | undefined;
let here = false;
let now: ((value?: unknown) => void) | undefined;

/** What is below has been sent as it is; its code comes in the first quiet moment, and takes it over. */
const load = async (): Promise<typeof page> => {
  await new Promise<unknown>((quiet) => {
    now = quiet;
    return typeof requestIdleCallback === "function" ? requestIdleCallback(quiet, { timeout: QUIET_MS }) : setTimeout(quiet, QUIET_MS / 5);
  });
  const module = await untilHere(() => import("./PageBelow.js"), failed);
  here = true;
  failed(0);
  return module;
};
const once = (): Promise<typeof page> => (coming ??= load());

/** What somebody has asked for concerns what is below, too: then no quiet moment is waited for. */
export function hurry({ filters }: TimelineState, before: TimelineState): void {
  now?.();
  // It still shows all of it, and says so until `PageBelow` takes it over.
  if (!here && filters !== before.filters) document.querySelector(".record")?.setAttribute("aria-busy", "true");
}

const Below = lazy(async () => ({ default: (await once()).PageBelow }));
const Legend = lazy(async () => ({ default: (await once()).ArcLegend }));

export const LateBelow = (props: page.PageBelowProps): ReactNode => <><Lost /><Late fallback={<Lost waiting />}><Below {...props} /></Late></>;
export const LateLegend = (): ReactNode => <Late><Legend /></Late>;
