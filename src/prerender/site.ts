import type { EpochMs } from "../lib/units.js";
import type { Career } from "../model/career.js";
import { createCareer } from "../model/createCareer.js";
import type { CareerDocument, ViewDocument } from "../model/document.js";
import { publishedDocument } from "../model/publish.js";

/** Where a site will be found. */
export interface SiteAddress {
  /** "https://example.org/career/": with its last slash. Null = not known, so nothing says an absolute address. */
  readonly url: string | null;
  /** The path of it, "/career/". Only what has to work at any depth needs it: the page for what is not there, and the host's rules. */
  readonly base: string;
}

export interface SiteOptions {
  /** What "now" means for ongoing roles; also the day that the site was made on. */
  readonly asOf: EpochMs;
  /** The built `index.html`: its script and style references are kept, its title and root are filled. */
  readonly template: string;
  readonly address?: SiteAddress;
  /** One line, instead of what the career says by itself. */
  readonly title?: string | undefined;
}

/** What every file of a site is made from. */
export interface Site {
  /** As strangers see it: private parts, and keys that the format does not know, are gone. */
  readonly document: CareerDocument;
  readonly career: Career;
  readonly template: string;
  readonly address: SiteAddress;
  readonly title: string | null;
}

/** At the root of a host that nobody has named. */
const ANYWHERE: SiteAddress = Object.freeze({ url: null, base: "/" });

/** @param document checked; private parts are taken out before anything is made of it */
export function createSite(document: CareerDocument, { asOf, template, address = ANYWHERE, title }: SiteOptions): Site {
  const shown = publishedDocument(document);
  return { document: shown, career: createCareer(shown, asOf), template, address, title: title ?? null };
}

/** The folder of a view's page inside the site. A slug has letters, digits, - and _ only: it cannot lead out of it. */
export const viewFolder = ({ slug }: ViewDocument): string => `view/${slug}/`;

/** Absolute, escaped as a link needs it. @param path inside the site; "" is the site itself */
export const addressOf = (url: string, path: string): string => url + path.split("/").map(encodeURIComponent).join("/");
