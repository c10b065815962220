import { useEffect, useMemo, useRef, type ComponentType, type ReactNode } from "react";
import { arcForm, NARROW_MAX } from "../layout/arcFrame.js";
import type { TimelineStore } from "../state/store.js";
import { Announcer } from "./Announcer.js";
import type { ArcDrawingProps } from "./ArcDrawing.js";
import { ArcSection } from "./ArcSection.js";
import { FilterBar } from "./FilterBar.js";
import { Header } from "./Header.js";
import { loadMotion } from "./hooks/motion.js";
import { TimelineContext, useEmbedded, useTimeline, type ArcRoom, type Exploring } from "./hooks/useTimeline.js";
import { useDetails } from "./hooks/useDetails.js";
import { useFocusAfterBack } from "./hooks/useFocusAfterBack.js";
import { useRoomOnPaper } from "./hooks/useRoomOnPaper.js";
import { useWidth } from "./hooks/useWidth.js";
import { LateDetails } from "./LateDetails.js";

export interface TimelineProps {
  readonly store: TimelineStore;
  /** Starts every id; unique on the page. */
  readonly idPrefix: string;
  /** Only in a stranger's page: see `TimelineContextValue`. */
  readonly pageHref?: string | null;
  /** `Below`, or what brings it: what follows the arc is no part of what a visitor sees first. */
  readonly below: ReactNode;
  /** `ArcLegend`, or what brings it. */
  readonly legend: ReactNode;
  /** Instead of `LiveArc`, in a font that the layout does not know. */
  readonly arc?: ComponentType<ArcDrawingProps>;
  /** What draws a career's activity; only on a page of its own. */
  readonly activity?: ReactNode;
  /** Only on a page of its own. */
  readonly exploring?: Exploring;
}

/** The whole instrument: header, filters, arc, details, words, skills, figures. The host gives it a store. */
export function Timeline({ store, idPrefix, pageHref, below, legend, arc, activity, exploring }: TimelineProps): ReactNode {
  const context = useMemo(() => ({ store, idPrefix, exploring, ...(pageHref === undefined ? {} : { pageHref }) }), [store, idPrefix, pageHref, exploring]);
  return (
    <TimelineContext.Provider value={context}>
      <Body below={below} legend={legend} arc={arc} activity={activity} />
    </TimelineContext.Provider>
  );
}

/** Width at which details stand beside the arc, their own width and the gap; the same numbers as in the style sheet. */
const BESIDE_FROM = 1004;
const DETAILS_WIDTH = 340;
const DETAILS_GAP = 24;
/** Motion is fetched after the page has come to rest. */
const MOTION_AFTER_MS = 1500;

interface BodyProps extends Pick<TimelineProps, "below" | "legend" | "activity"> {
  readonly arc: ComponentType<ArcDrawingProps> | undefined;
}

function Body({ below, legend, arc, activity }: BodyProps): ReactNode {
  const at = useTimeline((state) => state.at);
  const stage = useRef<HTMLDivElement>(null);
  const measured = useWidth(stage);
  const root = useRef<HTMLDivElement>(null);
  const paper = useRoomOnPaper(root);
  const embedded = useEmbedded();
  // Beside the arc the details move nothing; under it they push the page down.
  const { achievement, close, rootProps } = useDetails(root, !embedded && measured !== null && measured < BESIDE_FROM);
  const open = achievement !== null;

  useEffect(() => {
    const later = setTimeout(() => loadMotion(), MOTION_AFTER_MS);
    return () => clearTimeout(later);
  }, []);
  useFocusAfterBack(root, embedded ? null : at);

  return (
    <div ref={root} className="timeline" data-live={embedded && measured !== null ? "" : undefined} {...rootProps}>
      <Header />
      <FilterBar />
      <Announcer />
      <div ref={stage} className={open ? "stage open" : "stage"}>
        <ArcSection room={paper ?? roomFor(measured, open)} printing={paper !== null} arc={arc} activity={activity} legend={legend} />
        <LateDetails open={achievement ? { achievement, onClose: close } : null} />
        {below}
      </div>
    </div>
  );
}

/** With details open there is room beside them, or else all of the page's width. */
function roomFor(page: number | null, open: boolean): ArcRoom | null {
  if (page === null) return null;
  if (arcForm(page) === "narrow") return { page: Math.min(page, NARROW_MAX), arc: Math.min(page, NARROW_MAX) };
  return { page, arc: open && page >= BESIDE_FROM ? page - DETAILS_WIDTH - DETAILS_GAP : page };
}
