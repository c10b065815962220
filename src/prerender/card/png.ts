import { renderAsync } from "@resvg/resvg-js";
import { charactersNotInFont, drawnTexts } from "./glyphs.js";

export interface CardPng {
  readonly png: Uint8Array;
  /** Characters that the shipped font lacks: they are drawn in whatever font the machine has, if it has one. Empty = the same bytes on every machine. */
  readonly missing: readonly string[];
}

/**
 * Draws cards of `renderCardSvg` with the font "named" as PNG, in the size that they say.
 *
 * @param fontFiles paths of the files in `fonts/`; read when a card is drawn
 * @returns a function that rejects where its text is no SVG
 */
export function createPngRenderer(fontFiles: readonly string[]): (svg: string) => Promise<CardPng> {
  return async (svg) => {
    const missing = charactersNotInFont(drawnTexts(svg));
    // What is installed differs from machine to machine, and looking through it takes time: only where it must be.
    const image = await renderAsync(svg, { font: { fontFiles: [...fontFiles], loadSystemFonts: missing.length > 0, defaultFontFamily: "Instrument Sans Card" } });
    return { png: image.asPng(), missing };
  };
}
