import { useEffect, useState, type RefObject } from "react";
import type { Ratio } from "../../lib/units.js";
import { textWidth } from "../../layout/textWidth.js";

/** Set in the host's font, in the weights of captions and of figures. */
export const GAUGE = { text: "Payments integration launch", size: 100, weights: [440, 660] } as const;
/** Finer steps would lay the arc out again for nothing. */
const STEP: Ratio = 0.02;
const RANGE = { least: 0.8, most: 1.6 } as const;

/**
 * How much wider the font runs that the host hands down than the one that the layout knows, by the widest of the weights;
 * again when another font arrives. 1 until it has been measured.
 *
 * @param gauge holds one element per weight, each as wide as its text
 */
export function useWidthFactor(gauge: RefObject<Element | null>): Ratio {
  const [factor, setFactor] = useState<Ratio>(1);
  useEffect(() => {
    const element = gauge.current;
    if (!element) return;
    const measure = (): void => {
      const ratios = GAUGE.weights.map((weight, i) => (element.children[i]?.getBoundingClientRect().width ?? 0) / textWidth(GAUGE.text, GAUGE.size, weight));
      const widest = Math.max(...ratios);
      // Hidden, it measures 0: what is known is still right when it shows again.
      if (widest > 0) setFactor(Math.min(RANGE.most, Math.max(RANGE.least, Math.round(widest / STEP) * STEP)));
    };
    const observer = new ResizeObserver(measure);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [gauge]);
  return factor;
}
