import { formatQuery } from "../../state/urlCodec.js";
import { viewOf, type ViewState } from "../../state/viewState.js";
import type { Career } from "../../model/career.js";
import { linkAddress } from "../embed/frameSnippets.js";
import { isOfThisMachine, type PublishedSite } from "../embed/publishedSite.js";

export type ShownLink =
  | { readonly ok: true; readonly url: string; /** What to know before it is sent to somebody; "" for nothing. */ readonly caution: string }
  | { readonly ok: false; readonly reason: string };

/**
 * The address that shows to others what is shown here: filters, period, what is selected, list or table, colours.
 *
 * @param published whether the career is the site's own, and not a file that the visitor has opened
 */
export function shownLink(site: PublishedSite, career: Career, view: ViewState, published: boolean): ShownLink {
  if (!published) return { ok: false, reason: "You have opened a file that is on no site, so no link leads to it: this page’s own would show another career. Save the data, or publish the file first." };
  const url = linkAddress({ site, query: formatQuery(viewOf(view), { career }) });
  if (new URL(url).protocol === "file:") return { ok: false, reason: "This page is a file on your own machine, so a link to it opens nowhere else. Put the site onto a web host first." };
  return { ok: true, url, caution: isOfThisMachine(url) ? "Works on this machine only: the page is served from here." : "" };
}
