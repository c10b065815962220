import { cases, type GalleryCase } from "./cases.js";

export interface GalleryFile {
  readonly name: string;
  readonly text: string;
}

/** Room of a frame before its script has told how high it is. */
const FIRST_HEIGHT = 300;
/** A whole page scrolls in its frame from here on. */
const TALLEST = 1400;

/*
 * Every case stands in a frame of its own, because the style sheet asks how wide the window is. The gallery gives the
 * theme on (?theme=light, dark, both; none follows the system), and a frame says how high it wants to be.
 */

const GALLERY_CSS = `
body { padding: 0 24px 56px; line-height: 1.45; }
body > header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: baseline; padding: 12px 0; background: var(--bg); border-bottom: 2px solid var(--ink); }
body > header h1 { margin: 0; font-size: 22px; }
a { color: inherit; }
h2 { margin: 40px 0 0; font-size: 22px; }
h3 { margin: 24px 0 0; font-size: 15px; font-weight: 620; }
article > p { margin: 0 0 8px; font-size: 14px; color: var(--mute); }
.frames { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
figure { margin: 0; max-width: 100%; overflow: auto; }
figcaption { font-size: 13px; color: var(--mute); }
iframe { display: block; border: 1px solid var(--edge); background: var(--bg); }
`;

const FRAME_CSS = `
/* The arc beside open details. */
.w820 { max-width: 820px; }
#root.chart { padding: 16px 48px; }
@media (width < 700px) { #root.chart { padding: 16px; } }
`;

const GALLERY_JS = `
const asked = new URLSearchParams(location.search).get("theme") ?? "system";
document.documentElement.dataset.theme = asked === "both" ? "system" : asked;
for (const link of document.querySelectorAll("header a")) if (link.search === location.search) link.setAttribute("aria-current", "true");
for (const box of document.querySelectorAll(".frames")) {
  const figures = [...box.children];
  box.replaceChildren();
  for (const figure of figures) for (const theme of asked === "both" ? ["light", "dark"] : [asked]) {
    const copy = figure.cloneNode(true);
    const frame = copy.querySelector("iframe");
    frame.src = frame.dataset.src + "?theme=" + theme;
    box.append(copy);
  }
}
addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && typeof data === "number") frame.height = Math.min(data, ${TALLEST});
});
`;

const FRAME_JS = `
document.documentElement.dataset.theme = new URLSearchParams(location.search).get("theme") ?? "system";
addEventListener("load", () => document.fonts.ready.then(() => parent.postMessage(Math.ceil(document.getElementById("root").getBoundingClientRect().bottom), "*")));
`;

const document_ = (title: string, style: string, script: string, body: string, up = ""): string =>
  `<!doctype html>\n<html class="career-timeline" lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>`
  + `<link rel="stylesheet" href="${up}timeline.css"><link rel="stylesheet" href="${up}${style}"><script src="${up}${script}" defer></script></head><body>${body}</body></html>\n`;

function frameOf({ name, windows }: GalleryCase): string {
  return windows.map((width) =>
    `<figure><figcaption>${width} px</figcaption><iframe title="${name}, ${width} px" width="${width}" height="${FIRST_HEIGHT}" loading="lazy" data-src="cases/${name}.html"></iframe></figure>`).join("");
}

function sectionOf(chart: string): string {
  const own = cases.filter((each) => each.chart === chart);
  return `<h2>${chart}, ${own.length}</h2>`
    + own.map((each) => `<article id="${each.name}"><h3><a href="#${each.name}">${each.name}</a></h3><p>${each.note}</p><div class="frames">${frameOf(each)}</div></article>`).join("");
}

/**
 * All files of the gallery but the font.
 *
 * @param css the app's style sheets, in their order; the font is looked for in `fonts/` beside them, and waited for
 */
export function galleryFiles(css: string): readonly GalleryFile[] {
  const charts = [...new Set(cases.map(({ chart }) => chart))];
  const themes = [["", "as the system"], ["?theme=light", "light"], ["?theme=dark", "dark"], ["?theme=both", "side by side"]] as const;
  const nav = themes.map(([query, words]) => `<a href="index.html${query}">${words}</a>`).join(" ");
  return [
    { name: "index.html", text: document_("Gallery", "gallery.css", "gallery.js", `<header><h1>Gallery, ${cases.length} cases</h1><nav aria-label="Theme">${nav}</nav></header>${charts.map(sectionOf).join("")}`) },
    { name: "timeline.css", text: css.replaceAll('url("/fonts/', 'url("fonts/').replace("font-display: optional", "font-display: block") },
    { name: "gallery.css", text: GALLERY_CSS },
    { name: "frame.css", text: FRAME_CSS },
    { name: "gallery.js", text: GALLERY_JS },
    { name: "frame.js", text: FRAME_JS },
    ...cases.map((each) => ({
      name: `cases/${each.name}.html`,
      text: document_(each.name, "frame.css", "frame.js", each.chart === "Page" ? each.show() : `<div id="root" class="chart">${each.show()}</div>`, "../"),
    })),
  ];
}
