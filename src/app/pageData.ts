import type { EpochMs } from "../lib/units.js";
import type { CareerDocument } from "../model/document.js";

/** The file beside the page: the document that it was drawn from, without what is private. */
export const CAREER_FILE = "career.json";

/** What a page is drawn from. */
export interface PageData {
  readonly document: CareerDocument;
  /** The day it was drawn for. */
  readonly asOf: EpochMs;
}

/**
 * The page carries its facts as words and pictures; the script reads them from the file beside it, so that the facts do
 * not weigh on the page twice. While developing, where nothing is prerendered, it is the first career itself.
 */
export async function readPageData(root: HTMLElement): Promise<PageData> {
  const { asOf } = root.dataset;
  if (asOf !== undefined) {
    const response = await fetch(`./${CAREER_FILE}`);
    if (!response.ok) throw new Error(`${CAREER_FILE} answers ${response.status}`);
    // Written by the same build from a checked document.
    return { document: (await response.json()) as CareerDocument, asOf: Number(asOf) };
  }
  if (!import.meta.env.DEV) throw new Error("the page was not prerendered");
  const { default: text } = await import("../../data/career.json?raw");
  return { document: JSON.parse(text) as CareerDocument, asOf: Date.now() };
}
