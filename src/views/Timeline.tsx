import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { arcForm, NARROW_MAX } from "../layout/arcFrame.js";
import { announce } from "../model/phrase.js";
import type { TimelineStore } from "../state/store.js";
import { AchievementSection } from "./AchievementSection.js";
import { ArcSection, type ArcRoom } from "./ArcSection.js";
import { FilterBar } from "./FilterBar.js";
import { Header } from "./Header.js";
import { loadMotion } from "./hooks/motion.js";
import { TimelineContext, useActions, useTimeline } from "./hooks/useTimeline.js";
import { usePrinting } from "./hooks/usePrinting.js";
import { atOnce } from "./hooks/atOnce.js";
import { useFocusAfterBack } from "./hooks/useFocusAfterBack.js";
import { useWidth } from "./hooks/useWidth.js";
import { LateDetails } from "./LateDetails.js";
import { MetricsSections } from "./MetricsSections.js";
import { SkillSection } from "./SkillSection.js";

export interface TimelineProps {
  readonly store: TimelineStore;
  /** Starts every id; unique on the page. */
  readonly idPrefix: string;
}

/** The whole instrument: header, filters, arc, details, words, skills, figures. The host gives it a store. */
export function Timeline({ store, idPrefix }: TimelineProps): ReactNode {
  const context = useMemo(() => ({ store, idPrefix }), [store, idPrefix]);
  return (
    <TimelineContext value={context}>
      <Body />
    </TimelineContext>
  );
}

/** Width at which details stand beside the arc, their own width and the gap; the same numbers as in the style sheet. */
const BESIDE_FROM = 1004;
const DETAILS_WIDTH = 340;
const DETAILS_GAP = 24;
/** What the arc is drawn for on paper, in px; the style sheet scales it to the sheet. */
const SHEET = { page: 1120, arc: 1120, height: 440 } as const;
/** Motion is fetched after the page has come to rest. */
const MOTION_AFTER_MS = 1500;

function Body(): ReactNode {
  const career = useTimeline((state) => state.career);
  const at = useTimeline((state) => state.at);
  const { select } = useActions();
  const stage = useRef<HTMLDivElement>(null);
  const measured = useWidth(stage);
  const printing = usePrinting();
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<{ readonly element: Element | null; readonly scroll: number }>({ element: null, scroll: 0 });
  const achievement = career.achievements.find(({ id }) => id === at) ?? null;
  const open = achievement !== null;

  useEffect(() => {
    const later = setTimeout(() => loadMotion(), MOTION_AFTER_MS);
    return () => clearTimeout(later);
  }, []);

  // Focus goes back to what opened the details; where that is gone (a link, the Back button), to the achievement's own mark.
  const close = (): void => {
    const { element, scroll } = opener.current;
    const mark = root.current?.querySelector<SVGElement>(`.arc [data-item="${CSS.escape(at ?? "")}"]`);
    atOnce(() => select(null));
    const back = element?.isConnected ? element : mark;
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
    // Under the arc the details pushed the page down: it comes back to where it was read.
    if (element && measured !== null && measured < BESIDE_FROM) scrollTo({ top: scroll });
    else back?.scrollIntoView({ block: "nearest" });
  };
  useFocusAfterBack(root, at);

  const room = printing ? SHEET : roomFor(measured, open);
  return (
    <div
      ref={root}
      className="timeline"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
      onClickCapture={(event) => {
        const from = event.target instanceof Element ? event.target.closest("a,button") : null;
        if (from && !from.closest(".details")) opener.current = { element: from, scroll: scrollY };
      }}
    >
      <Header />
      <FilterBar />
      <Announcer />
      <div ref={stage} className={open ? "stage open" : "stage"}>
        <ArcSection room={room} printing={printing} />
        <LateDetails open={achievement ? { achievement, onClose: close } : null} />
        <AchievementSection />
        <SkillSection />
        <MetricsSections />
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

/** Says politely what a filter has done, once it is done. */
function Announcer(): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const matches = useTimeline((state) => state.selectors.matches(state.filters));
  const [said, setSaid] = useState("");
  const first = useRef(true);
  useEffect(() => {
    // The page itself is news enough when it opens.
    if (first.current) {
      first.current = false;
      return;
    }
    // While somebody types, only where it came to is worth hearing.
    const wait = setTimeout(() => setSaid(announce(career, filters, matches)), 400);
    return () => clearTimeout(wait);
  }, [career, filters, matches]);
  return <p className="sr" role="status">{said}</p>;
}
