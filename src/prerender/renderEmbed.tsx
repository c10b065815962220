import { renderToString } from "react-dom/server";
import { createTimelineStore } from "../state/store.js";
import { EmbedTimeline } from "../views/EmbedTimeline.js";
import { escapeScript, escapeText, metaName, metaPolicy } from "./html.js";
import { pageTitleOf } from "./pageHead.js";
import { EMBED_POLICY } from "./policy.js";
import type { Site } from "./site.js";

/** From the frame's page to the whole one. */
const PAGE = "../";

/**
 * The picture for a stranger's page, in a frame. It has its facts in itself and asks for nothing but one plain script and
 * one style sheet, since a sandboxed frame has no origin: no request of it may be one that needs CORS. Everything is
 * readable before the script runs; the script reads what the frame's address asks for.
 */
export function renderEmbed(site: Site): string {
  const { document, career } = site;
  const body = renderToString(<EmbedTimeline store={createTimelineStore(career)} idPrefix="" filters pageHref={PAGE} />);
  return [
    `<!doctype html><html lang="${escapeText(document.lang ?? "en")}"><head><meta charset="utf-8">`,
    metaName("viewport", "width=device-width,initial-scale=1"),
    `<title>${escapeText(pageTitleOf(site, null))}</title>`,
    metaPolicy(EMBED_POLICY),
    // Found by itself it would be a page without its surroundings.
    metaName("robots", "noindex"),
    "<link rel=\"stylesheet\" href=\"./frame.css\"><script src=\"./frame.js\" defer></script></head><body>",
    `<div id="root" class="career-timeline" data-as-of="${career.asOf}" data-page="${PAGE}">${body}</div>`,
    `<script type="application/json" id="career">${escapeScript(document)}</script></body></html>\n`,
  ].join("");
}
