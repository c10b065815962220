import type { Theme } from "../state/viewState.js";

/**
 * The theme that is asked for: the first that says "light" or "dark" counts. Its own word; then what the elements around say,
 * each by an attribute (plain, Bootstrap's, GitHub's and Docusaurus') or a class (Tailwind's); then the colour scheme that the
 * nearest of them has, be it its own or the page's. "auto", "normal", "light dark" and "cupcake" name none.
 *
 * @param around the nearest first; at least one
 */
export const themeAmong = (own: string | null | undefined, around: readonly HTMLElement[]): Theme =>
  [
    own,
    ...around.flatMap(({ dataset: { theme, bsTheme, colorMode }, classList }) => [theme, bsTheme, colorMode, ...classList]),
    getComputedStyle(around[0] as Element).colorScheme.replace(/only| /g, ""),
  ].find((word) => word === "light" || word === "dark") ?? "system";
