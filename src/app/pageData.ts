import type { EpochMs } from "../lib/units.js";
import type { CareerDocument } from "../model/document.js";
import { ROOT_PAGE, type SitePage } from "./sitePaths.js";

/** The file beside the site's root page: the document that it was drawn from, without what is private. */
export const CAREER_FILE = "career.json";

/** What a page is drawn from. */
export interface PageData {
  readonly document: CareerDocument;
  /** The day it was drawn for. */
  readonly asOf: EpochMs;
  readonly page: SitePage;
}

/**
 * The page carries its facts as words and pictures; the script reads them from the file beside it, so that the facts do
 * not weigh on the page twice. While developing, where nothing is prerendered, it is the first career itself.
 *
 * @param root carries `data-as-of`; on the page of a named view also `data-view`, its slug, and `data-base`, the way to
 * the folder of the site
 */
export async function readPageData(root: HTMLElement): Promise<PageData> {
  const { asOf, view = ROOT_PAGE.view, base = ROOT_PAGE.root } = root.dataset;
  if (asOf !== undefined) {
    const response = await fetch(base + CAREER_FILE);
    if (!response.ok) throw new Error(`${CAREER_FILE} answers ${response.status}`);
    // Written by the same build from a checked document.
    return { document: (await response.json()) as CareerDocument, asOf: Number(asOf), page: { view, root: base } };
  }
  if (!import.meta.env.DEV) throw new Error("the page was not prerendered");
  const { default: text } = await import("../../data/career.json?raw");
  return { document: JSON.parse(text) as CareerDocument, asOf: Date.now(), page: ROOT_PAGE };
}
