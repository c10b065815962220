import type { Chrome } from "../../embed/options.js";
import type { Px } from "../../lib/units.js";
import type { CareerDocument, DateText } from "../../model/document.js";
import type { Filters } from "../../model/select.js";
import type { Background, EmbedTheme } from "./choices.js";
import type { PublishedSite } from "./publishedSite.js";

/** All that a snippet is made from. */
export interface SnippetInput {
  readonly site: PublishedSite;
  /** What is shown first, as a link says it: "" or "?domain=payments&at=…". */
  readonly query: string;
  /** The same, spelt out. */
  readonly filters: Filters;
  readonly at: string | null;
  /** What is read out in place of the embed, and shown where it cannot be. */
  readonly title: string;
  readonly width: Px;
  /** Of a frame of that width. */
  readonly height: Px;
  readonly chrome: Chrome;
  readonly theme: EmbedTheme;
  readonly background: Background;
  /** What a frozen embed carries: as strangers may see it. null = it follows the site. */
  readonly data: CareerDocument | null;
  /** The day that ongoing roles reach to in a frozen one. */
  readonly asOf: DateText;
  /** False where the facts are on no site. */
  readonly published: boolean;
}
