import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { announce } from "../model/phrase.js";
import type { TimelineStore } from "../state/store.js";
import { AchievementSection } from "./AchievementSection.js";
import { ArcSection, type ArcRoom } from "./ArcSection.js";
import { DetailsPanel } from "./DetailsPanel.js";
import { FilterBar } from "./FilterBar.js";
import { Header } from "./Header.js";
import { loadMotion } from "./hooks/motion.js";
import { TimelineContext, useActions, useTimeline } from "./hooks/useTimeline.js";
import { usePrinting } from "./hooks/usePrinting.js";
import { useWidth } from "./hooks/useWidth.js";
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
/** What the arc is drawn for on paper; the style sheet scales it to the sheet. */
const SHEET_WIDTH = 1184;
/** Motion is fetched after the page has come to rest. */
const MOTION_AFTER_MS = 1500;

function Body(): ReactNode {
  const career = useTimeline((state) => state.career);
  const at = useTimeline((state) => state.at);
  const { select } = useActions();
  const stage = useRef<HTMLDivElement>(null);
  const measured = useWidth(stage);
  const printing = usePrinting();
  const page = printing ? SHEET_WIDTH : measured;
  const opener = useRef<Element | null>(null);
  const achievement = career.achievements.find(({ id }) => id === at) ?? null;
  const open = achievement !== null;

  useEffect(() => {
    const later = setTimeout(() => loadMotion(), MOTION_AFTER_MS);
    return () => clearTimeout(later);
  }, []);

  // Escape gives focus back to what opened the details.
  const close = (): void => {
    const back = opener.current;
    select(null);
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus();
  };

  const beside = open && !printing;
  const room: ArcRoom | null = page === null ? null : { page, arc: beside && page >= BESIDE_FROM ? page - DETAILS_WIDTH - DETAILS_GAP : page };
  return (
    <div
      className="timeline"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
      onClickCapture={(event) => {
        const from = event.target instanceof Element ? event.target.closest("a,button") : null;
        if (from && !from.closest(".details")) opener.current = from;
      }}
    >
      <Header />
      <FilterBar />
      <Announcer />
      <div ref={stage} className={open ? "stage open" : "stage"}>
        <ArcSection room={room} />
        {achievement ? <DetailsPanel achievement={achievement} onClose={close} /> : null}
        <AchievementSection />
        <SkillSection />
        <MetricsSections />
      </div>
    </div>
  );
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
