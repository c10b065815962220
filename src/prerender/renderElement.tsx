import { renderToString } from "react-dom/server";
import { createTimelineStore } from "../state/store.js";
import { EmbedTimeline } from "../views/EmbedTimeline.js";
import { escapeText } from "./html.js";
import { pageTitleOf } from "./pageHead.js";
import type { Site } from "./site.js";

export interface ElementOptions {
  /** Address of the published site, with its last slash: where data, styles and script come from. */
  readonly url: string;
  readonly chrome: "none" | "filters";
  /** Null follows the host's page. */
  readonly theme: "light" | "dark" | null;
}

/**
 * The element with its picture already in it, for a host that writes its pages on a server: browsers show it before any
 * script, and where none runs it stays. The live one takes its place without a flash.
 *
 * The styles stand beside the picture as a link, since a strict policy refuses them in it; such a host names the site in
 * its own `style-src`, `script-src` and `connect-src`.
 */
export function renderElement(site: Site, { url, chrome, theme }: ElementOptions): string {
  const body = renderToString(<EmbedTimeline store={createTimelineStore(site.career)} idPrefix="still-" filters={chrome === "filters"} pageHref={url} />);
  const attributes = [["src", `${url}career.json`], ["page", url], ...(chrome === "filters" ? [] : [["chrome", chrome]]), ...(theme === null ? [] : [["theme", theme]])];
  return [
    `<script src="${escapeText(`${url}embed/career-timeline.js`)}" defer></script>`,
    `<career-timeline${attributes.map(([name, value = ""]) => ` ${name}="${escapeText(value)}"`).join("")}>`,
    `<template shadowrootmode="open"><link rel="stylesheet" href="${escapeText(`${url}embed/frame.css`)}">`,
    `<div class="career-timeline" data-theme="${theme ?? "system"}">${body}</div></template>`,
    `<a href="${escapeText(url)}">${escapeText(pageTitleOf(site, null))}</a></career-timeline>\n`,
  ].join("");
}
