import type { EpochMs } from "../lib/units.js";
import type { CareerDocument } from "../model/document.js";

/** What a page carries for its script: the checked, redacted document and the day it was drawn for. */
export interface PageData {
  readonly document: CareerDocument;
  readonly asOf: EpochMs;
}

export const PAGE_DATA_ID = "career";

/** Reads the data block that `prerender/` has written; while developing, where there is none, the first career itself. */
export async function readPageData(page: Document): Promise<PageData> {
  const block = page.getElementById(PAGE_DATA_ID)?.textContent;
  // Our own block, written from a checked document by the same version of the program.
  if (block) return JSON.parse(block) as PageData;
  if (!import.meta.env.DEV) throw new Error(`no data block #${PAGE_DATA_ID}`);
  const { default: text } = await import("../../data/career.json?raw");
  return { document: JSON.parse(text) as CareerDocument, asOf: Date.now() };
}
