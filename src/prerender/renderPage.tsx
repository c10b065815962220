import { Suspense } from "react";
import { renderToString } from "react-dom/server";
import { App } from "../app/App.js";
import { CAREER_FILE } from "../app/pageData.js";
import { PageBelow } from "../app/PageBelow.js";
import type { ViewDocument } from "../model/document.js";
import { filtersOfView } from "../model/select.js";
import { createTimelineStore } from "../state/store.js";
import { PageActivity } from "../views/activity/PageActivity.js";
import { ArcLegend } from "../views/ArcLegend.js";
import { isCrowded } from "../views/ArcDrawing.js";
import { exploring } from "../views/explore/exploring.js";
import { escapeText } from "./html.js";
import { pageHead, pageTitleOf } from "./pageHead.js";
import { viewFolder, type Site } from "./site.js";

/**
 * One career as a complete page: everything is readable, the arc included, before any script runs. The same input gives
 * the same bytes. What it refers to is relative, so it works in any folder of any host.
 *
 * @param view one of the career's own: the page then begins with its filter, and lies in the view's folder; null for the whole
 */
export async function renderPage(site: Site, view: ViewDocument | null = null): Promise<string> {
  const { document, career } = site;
  // Its clusters are placed by what other pages need only later.
  if (isCrowded(career)) await exploring.instrument.load();
  const store = createTimelineStore(career, view ? { filters: filtersOfView(view) } : {});
  const up = view ? upFrom(viewFolder(view)) : "./";
  const page = { view: view?.slug ?? null, root: up };
  // At once, and marked for the page's code, which comes for it later.
  const below = <Suspense fallback={null}><PageBelow page={page} path={null} /></Suspense>;
  const legend = <Suspense fallback={null}><ArcLegend /></Suspense>;
  const activity = <Suspense fallback={null}><PageActivity /></Suspense>;
  const root = `<div id="root" data-as-of="${career.asOf}"${view ? ` data-view="${escapeText(view.slug)}" data-base="${up}" data-title="${escapeText(pageTitleOf(site, null))}"` : ""}>`;
  return fill(rebase(withoutCors(site.template), up), [
    ["<html class=\"career-timeline\" lang=\"en\">", `<html class="career-timeline" lang="${escapeText(document.lang ?? "en")}">`],
    ["<title>Career timeline</title>", pageHead(site, view, up + CAREER_FILE)],
    ["<div id=\"root\"></div>", `${root}${renderToString(<App store={store} page={page} below={below} legend={legend} activity={activity} />)}</div>`],
  ]);
}

const upFrom = (folder: string): string => folder.replace(/[^/]+\//g, "../");

/** What the template refers to lies beside it; from a page in a folder it lies further up. */
function rebase(template: string, up: string): string {
  return template.replace(/(\s(?:href|src)=")\.\//g, (_, start: string) => start + up);
}

/**
 * The bundler asks for style sheets and scripts as from another host. Where the page has no host of its own (a sandboxed
 * frame, a file on disk) that request is refused, and the page has no styles; from its own host it is the same either way.
 * What is preloaded as a font or as data keeps it: these are always fetched so, and would be fetched twice.
 */
function withoutCors(template: string): string {
  return template.replace(/<(?:script|link)\b[^>]*>/g, (tag) => (/\srel="preload"/.test(tag) ? tag : tag.replace(/\scrossorigin(?:="[^"]*")?(?=[\s/>])/, "")));
}

/** @throws where the template is not the one that the build makes: our own fault */
function fill(template: string, pieces: readonly (readonly [string, string])[]): string {
  return pieces.reduce((html, [place, content]) => {
    const at = html.indexOf(place);
    if (at < 0) throw new Error(`no such place in the page template: ${place}`);
    return html.slice(0, at) + content + html.slice(at + place.length);
  }, template.replace(/>\s+</g, "><"));
}
