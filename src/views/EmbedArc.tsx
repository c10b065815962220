import { useMemo, useRef, type ReactNode, type RefObject } from "react";
import { embedForm, embedHeight, NARROW_MAX } from "../layout/arcFrame.js";
import { labelWords } from "../layout/arcNodes.js";
import { roleLanes, roleName } from "../layout/roleBars.js";
import type { Career } from "../model/career.js";
import { shortSpan } from "../model/timeWords.js";
import { LiveArc, StillArc, type ArcDrawingProps } from "./ArcDrawing.js";
import { useHeavy } from "./hooks/useHeavy.js";
import { useTimeline } from "./hooks/useTimeline.js";
import { useFontWidths, type FontWidths, type SetWords } from "./hooks/useFontWidths.js";

/** The widths that are drawn before a script has measured, one per form; the style sheet shows the one that fits. */
const STILLS: readonly number[] = [326, 608];
/** In a font that nobody has measured yet, words get as much room as the widest of the usual ones takes. */
const UNMEASURED = 1.2;
/** More words tell no more about a font. */
const MOST_WORDS = 80;

export interface EmbedArcProps {
  /** Its width; null until it has been measured, so also on the server. */
  readonly room: number | null;
  /** A size that somebody has set. */
  readonly set?: { readonly width: number | undefined; readonly height: number | undefined };
}

/** The arc in a stranger's column: still until its width and its font are known, then drawn for both. */
export function EmbedArc({ room, set }: EmbedArcProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const roleLabel = useMemo(() => rolesInWords(career), [career]);
  const heavy = useHeavy();
  const { probe, widths } = useHostFont(room !== null);
  const lanes = useMemo(() => 1 + Math.max(0, ...roleLanes(career)), [career]);
  const drawing = (given: number): ArcDrawingProps => {
    const form = embedForm(given);
    const width = form === "narrow" && set?.width === undefined ? Math.min(given, NARROW_MAX) : given;
    const height = set?.height ?? embedHeight(width, lanes, career.achievements.length);
    return { title: "", subtitle: "", width, height, form, printing: false, roleLabel };
  };
  const stills = set?.width === undefined ? STILLS : [set.width];
  return (
    <>
      <span ref={probe} className="gauge sr" aria-hidden="true" />
      {room === null || widths === null
        ? heavy ? <div className="still" /> : stills.map((width) => <StillArc key={width} {...drawing(width)} widthFactor={UNMEASURED} />)
        : <LiveArc {...drawing(room)} widthFactor={widths.factor} ratioOf={widths.ratioOf} />}
    </>
  );
}

/** "Senior Software Engineer, 17Live, Mar 2018 – Mar 2022": the bars say it here, since the roles stand nowhere else in words. */
function rolesInWords(career: Career): (id: string) => string {
  const words = new Map(career.roles.map((role) => [role.id, [role.organization ? role.title : "", roleName(role), shortSpan(role.start, role.end)].filter(Boolean).join(", ")]));
  return (id) => words.get(id) ?? id;
}

/** The page's own arc in a font that is not the page's: in the place of `LiveArc` where a host shows the whole instrument. */
export function MeasuredArc(props: ArcDrawingProps): ReactNode {
  const { probe, widths } = useHostFont(true);
  return (
    <>
      <span ref={probe} className="gauge sr" aria-hidden="true" />
      {widths === null ? <StillArc {...props} widthFactor={UNMEASURED} /> : <LiveArc {...props} widthFactor={widths.factor} ratioOf={widths.ratioOf} />}
    </>
  );
}

/** How wide the career's words run where the probe stands. */
function useHostFont(shown: boolean): { readonly probe: RefObject<HTMLSpanElement | null>; readonly widths: FontWidths | null } {
  const career = useTimeline((state) => state.career);
  const names = useMemo(() => namesOf(career), [career]);
  const words = useMemo(() => wordsOf(career), [career]);
  const probe = useRef<HTMLSpanElement>(null);
  return { probe, widths: useFontWidths(shown, probe, names, words) };
}

/** What stands in the bars and at the right end. */
function namesOf(career: Career): readonly SetWords[] {
  return [...new Set(career.roles.map(roleName))].slice(0, MOST_WORDS / 2).map((text): SetWords => ({ text, weight: 650 }))
    .concat(career.domains.map(({ label }): SetWords => ({ text: label, weight: 600 })));
}

/** All that the arc may say beside its marks. */
function wordsOf(career: Career): readonly SetWords[] {
  const runs = career.achievements.slice(0, MOST_WORDS / 2).flatMap((achievement): SetWords[] => {
    const { figure, caption } = labelWords(achievement);
    return [{ text: figure, weight: 660 }, { text: caption, weight: 440 }];
  });
  return runs.filter(({ text }) => text !== "");
}
