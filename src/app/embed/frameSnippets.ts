import { viewPath } from "../sitePaths.js";
import { openTag, plainAddress, type Attribute } from "./escape.js";
import type { PublishedSite } from "./publishedSite.js";
import type { SnippetInput } from "./snippetInput.js";

/** The frame's own page, with all that was chosen in its address. Defaults are left out. */
export function frameAddress({ site, query, chrome, theme, background }: Pick<SnippetInput, "site" | "query" | "chrome" | "theme" | "background">): string {
  const words = [
    query.replace(/^\?/, ""),
    theme === "host" ? "" : `theme=${theme}`,
    chrome === "filters" ? "" : `chrome=${chrome}`,
    background === "paper" ? "" : `background=${background}`,
  ].filter(Boolean);
  return `${site.url}embed/${site.index}${words.length === 0 ? "" : `?${words.join("&")}`}`;
}

/** Slug of the owner's named view that a link shows; null where it shows something else, or more. */
export function shownView({ query }: Pick<SnippetInput, "query">): string | null {
  const params = new URLSearchParams(query);
  return params.size === 1 ? params.get("view") : null;
}

/** Of the folder in which the page of a named view lies, and its card. */
export const viewAddress = ({ url }: PublishedSite, view: string): string => url + viewPath(view);

/** Where the snippet's own link leads: the whole page, showing the same; in its own folder where that is one of the owner's named views. */
export function linkAddress({ site, query }: Pick<SnippetInput, "site" | "query">): string {
  const view = shownView({ query });
  return view === null ? `${site.url}${site.index}${query}` : viewAddress(site, view) + site.index;
}

/** Only whole pages say how they are embedded. */
export function oembedAddress({ site, query }: SnippetInput): string {
  const view = shownView({ query });
  return plainAddress((view === null ? site.url : viewAddress(site, view)) + site.index);
}

// No style attribute: many pages forbid it. `frameborder` does the same and is old enough for everybody.
const attributesOf = (input: SnippetInput): readonly Attribute[] => [
  ["src", frameAddress(input)],
  ["title", input.title],
  ["width", "100%"],
  ["height", String(input.height)],
  ["frameborder", "0"],
  ["loading", "lazy"],
];

export const frameHtml = (input: SnippetInput): string => `${openTag("iframe", attributesOf(input))}</iframe>`;

export function hostedFrameHtml(input: SnippetInput): string {
  const script = openTag("script", [["src", `${input.site.url}embed/host.js`], ["async", ""]]);
  return `${openTag("iframe", [["data-career-timeline", ""], ...attributesOf(input)])}</iframe>\n${script}</script>`;
}
