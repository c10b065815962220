import type { Page } from "playwright-core";

/** A piece of text that a sighted reader gets, as it lies on the page. */
export interface VisibleText {
  readonly text: string;
  /** All visible text of the paragraph, cell, item or SVG text that it is part of: the same number for pieces of one. */
  readonly block: number;
  /** What encloses it, as "li.s0 > a". */
  readonly where: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** In CSS px as it is seen, so with the scale of an SVG's view box. */
  readonly size: number;
}

/**
 * Every visible text of the page: rendered, not clipped away for screen readers alone, not in a closed <details>.
 * Nothing is scrolled, so what is outside the window counts, too. Coordinates are the page's.
 */
export function visibleTexts(page: Page): Promise<VisibleText[]> {
  return page.evaluate(() => {
    const INLINE = new Set(["A", "B", "CODE", "I", "MARK", "SMALL", "SPAN", "STRONG", "TIME", "tspan"]);
    const blocks = new Map<Element, number>();
    const blockOf = (element: Element): number => {
      let block = element;
      while (INLINE.has(block.tagName) && block.parentElement) block = block.parentElement;
      const known = blocks.get(block) ?? blocks.size;
      blocks.set(block, known);
      return known;
    };
    const nameOf = (element: Element | null): string => (element === null ? "" : `${element.tagName.toLowerCase()}${(element.getAttribute("class") ?? "").split(/\s+/).filter(Boolean).map((name) => `.${name}`).join("")}`);
    const forReadersOnly = (element: Element): boolean => {
      for (let each: Element | null = element; each; each = each.parentElement) if (getComputedStyle(each).clipPath === "inset(50%)") return true;
      return false;
    };
    const scaleOf = (element: Element): number => {
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      return matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
    };
    const found: VisibleText[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!parent || (text.nodeValue ?? "").trim() === "" || parent.closest("script,style,option")) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || forReadersOnly(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0 || rect.height === 0) continue;
      found.push({
        text: text.nodeValue ?? "",
        block: blockOf(parent),
        where: `${nameOf(parent.parentElement)} > ${nameOf(parent)}`,
        x0: rect.left + scrollX, y0: rect.top + scrollY, x1: rect.right + scrollX, y1: rect.bottom + scrollY,
        size: Number.parseFloat(getComputedStyle(parent).fontSize) * scaleOf(parent),
      });
    }
    return found;
  });
}

/** The texts of each block as one, blanks run together, in the order of the page. */
export function blockTexts(texts: readonly VisibleText[]): { readonly text: string; readonly where: string }[] {
  const blocks = new Map<number, { text: string; where: string; from: string }>();
  for (const { text, block, where } of texts) {
    const before = blocks.get(block);
    if (before) {
      // Two pieces of one element are one text; those of two may stand apart or under each other.
      before.text += before.from === where ? text : ` ${text}`;
      before.from = where;
    } else blocks.set(block, { text, where, from: where });
  }
  return [...blocks.values()].map(({ text, where }) => ({ text: plain(text), where }));
}

/** Blanks run together, no-break ones too, as a reader sees them. */
export const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** All visible text in one piece. */
export async function visibleText(page: Page): Promise<string> {
  return blockTexts(await visibleTexts(page)).map(({ text }) => text).join("\n");
}
