import type { Page } from "playwright-core";

export interface TextContrast {
  readonly text: string;
  readonly where: string;
  readonly ratio: number;
  /** WCAG 1.4.3: 3 for large text, else 4.5. */
  readonly needed: number;
}

/**
 * Contrast of every visible text with what is painted right behind it, SVG text too, which automatic checkers leave
 * open. Opacity of the text and of whatever encloses it counts; a halo (stroke painted first) is what a text stands on.
 */
export function textContrasts(page: Page): Promise<TextContrast[]> {
  return page.evaluate(() => {
    type Colour = readonly [r: number, g: number, b: number, alpha: number];
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const known = new Map<string, Colour>();
    const read = (text: string): Colour => {
      const before = known.get(text);
      if (before) return before;
      if (!canvas) throw new Error("no canvas to read colours with");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [r, g, b, a / 255];
      known.set(text, colour);
      return colour;
    };
    const over = ([r, g, b, a]: Colour, below: Colour): Colour => [r * a + below[0] * (1 - a), g * a + below[1] * (1 - a), b * a + below[2] * (1 - a), 1];
    const luminance = (colour: Colour): number => {
      const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** How opaque an element is painted, with all that encloses it. */
    const opacityOf = (element: Element): number => {
      let opacity = 1;
      for (let each: Element | null = element; each; each = each.parentElement) opacity *= Number(getComputedStyle(each).opacity);
      return opacity;
    };
    const paint = (element: Element): Colour | null => {
      const style = getComputedStyle(element);
      const shape = element instanceof SVGElement && !(element instanceof SVGSVGElement);
      // A gradient or a pattern: light on light, so what lies below decides.
      if (shape && (style.fill === "none" || style.fill.startsWith("url"))) return null;
      const [r, g, b, a] = read(shape ? style.fill : style.backgroundColor);
      const alpha = a * (shape ? Number(style.fillOpacity) : 1) * opacityOf(element);
      return alpha === 0 ? null : [r, g, b, alpha];
    };

    // What is deaf to the pointer is painted all the same.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { pointer-events: auto !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const before = [scrollX, scrollY] as const;
    const found: TextContrast[] = [];
    const measure = (text: string, where: string, front: Colour, behind: Colour, size: number, weight: number): void => {
      const [x, y] = [luminance(over(front, behind)), luminance(behind)];
      found.push({
        text: text.slice(0, 40), where,
        ratio: Math.round(((Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)) * 100) / 100,
        needed: size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5,
      });
    };
    const WHITE: Colour = [255, 255, 255, 1];
    for (const field of document.querySelectorAll<HTMLInputElement>("input[placeholder]")) {
      const { color, fontSize, fontWeight } = getComputedStyle(field, "::placeholder");
      measure(field.placeholder, "placeholder", read(color), over(read(getComputedStyle(field).backgroundColor), WHITE), Number.parseFloat(fontSize), Number(fontWeight));
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      const words = (text.nodeValue ?? "").trim();
      if (!parent || words === "" || parent.closest("script,style,option,.sr") || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      let [rect] = range.getClientRects();
      if (!rect || rect.width === 0) continue;
      if (rect.top < 0 || rect.bottom > innerHeight) {
        scrollTo(0, scrollY + rect.top - innerHeight / 2);
        [rect] = range.getClientRects();
      }
      if (!rect) continue;
      const style = getComputedStyle(parent);
      const svg = parent instanceof SVGElement;
      const haloed = svg && style.stroke !== "none" && style.paintOrder.startsWith("stroke");
      const below = document.elementsFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      const from = below.findIndex((element) => element === parent || element.contains(parent) || parent.contains(element));
      const stack = (from < 0 ? [] : below.slice(from)).filter((element) => !(element instanceof SVGElement && element.closest("text")));
      // Scrolled out of its own box: it has no place on the screen, and the same look as its neighbours.
      if (from < 0) continue;
      const layers = stack.map(paint).filter((layer) => layer !== null);
      const behind = haloed ? read(style.stroke) : layers.reduceRight((base, layer) => over(layer, base), WHITE);
      const [r, g, b, a] = read(svg ? style.fill : style.color);
      const where = `${parent.parentElement?.getAttribute("class") ?? ""} > ${parent.tagName.toLowerCase()}.${parent.getAttribute("class") ?? ""}`;
      measure(words, where, [r, g, b, a * opacityOf(parent)], behind, Number.parseFloat(style.fontSize), Number(style.fontWeight));
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    scrollTo(...before);
    return found;
  });
}
