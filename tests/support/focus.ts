import type { Page } from "playwright-core";

/** What has the focus, and how it shows. */
export interface FocusStop {
  /** "button: Payments 3", as a reader would name it. */
  readonly name: string;
  /** `data-item`, where it is one of a group. */
  readonly item: string | null;
  readonly tag: string;
  readonly inMain: boolean;
  readonly inFilters: boolean;
  readonly inArc: boolean;
  /** Thickness in px of what appears around it, 0 where nothing does. */
  readonly ring: number;
  /** Contrast of the ring with what lies behind it. */
  readonly ringContrast: number;
  /** Points inside it (middle and four corners) where something else lies on top, by what that is. */
  readonly covered: readonly string[];
}

interface Ring {
  readonly width: number;
  readonly colour: string;
}

/** The ring that the drawing shows around a mark: a shape with a stroke that has its centre and leaves it room. Width 0 is none. */
export function ringAround(mark: Element): Ring {
  const inner = (mark.querySelector(".mark") ?? mark).getBoundingClientRect();
  const rings = [...(mark.closest("svg")?.querySelectorAll("circle, ellipse, path, rect") ?? [])].flatMap((shape): Ring[] => {
    const { stroke, strokeWidth } = getComputedStyle(shape);
    const outer = shape.getBoundingClientRect();
    const apart = Math.hypot(outer.x + outer.width / 2 - inner.x - inner.width / 2, outer.y + outer.height / 2 - inner.y - inner.height / 2);
    const around = apart < 3 && outer.width >= inner.width + 4 && outer.width < 60 && Math.abs(outer.width - outer.height) < 2;
    return around && stroke !== "none" ? [{ width: Number.parseFloat(strokeWidth), colour: stroke }] : [];
  });
  return rings.reduce((widest, ring) => (ring.width > widest.width ? ring : widest), { width: 0, colour: "transparent" });
}

/** Looks at the focused element; null where the page itself has the focus. */
export async function focusStop(page: Page): Promise<FocusStop | null> {
  const marks = page.locator("svg a:focus");
  const drawnRing = (await marks.count()) > 0 ? await marks.evaluate(ringAround) : { width: 0, colour: "transparent" };
  return page.evaluate((drawn) => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;

    const channels = (colour: string): readonly number[] => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      if (!canvas) return [0, 0, 0, 0];
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string): number => {
      const [x, y] = [luminance(a), luminance(b)];
      return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    };
    const behind = (from: Element): string => {
      for (let each: Element | null = from.parentElement; each; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if ((channels(backgroundColor)[3] ?? 0) > 250) return backgroundColor;
      }
      return "white";
    };
    const ringOf = (): Ring => {
      // On itself, or on what it lies in invisibly (a file input in its label).
      for (let each: Element | null = element, up = 0; each && up < 3; each = each.parentElement, up++) {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
        if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0 && (channels(outlineColor)[3] ?? 0) > 0) return { width: Number.parseFloat(outlineWidth), colour: outlineColor };
      }
      return drawn;
    };
    const coveredAt = (): string[] => {
      const box = (element.querySelector(".mark") ?? element).getBoundingClientRect();
      const inset = Math.min(3, box.width / 4, box.height / 4);
      // What is larger than the window cannot be seen whole.
      const [x0, x1] = [Math.max(box.left, 0) + inset, Math.min(box.right, innerWidth) - inset];
      const [y0, y1] = [Math.max(box.top, 0) + inset, Math.min(box.bottom, innerHeight) - inset];
      const points: readonly (readonly [number, number])[] = [[(x0 + x1) / 2, (y0 + y1) / 2], [x0, y0], [x1, y0], [x0, y1], [x1, y1]];
      return points.flatMap(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        if (top && (top === element || element.contains(top) || top.contains(element))) return [];
        return [top === null ? `out of the window at ${Math.round(x)},${Math.round(y)}` : `${top.tagName.toLowerCase()}.${top.getAttribute("class") ?? ""}`];
      });
    };
    const ring = ringOf();
    const label = element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent ?? "";
    return {
      name: `${element.getAttribute("role") ?? element.tagName.toLowerCase()}: ${label.replace(/\s+/g, " ").trim().slice(0, 60)}`,
      item: element.getAttribute("data-item"),
      tag: element.tagName.toLowerCase(),
      inMain: element.closest("main") !== null,
      inFilters: element.closest("[role=search]") !== null,
      inArc: element.closest("svg") !== null,
      ring: ring.width,
      ringContrast: contrast(ring.colour, behind(element)),
      covered: coveredAt(),
    };
  }, drawnRing);
}

/** Presses Tab from the top of the page to its end. @returns every stop on the way */
export async function tabThrough(page: Page, most = 120): Promise<readonly FocusStop[]> {
  const stops: FocusStop[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const stop = await focusStop(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(`more than ${most} stops: ${stops.map(({ name }) => name).join("; ")}`);
}
