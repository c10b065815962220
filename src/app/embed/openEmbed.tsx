import "../late.css";
import type { ReactNode } from "react";
import type { TimelineStore } from "../../state/store.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { EmbedDialog } from "./EmbedDialog.js";
import { findPublishedSite } from "./publishedSite.js";

/** This code lies in the site's folder of assets, so that it knows where the site is, whatever the address bar says by now. */
const SITE = new URL(import.meta.env.DEV ? "/" : "..", import.meta.url).href;

/**
 * @param opener gets the focus back, where it was
 * @param show puts it on the page, and takes it away
 */
export function openEmbed(store: TimelineStore, opener: HTMLElement, show: (dialog: ReactNode) => void): void {
  const { scrollX, scrollY } = window;
  const close = (): void => {
    show(null);
    opener.focus({ preventScroll: true });
    // Over the dialog's edges the page behind can be scrolled.
    scrollTo(scrollX, scrollY);
  };
  show(
    <ErrorBoundary>
      <EmbedDialog store={store} site={findPublishedSite(SITE, location.pathname)} today={new Date().toISOString().slice(0, 10)} onClose={close} />
    </ErrorBoundary>,
  );
}
