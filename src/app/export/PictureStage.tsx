import { use, useLayoutEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from "react";
import { useStore } from "zustand";
import { ActivityDensity } from "../../charts/ActivityDensity.js";
import { CareerArc } from "../../charts/CareerArc.js";
import { toActivityIndex } from "../../layout/activityDensity.js";
import { placeDensity } from "../../layout/placeDensity.js";
import { TITLE_SIZES } from "../../layout/titleBlock.js";
import { toLine } from "../../lib/toLine.js";
import type { Px } from "../../lib/units.js";
import { matchSubtitle, matchTitle } from "../../model/phrase.js";
import { isFiltered } from "../../model/select.js";
import { createTimelineStore, type TimelineStore } from "../../state/store.js";
import { ArcLegend } from "../../views/ArcLegend.js";
import { askedCounts, densityWords, slotAsked } from "../../views/activity/densityOf.js";
import { readActivity } from "../../views/activity/readActivity.js";
import { TimelineContext } from "../../views/hooks/useTimeline.js";
import { FICTIONAL } from "../../views/placeWords.js";
import { composePicture, MARGIN, type Note, type WordLook } from "./composePicture.js";
import { toColour } from "./colour.js";
import type { Picture } from "./picture.js";
import { describePicture, nameOfPicture } from "./pictureWords.js";
import { placePicture, wordsUnder } from "./placePicture.js";
import { readMarks } from "./readMarks.js";

export interface PictureStageProps {
  readonly store: TimelineStore;
  /** null for a career with nothing to draw. */
  readonly onPicture: (picture: Picture | null) => void;
}

/** CSS px. As wide as a slide or a page of a document shows well. */
const WIDTH: Px = 1200;

/**
 * The whole arc as the page shows it now, with its filters and its selection, drawn out of sight in one size for everybody
 * and read as a picture. Zoomed or not, on a phone or a desk: the picture is the same.
 */
export function PictureStage({ store, onPicture }: PictureStageProps): ReactNode {
  const { career, filters, at, selectors } = useStore(store);
  const stage = useRef<HTMLDivElement>(null);
  const dark = useScheme();
  const matches = selectors.matches(filters);
  const title = toLine(matchTitle(career, filters, matches));
  // A number stays with its field, as on the page.
  const subtitle = matchSubtitle(career, filters, matches).split("\u00a0").map(toLine).join("\u00a0");
  const width = WIDTH - 2 * MARGIN;
  const whole = selectors.bounds()?.whole ?? null;
  const placement = useMemo(
    () => placePicture(career, { width, whole, title, subtitle, emphasis: { matches: isFiltered(filters) ? matches : null, selected: at } }),
    [career, whole, filters, matches, at, width, title, subtitle],
  );
  const activity = career.document.activity ? use(readActivity(career)) : null;
  const density = useMemo(() => {
    if (!activity || !whole) return null;
    const index = toActivityIndex(activity);
    const asked = askedCounts(activity, index, filters);
    const placed = placeDensity({ index, asked, viewport: whole, width });
    return { placed, words: toLine(densityWords(placed, activity, index, asked, career, filters)) };
  }, [activity, whole, career, filters, width]);

  useLayoutEffect(() => {
    const root = stage.current;
    const svg = root?.querySelector("svg");
    const [heading, sub, foot] = ["h2", ".sub", "small"].map((name) => root?.querySelector(name));
    if (!placement || !root || !svg || !heading || !sub || !foot) {
      onPicture(null);
      return;
    }
    const { person } = career;
    const notes = readNotes(root);
    const under = root.querySelector(".under svg");
    const { width: arcWidth, height: arcEnd } = placement.frame;
    const words = [
      ...(density ? [density.words] : []),
      ...wordsUnder(placement),
      toLine([person.name, person.headline].filter(Boolean).join(", ")),
      ...(career.document.fictional === true ? [FICTIONAL] : []),
    ];
    onPicture(composePicture({
      drawing: {
        width: arcWidth,
        height: arcEnd + (density?.placed.height ?? 0),
        marks: [...readMarks(svg, 0, 0), ...(under instanceof SVGSVGElement ? readMarks(under, 0, arcEnd) : [])],
      },
      headings: [
        { text: title, look: readLook(heading), leading: TITLE_SIZES.title.leading, gap: 0 },
        { text: subtitle, look: readLook(sub), leading: TITLE_SIZES.subtitle.leading, gap: TITLE_SIZES.subtitle.gap },
      ],
      room: TITLE_SIZES.room,
      notes: [...notes, ...words.map((text): Note => ({ text, look: readLook(foot), marks: [], width: 0, height: 0 }))],
      ground: toColour(getComputedStyle(root).backgroundColor)?.colour ?? "#ffffff",
      fontFamily: getComputedStyle(root).fontFamily,
      title: nameOfPicture(career, title, filters),
      description: describePicture(career, [title, subtitle, ...notes.map(({ text }) => text), ...words], filters, matches, at),
    }));
  }, [placement, density, career, filters, matches, at, title, subtitle, onPicture, dark]);

  // Marks are explained where any is drawn: in a crowd most stand in a number.
  const context = useMemo(() => {
    const drawn = new Set(placement?.nodes.map(({ id }) => id));
    return { store: createTimelineStore({ ...career, achievements: career.achievements.filter(({ id }) => drawn.has(id)) }, {}), idPrefix: "export-" };
  }, [career, placement]);
  return (
    <div className="offstage" inert aria-hidden="true">
      <div ref={stage} className="timeline" style={{ width }}>
        <h2>{title}</h2>
        <p className="sub">{subtitle}</p>
        <small>{career.person.headline}</small>
        {/* Drawn anew for each picture: what stands in a drawing because it has just changed is not part of the picture. */}
        {placement ? <CareerArc key={`${title} ${at ?? ""}`} placement={placement} idPrefix="export-" label={title} filtered={isFiltered(filters)} tabStop={null} nodeLabel={() => ""} nodeHref={() => "#"} /> : null}
        {density ? <div className="under"><ActivityDensity placement={density.placed} slot={slotAsked(career, filters)} /></div> : null}
        <TimelineContext value={context}><ArcLegend /></TimelineContext>
      </div>
    </div>
  );
}

/** The reader's own colours may change while the picture is looked at. */
function useScheme(): boolean {
  const query = useMemo(() => matchMedia("(prefers-color-scheme: dark)"), []);
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => query.matches,
  );
}

function readLook(element: Element): WordLook {
  const style = getComputedStyle(element);
  const paint = toColour(style.color) ?? { colour: "#000000", opacity: 1 };
  return { size: Number.parseFloat(style.fontSize) || 14, weight: Number(style.fontWeight) || 400, tracking: Number.parseFloat(style.letterSpacing) || 0, fill: paint };
}

/** The sentences under the arc, each with the marks before it. */
function readNotes(root: Element): readonly Note[] {
  return [...root.querySelectorAll(".legend > p")].map((line): Note => {
    const svg = line.querySelector("svg");
    const size = (name: string): Px => Number(svg?.getAttribute(name) ?? "0");
    return { text: toLine(line.textContent ?? ""), look: readLook(line), marks: svg ? readMarks(svg, 0, 0) : [], width: size("width"), height: size("height") };
  });
}
