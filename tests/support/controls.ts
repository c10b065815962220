import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** Kinds of controls that were on the page, and those that were used. */
    controls?: { readonly seen: Set<string>; readonly used: Set<string> };
  }
}

/**
 * Notes each kind of control that the page has now, and from the first call on each that is used. Of things in a row (chips,
 * marks, lines of a list, options of a menu) one stands for all; a button alone is known by its name.
 */
export function watchControls(page: Page): Promise<void> {
  return page.evaluate(() => {
    // Links that open in a tab of their own lead away from what is watched.
    const CONTROLS = "a[href]:not([target]), button, input, select, summary, textarea, [role=slider]";
    const ROWS = [".chips button", ".menus input", "svg a", "header a", ".list a", "thead button", "tbody button", ".tags button", "dialog textarea", ".views a:not([href='?'])"];
    const kindOf = (control: Element): string => {
      const row = ROWS.find((selector) => control.matches(selector));
      if (row !== undefined) return row;
      const words = control.getAttribute("aria-label") ?? control.closest("label")?.textContent ?? control.textContent;
      return `${control.localName} ${words.replace(/:.*/, "").replace(/\d+$/, "").trim()}`;
    };
    if (!window.controls) {
      const watched = { seen: new Set<string>(), used: new Set<string>() };
      window.controls = watched;
      for (const type of ["click", "input", "change", "keydown", "pointerdown", "focusin"]) {
        addEventListener(type, ({ target }) => {
          const control = target instanceof Element ? target.closest(CONTROLS) : null;
          if (control) watched.used.add(kindOf(control));
        }, true);
      }
    }
    for (const control of document.querySelectorAll(CONTROLS)) if (control.checkVisibility()) window.controls.seen.add(kindOf(control));
  });
}

/** @returns the kinds of controls that were on the page, and were never used */
export function unusedControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { seen, used } = window.controls ?? { seen: new Set<string>(), used: new Set<string>() };
    return [...seen].filter((kind) => !used.has(kind)).sort();
  });
}
