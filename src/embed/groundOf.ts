/*
 * How light a place of a page is by what is painted there. What is computed is one of few notations: `rgb()` for what was
 * written in the old ones, else the notation it was written in.
 */

/** Relative luminance, 0 to 1, below which the dark theme's ink is easier to read than the light one's (WCAG contrast). */
const DARK_BELOW = 0.184;
/** Up to this and from this on a theme's quietest words (`mute` in charts/theme.css) have 4.5:1 and the fields' bold figures 4:1. */
const CLEAR = { dark: 0.027, light: 0.752 } as const;
/** What shines through still decides. */
const OPAQUE = 0.95;

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const luminance = (red: number, green: number, blue: number): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/**
 * @param colour a computed colour
 * @returns relative luminance, 0 to 1; null where it lets what is behind it through, and where it is in a notation that does not tell
 */
export function luminanceOf(colour: string): number | null {
  const [, notation = "", words = ""] = /^([a-z]+)\(([^()]*)\)$/.exec(colour) ?? [];
  const parts = words.split(/[\s,/]+/);
  const space = notation === "color" ? parts.shift() : notation;
  const [a = 0, b = 0, c = 0, alpha = 1] = parts.map((part) => (part === "none" ? 0 : Number.parseFloat(part) / (part.endsWith("%") ? 100 : 1)));
  if (alpha < OPAQUE) return null;
  const light = ((): number => {
    switch (space) {
      case "rgb":
      case "rgba": return luminance(a / 255, b / 255, c / 255);
      // The wider spaces have the same curve and much the same primaries.
      case "srgb":
      case "display-p3": return luminance(a, b, c);
      // Lightness as it is seen: its cube is light as it is measured.
      case "oklab":
      case "oklch": return a ** 3;
      case "lab":
      case "lch": return ((a + 16) / 116) ** 3;
      default: return Number.NaN;
    }
  })();
  return Number.isNaN(light) ? null : light;
}

/**
 * The ground of a place: that of the nearest element around it that paints one.
 * @param around the nearest first
 * @returns relative luminance; null where nothing is painted, or a picture, of which nothing is known
 */
export function groundOf(around: readonly Element[]): number | null {
  for (const each of around) {
    const { backgroundColor, backgroundImage } = getComputedStyle(each);
    const ground = luminanceOf(backgroundColor);
    if (ground !== null) return ground;
    if (backgroundImage !== "" && backgroundImage !== "none") return null;
  }
  return null;
}

/** The theme whose ink is the easier to read. @param ground see `groundOf` */
export const themeOn = (ground: number): "light" | "dark" => (ground < DARK_BELOW ? "dark" : "light");

/** Whether all words of a theme can be read on a ground. @param theme "system": on one that nobody knows */
export const isClearOn = (ground: number | null, theme: string): boolean =>
  ground === null || (theme === "dark" ? ground <= CLEAR.dark : theme !== "light" || ground >= CLEAR.light);
