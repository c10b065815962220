import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { encode } from "../lib/encode.js";
import { Below } from "../views/Below.js";
import { useTimeline, useTimelineContext } from "../views/hooks/useTimeline.js";
import { ViewLinks } from "../views/ViewLinks.js";
import { loadCopyLink, openLate } from "./openLate.js";
import { SheetSize } from "./SheetSize.js";
import { createSitePaths, ROOT_PAGE, viewPath, type SitePage } from "./sitePaths.js";

export { ArcLegend } from "../views/ArcLegend.js";

export interface PageBelowProps {
  readonly page: SitePage;
  /** Where the page was loaded from; null where it is being made. */
  readonly path: string | null;
}

const never = (): (() => void) => () => undefined;

/** All that follows the arc on a page of its own: the owner's views, then what follows it everywhere. */
export function PageBelow({ page, path }: PageBelowProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const { store } = useTimelineContext();
  const live = useSyncExternalStore(never, () => true, () => false);
  useEffect(() => document.querySelector(".record")?.removeAttribute("aria-busy"), []);
  // A career that was opened here has no pages of its own, nor has one that is being developed.
  const published = page !== ROOT_PAGE && career === store.getInitialState().career;
  const hrefOf = (slug: string | null): string => {
    // Relative as it was sent; a change of the address must not lead these elsewhere.
    if (!live || path === null) return page.root + (slug === null ? "" : viewPath(slug));
    const pathOf = createSitePaths(path, page);
    return published ? pathOf(slug) : pathOf(null) + (slug === null ? "" : `?view=${encode(slug)}`);
  };
  return (
    <>
      <ViewLinks hrefOf={hrefOf} live={live} />
      <Share />
      <Below />
      <SheetSize />
    </>
  );
}

/** On a phone the page's own bar stands at its end: what is seen is shared where it is seen. */
function Share(): ReactNode {
  const { store } = useTimelineContext();
  const [said, setSaid] = useState<ReactNode>(null);
  return (
    <div className="share">
      {/* The bar at the end has it for keys. */}
      <button type="button" className="text" tabIndex={-1} onClick={openLate(store, setSaid, loadCopyLink)}>Copy a link to this</button>
      {said}
    </div>
  );
}
