import type { MouseEvent, ReactNode } from "react";
import { filtersOfView, findView, isFiltered, NO_FILTERS, type Filters } from "../model/select.js";
import { viewOf } from "../state/viewState.js";
import { useRoving } from "./hooks/useRoving.js";
import { useResting } from "./hooks/useSeen.js";
import { useActions, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

export interface ViewLinksProps {
  /** Where a view is found by itself, by its slug; the whole career for null. */
  readonly hrefOf: (slug: string | null) => string;
  /** Whether a script answers: then a press shows the view in place, and all links are one tab stop. */
  readonly live: boolean;
}

/** No slug has this sign. */
const ALL = "?all";

/** The owner's named views, each by its sentence, and the way back to everything. */
export function ViewLinks({ hrefOf, live }: ViewLinksProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const part = useResting();
  const { store, idPrefix } = useTimelineContext();
  const { replaceView } = useActions();
  const { stop, groupProps } = useRoving([ALL, ...career.views.map(({ slug }) => slug)]);
  if (career.views.length === 0) return null;

  // A stretch of time is less than any of them shows.
  const current = part !== null ? null : isFiltered(filters) ? (findView(career, filters)?.slug ?? null) : ALL;
  const link = (item: string, slug: string | null, asked: Filters, title: string): ReactNode => (
    <li key={item}><a
      href={hrefOf(slug)}
      data-item={item}
      tabIndex={live && stop !== item ? -1 : undefined}
      aria-current={current === item ? "page" : undefined}
      dir="auto"
      onClick={(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        // As its link shows it when loaded, all of time in view; what is read at the moment stays open.
        replaceView({ ...viewOf(store.getState()), filters: asked, viewport: null });
      }}
    >
      {title}
    </a></li>
  );
  return (
    <nav className="views" aria-labelledby={`${idPrefix}views`} {...groupProps}>
      <span id={`${idPrefix}views`}>Views</span>
      <ul>
        {link(ALL, null, NO_FILTERS, "Show everything")}
        {career.views.map((view) => link(view.slug, view.slug, filtersOfView(view), view.title))}
      </ul>
    </nav>
  );
}
