import { useState, type RefObject } from "react";
import type { Ratio } from "../../lib/units.js";
import { textWidth } from "../../layout/textWidth.js";
import { useBeforePaint } from "./useBeforePaint.js";

/** Words as the picture sets them. */
export interface SetWords {
  readonly text: string;
  readonly weight: number;
}

/** Large, so that the rounding of widths does not count. */
const SIZE = 100;
const RANGE = { least: 0.7, most: 2 } as const;

/** How wide words run in the host's font. */
export interface FontWidths {
  /** Of names, by the one that runs widest: for whatever has not been measured itself. */
  readonly factor: Ratio;
  /** Of words that have been measured. */
  readonly ratioOf: (text: string, weight: number) => Ratio | undefined;
}

const UNKNOWN: FontWidths = { factor: 1, ratioOf: () => undefined };

/**
 * How much wider than in the font that the layout knows the words run in the one that the host hands down. Measured
 * before the first drawing is seen, and again when a font arrives.
 *
 * @param shown whether the widget has any width yet: in a tab that is not open no word has one
 * @param probe an empty element in the drawing's font, out of sight; the words are set in it and taken out again
 * @param names what stands beside bars and bands; @param words what stands beside marks
 * @returns null until it has been measured, so also on the server
 */
export function useFontWidths(shown: boolean, probe: RefObject<Element | null>, names: readonly SetWords[], words: readonly SetWords[]): FontWidths | null {
  const [widths, setWidths] = useState<FontWidths | null>(null);
  useBeforePaint(() => {
    const element = probe.current;
    if (!element || !shown) return;
    const measure = (): void => setWidths((known) => measureWidths(element, names, words) ?? known ?? UNKNOWN);
    measure();
    const { fonts } = element.ownerDocument;
    // Not everywhere; and a form's name may hide it.
    if (!(fonts instanceof EventTarget)) return;
    fonts.addEventListener("loadingdone", measure);
    return () => fonts.removeEventListener("loadingdone", measure);
  }, [shown, probe, names, words]);
  return widths;
}

/** @returns null where nothing has a width: out of sight, what was known before is still right */
function measureWidths(probe: Element, names: readonly SetWords[], words: readonly SetWords[]): FontWidths | null {
  const all = [...names, ...words];
  const spans = all.map(({ text, weight }) => {
    // Not made by the document, whose methods a form's name can hide.
    const span = probe.cloneNode() as HTMLElement;
    span.removeAttribute("class");
    span.textContent = text;
    span.style.fontWeight = String(weight);
    return span;
  });
  probe.append(...spans);
  const ratios = all.map(({ text, weight }, i) => (spans[i]?.getBoundingClientRect().width ?? 0) / Math.max(1, textWidth(text, SIZE, weight)));
  probe.replaceChildren();
  const widest = Math.max(0, ...ratios.slice(0, names.length));
  if (Math.max(0, ...ratios) === 0) return null;
  const known = new Map(all.map(({ text, weight }, i) => [`${weight} ${text}`, inRange(ratios[i] ?? 1)]));
  return { factor: inRange(widest), ratioOf: (text, weight) => known.get(`${weight} ${text}`) };
}

/** A font with no letters of its own for a text is no reason to draw it anyhow. */
const inRange = (ratio: Ratio): Ratio => Math.min(RANGE.most, Math.max(RANGE.least, ratio));
