import type { MouseEvent, ReactNode } from "react";
import type { TimelineStore } from "../state/store.js";
import { bringUp } from "./bringUp.js";

type Show = (dialog: ReactNode) => void;
type Open = (store: TimelineStore, opener: HTMLElement, show: Show) => unknown;

/** For what is asked for by few: its code comes with the press. */
export const openLate = (store: TimelineStore, show: Show, load: () => Promise<Open>) => ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  void load().then(
    (open) => open(store, currentTarget, show),
    () => show(<p ref={bringUp} tabIndex={-1} className="notice" role="alert">The page’s own code did not load. Reload the page and choose it again.</p>),
  );

export const loadCopyLink = async (): Promise<Open> => (await import("./export/openExport.js")).copyLink;
