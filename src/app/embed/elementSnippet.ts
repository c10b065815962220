import { escapeHtml, jsxAttribute, openTag, toInlineJson, type Attribute } from "./escape.js";
import { linkAddress } from "./frameSnippets.js";
import type { SnippetInput } from "./snippetInput.js";

/** What a link says about the view is called the same as an attribute. */
const VIEW_WORDS: readonly string[] = ["domain", "skill", "org", "q", "has", "from", "to", "view", "at"];

/** How a file says what HTML says. */
interface Dialect {
  readonly tag: typeof openTag;
  readonly text: (text: string) => string;
  /** Keeps a tool from taking scripts for its own. */
  readonly asItIs: readonly Attribute[];
}

const HTML: Dialect = { tag: openTag, text: escapeHtml, asItIs: [] };
/** It hands a custom element's attributes on as they are written, entities and all; in an expression they are what they say. */
const ASTRO: Dialect = { tag: (name, attributes) => openTag(name, attributes, jsxAttribute), text: (text) => `{${toInlineJson(text)}}`, asItIs: [["is:inline", ""]] };

/** The element with its script. Until that has run, and where it never does, the link inside is shown. */
export const elementHtml = (input: SnippetInput): string => writeElement(input, HTML);

/** The same as a component of Astro's. */
export const elementAstro = (input: SnippetInput): string => writeElement(input, ASTRO);

function writeElement(input: SnippetInput, { tag, text, asItIs }: Dialect): string {
  const { site, query, title, chrome, theme, background, data, asOf, published } = input;
  const view = new URLSearchParams(query);
  const attributes: readonly Attribute[] = [
    ["src", data === null ? `${site.url}career.json` : null],
    ...VIEW_WORDS.map((name): Attribute => [name, view.get(name) || null]),
    ["as-of", data === null ? null : asOf],
    ["theme", theme === "host" ? null : theme],
    ["chrome", chrome === "filters" ? null : chrome],
    ["background", background === "paper" ? null : background],
    ["page", published ? site.url + site.index : null],
  ];
  return [
    `${tag("script", [...asItIs, ["src", `${site.url}embed/career-timeline.js`], ["defer", ""]])}</script>`,
    tag("career-timeline", attributes),
    ...(data === null ? [] : [`  ${tag("script", [...asItIs, ["type", "application/json"]])}${toInlineJson(data)}</script>`]),
    published ? `  ${tag("a", [["href", linkAddress(input)]])}${text(title)}</a>` : `  <p>${text(title)}</p>`,
    "</career-timeline>",
  ].join("\n");
}
