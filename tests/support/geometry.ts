import type { Page } from "playwright-core";

/*
 * How a page lies, measured in the browser. Each function gives what is wrong, named, so that an empty list is a pass.
 */

/** Elements that make the page wider than its window, widest first; what scrolls in a box of its own does not count. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
    const contained = (element: Element): boolean => {
      for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) if (getComputedStyle(each).overflowX !== "visible") return true;
      return false;
    };
    const found: { readonly what: string; readonly right: number }[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (contained(element)) continue;
      const { right } = element.getBoundingClientRect();
      if (right + scrollX > width + 0.5) found.push({ what: `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`, right });
      // A word too long for its box leaves it without making it wider.
      for (const text of element.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE || element.closest(".sr")) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (box.right + scrollX > width + 0.5 && box.width > 0) found.push({ what: `"${(text.nodeValue ?? "").trim().slice(0, 40)}"`, right: box.right });
      }
    }
    const wide = found.sort((a, b) => b.right - a.right).slice(0, 8).map(({ what, right }) => `${what} ends at ${Math.round(right + scrollX)} of ${width}`);
    return wide.length > 0 ? wide : [`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`];
  });
}

/** Texts that a box cuts off without a way to scroll to them. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!parent || (text.nodeValue ?? "").trim() === "" || parent.closest("script,style,option,.sr") || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      for (let each: Element | null = parent; each && each !== document.body; each = each.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(each);
        const edge = each.getBoundingClientRect();
        const out = (overflow: string, under: number, over: number): boolean => (overflow === "hidden" || overflow === "clip") && (under > 1 || over > 1);
        if (each instanceof SVGElement && !(each instanceof SVGSVGElement)) continue;
        if (out(overflowX, edge.left - box.left, box.right - edge.right) || out(overflowY, edge.top - box.top, box.bottom - edge.bottom)) {
          found.push(`"${(text.nodeValue ?? "").trim().slice(0, 40)}" in ${each.tagName.toLowerCase()}.${each.getAttribute("class") ?? ""}`);
          break;
        }
      }
    }
    return found;
  });
}

/** Words outside of drawings that lie on each other, line by line. What sticks to the window's edge passes over others on purpose. */
export function overlappingWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sticks = (element: Element | null): boolean => element !== null && (/^(?:sticky|fixed)$/.test(getComputedStyle(element).position) || sticks(element.parentElement));
    const lines: { readonly text: Node; readonly words: string; readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const words = (text.nodeValue ?? "").trim();
      if (words === "" || text.parentElement?.closest("script,style,option,svg,.sr") || !text.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || sticks(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      // A line box is higher than its letters.
      for (const { left, right, top, bottom, height } of range.getClientRects()) lines.push({ text, words: words.slice(0, 40), x0: left, x1: right, y0: top + height * 0.22, y1: bottom - height * 0.22 });
    }
    lines.sort((a, b) => a.y0 - b.y0);
    return lines.flatMap((a, i) => {
      const found: string[] = [];
      for (let at = i + 1; (lines[at]?.y0 ?? Infinity) < a.y1 - 0.5; at++) {
        const b = lines[at];
        if (b && a.text !== b.text && a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5) found.push(`"${a.words}" and "${b.words}"`);
      }
      return found;
    });
  });
}

