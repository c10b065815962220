import "../late.css";
import "./export.css";
import type { ReactNode } from "react";
import type { TimelineStore } from "../../state/store.js";
import { findPublishedSite } from "../embed/publishedSite.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { ExportDialog } from "./ExportDialog.js";
import { Said } from "./Said.js";
import { shownLink, type ShownLink } from "./shownLink.js";

/** This code lies in the site's folder of assets, so that it knows where the site is, whatever the address bar says by now. */
const SITE = new URL(import.meta.env.DEV ? "/" : "..", import.meta.url).href;

type Show = (dialog: ReactNode) => void;

function linkOf(store: TimelineStore): ShownLink {
  const state = store.getState();
  return shownLink(findPublishedSite(SITE, location.pathname), state.career, state, state.career === store.getInitialState().career);
}

/**
 * @param opener gets the focus back, where it was
 * @param show puts it on the page, and takes it away
 * @param uncopied see `ExportDialog`
 */
export function openExport(store: TimelineStore, opener: HTMLElement, show: Show, uncopied: string | null = null): void {
  const { scrollX, scrollY } = window;
  const close = (): void => {
    show(null);
    opener.focus({ preventScroll: true });
    // Over the dialog's edges the page behind can be scrolled.
    scrollTo(scrollX, scrollY);
  };
  show(
    <ErrorBoundary>
      <ExportDialog store={store} link={linkOf(store)} uncopied={uncopied} onClose={close} />
    </ErrorBoundary>,
  );
}

/** With one press: the link to what is shown. Where there is none, or the browser does not let the page copy, the dialog says so. */
export async function copyLink(store: TimelineStore, opener: HTMLElement, show: Show): Promise<void> {
  const link = linkOf(store);
  if (!link.ok) {
    openExport(store, opener, show);
    return;
  }
  try {
    await navigator.clipboard.writeText(link.url);
    // A new one each time: the same words are said again.
    show(<Said key={performance.now()} words={`Link copied. ${link.caution || "It opens the page as it is now."}`} />);
  } catch {
    openExport(store, opener, show, link.url);
  }
}
