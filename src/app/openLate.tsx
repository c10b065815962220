import type { MouseEvent, ReactNode } from "react";
import type { TimelineStore } from "../state/store.js";
import { askingAgain } from "../views/hooks/untilHere.js";
import { bringUp } from "./bringUp.js";
import { CloseButton } from "./CloseButton.js";

type Show = (dialog: ReactNode) => void;
type Open = (store: TimelineStore, opener: HTMLElement, show: Show) => unknown;

/** For what is asked for by few: its code comes with the press. */
export const openLate = (store: TimelineStore, show: Show, load: () => Promise<Open>) => ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  void load().then(
    (open) => open(store, currentTarget, show),
    () => show(<p ref={bringUp} tabIndex={-1} className="notice" role="alert">{currentTarget.textContent}: the page’s own code did not load. Press it again. <CloseButton onClose={() => show(null)} /></p>),
  );

const loadExports = askingAgain(() => import("./export/openExport.js"));
const loadEmbeds = askingAgain(() => import("./embed/openEmbed.js"));

export const loadCopyLink = async (): Promise<Open> => (await loadExports()).copyLink;
export const loadExport = async (): Promise<Open> => (await loadExports()).openExport;
export const loadEmbed = async (): Promise<Open> => (await loadEmbeds()).openEmbed;