/** Words of the arc that lie on each other, leave the drawing or the window, or are turned. */
export function arcTextFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const arc = [...document.querySelectorAll("main svg[role=group]")].find((svg) => svg.checkVisibility());
    if (!arc) return [];
    const faults: string[] = [];
    const texts = [...arc.querySelectorAll("text")].filter((text) => (text.textContent ?? "").trim() !== "").map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      // The line box is higher than the letters: accents and descenders of neighbours do not meet before these do.
      const lines = Math.max(1, text.querySelectorAll("tspan:not(.note)").length);
      const slack = (height / lines) * 0.18;
      return { owner: text.closest(".label") ?? text, words: (text.textContent ?? "").trim(), x0: x, x1: x + width, y0: y + slack, y1: y + height - slack, matrix: text.getScreenCTM() };
    });
    // The title stands over the drawing's empty corner.
    const title = [...(arc.closest("section")?.querySelectorAll("h2, h2 ~ p") ?? [])].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { owner: element, words: element.textContent ?? "", x0: left, x1: right, y0: top + 2, y1: bottom - 2, matrix: null };
    });
    const all = [...texts, ...title];
    all.forEach((a, i) => {
      for (const b of all.slice(i + 1)) {
        if (a.owner !== b.owner && a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5) faults.push(`"${a.words}" and "${b.words}" overlap`);
      }
    });
    const frame = arc.getBoundingClientRect();
    const right = document.documentElement.clientWidth;
    for (const { words, x0, x1, y0, y1, matrix } of texts) {
      if (x0 < -0.5 || x1 > right + 0.5) faults.push(`"${words}" leaves the window: ${Math.round(x0)}…${Math.round(x1)} of ${right}`);
      if (x0 < frame.left - 1 || x1 > frame.right + 1 || y0 < frame.top - 1 || y1 > frame.bottom + 1) faults.push(`"${words}" leaves the drawing: ${Math.round(x0)}…${Math.round(x1)} of ${Math.round(frame.left)}…${Math.round(frame.right)}, ${Math.round(y0)}…${Math.round(y1)} of ${Math.round(frame.top)}…${Math.round(frame.bottom)}`);
      if (matrix && (Math.abs(matrix.b) > 1e-6 || Math.abs(matrix.c) > 1e-6)) faults.push(`"${words}" is turned`);
    }
    return faults;
  });
}

/** Controls smaller than 24 × 24 px (WCAG 2.5.8), and those whose middle something else covers. Links inside a sentence are text. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24;
    const inSentence = (element: Element): boolean => {
      const parent = element.parentElement;
      return element.tagName === "A" && parent?.tagName === "P" && [...parent.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && (child.nodeValue ?? "").trim() !== "");
    };
    return [...document.querySelectorAll("a[href], button, input, select, summary")].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg") || inSentence(element)) return [];
      const target = element instanceof HTMLInputElement ? (element.closest("label") ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()} "${(element.getAttribute("aria-label") ?? target.textContent ?? "").trim().slice(0, 40)}"`;
      return width >= LEAST && height >= LEAST ? [] : [`${name} is ${Math.round(width)} × ${Math.round(height)}`];
    });
  });
}

/** Marks that a finger or pointer does not get at: within 11 px of a mark's middle it is the nearest mark that is hit. */
export function missedMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const REACH = 11;
    // Of two that are as good as equally near, either will do.
    const SAME = 1.5;
    const marks = [...document.querySelectorAll<SVGGraphicsElement>("main svg[role=group] a[data-item]")].map((element) => {
      // Where its own coordinates begin: a triangle's box has another middle.
      const { e, f } = element.getScreenCTM() ?? new DOMMatrix();
      return { element, id: element.getAttribute("data-item") ?? "", x: e + scrollX, y: f + scrollY };
    });
    const faults: string[] = [];
    const LISTED = 10;
    const middle = marks[Math.floor(marks.length / 2)];
    if (middle) scrollTo(0, middle.y - innerHeight / 2);
    for (const mark of marks) {
      for (const [dx, dy] of [[0, 0], [REACH, 0], [-REACH, 0], [0, REACH], [0, -REACH]] as const) {
        const [x, y] = [mark.x + dx, mark.y + dy];
        const distance = (other: (typeof marks)[number]): number => Math.hypot(other.x - x, other.y - y);
        const nearest = Math.min(...marks.map(distance));
        if (distance(mark) > nearest + SAME) continue;
        if (x < scrollX || x >= scrollX + document.documentElement.clientWidth) continue;
        if (y < scrollY || y >= scrollY + innerHeight) scrollTo(0, y - innerHeight / 2);
        const hit = document.elementFromPoint(x - scrollX, y - scrollY);
        const owner = marks.find(({ element }) => element.contains(hit));
        if (!owner || distance(owner) > nearest + SAME) faults.push(`${mark.id} at ${dx},${dy}: ${owner ? `${owner.id}, ${Math.round(distance(owner) - nearest)} px further away` : `${hit?.tagName.toLowerCase() ?? "nothing"}.${hit?.getAttribute("class") ?? ""}`}`);
      }
    }
    return faults.length > LISTED ? [...faults.slice(0, LISTED), `and ${faults.length - LISTED} more`] : faults;
  });
}
