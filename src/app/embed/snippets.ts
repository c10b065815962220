import { cardMarkdown, cardPicture } from "./cardSnippets.js";
import { elementAstro, elementHtml } from "./elementSnippet.js";
import { frameHtml, hostedFrameHtml, oembedAddress, shownView } from "./frameSnippets.js";
import { reactCode } from "./reactSnippet.js";
import type { SnippetInput } from "./snippetInput.js";

export type Kind = "frame" | "auto" | "element" | "react" | "card" | "image" | "hugo" | "jekyll" | "astro" | "wordpress" | "oembed";
export type Language = "HTML" | "JSX" | "Markdown" | "Astro" | "Address";

export interface Snippet {
  readonly kind: Kind;
  readonly label: string;
  readonly language: Language;
  /** null where there can be none; the note says why, and what there is instead. */
  readonly code: string | null;
  /** Where it goes, and what it needs. */
  readonly note: string;
}

interface Recipe extends Omit<Snippet, "code" | "note"> {
  /** What it is made of: frames and cards can only show what is on the site. */
  readonly of: "frame" | "card" | "facts";
  readonly write: (input: SnippetInput) => string;
  readonly note: string | ((input: SnippetInput) => string);
}

const READABLE = "The server of your site has to let other sites read career.json, as GitHub Pages does, and Netlify and Cloudflare Pages by the file _headers.";
const following = (note: string) => ({ data }: SnippetInput): string => (data === null ? `${note} ${READABLE}` : note);

const wholeCareer = ({ query }: SnippetInput): string => (query === "" ? "" : " It shows the whole career; the link opens what you see now.");

const RECIPES: readonly Recipe[] = [
  {
    kind: "auto", label: "Frame, auto height", language: "HTML", of: "frame", write: hostedFrameHtml,
    note: "The small script gives the frame the height of its content and tells it the page’s theme. Once per page is enough.",
  },
  {
    kind: "frame", label: "Plain frame", language: "HTML", of: "frame", write: frameHtml,
    note: ({ width, height }) => `No script in your page. ${height} px fits a place ${width} px wide; where it is narrower, the frame scrolls.`,
  },
  {
    kind: "element", label: "Element", language: "HTML", of: "facts", write: elementHtml,
    note: following("Part of your page, in its font. The link inside is what shows until the script has run."),
  },
  {
    kind: "react", label: "React", language: "JSX", of: "facts", write: reactCode,
    note: following("React 18 or 19. The package is not on npm yet: until it is, npm run build and npm pack in the project of career-timeline make a .tgz file, which npm install adds to yours. Types come with it."),
  },
  {
    kind: "card", label: "Card, light and dark", language: "Markdown", of: "card", write: cardPicture,
    note: (input) => `For GitHub’s README and the like: a picture that links to the page.${wholeCareer(input)}${shownView(input) === null ? "" : " “Card as an image” has the view’s own picture."}`,
  },
  {
    kind: "image", label: "Card as an image", language: "Markdown", of: "card", write: cardMarkdown,
    note: (input) => `Plain Markdown, for places that take no HTML.${shownView(input) === null ? wholeCareer(input) : " The picture is the view’s own, in light colours; the link leads to the view’s page."}`,
  },
  {
    kind: "hugo", label: "Hugo", language: "HTML", of: "facts", write: elementHtml,
    note: following("Save it as layouts/shortcodes/career.html and write {{< career >}} in a page."),
  },
  {
    kind: "jekyll", label: "Jekyll", language: "HTML", of: "facts", write: elementHtml,
    note: following("Save it as _includes/career.html and write {% include career.html %} in a page."),
  },
  {
    kind: "astro", label: "Astro, MDX", language: "Astro", of: "facts", write: elementAstro,
    note: following("Save it as src/components/Career.astro; in a page or an MDX file: import Career from \"../components/Career.astro\", then <Career />."),
  },
  {
    kind: "wordpress", label: "WordPress, HTML block", language: "HTML", of: "frame", write: frameHtml,
    note: "Into a “Custom HTML” block. WordPress keeps a frame there only for those who may post unfiltered HTML; others take the address.",
  },
  {
    kind: "oembed", label: "WordPress, address", language: "Address", of: "frame", write: oembedAddress,
    note: (input) => `On a line of its own in a post; WordPress makes a frame of it. The site has to be built with --url, so that it says how it is embedded.${input.query === "" || shownView(input) !== null ? "" : " An address shows the whole career, or one of its named views; filters and selection stay behind."}`,
  },
];

const UNPUBLISHED = "This file is on no site yet, so there is nothing to show it from: publish it first, with career-timeline build FILE -o site. Frozen, the element and React carry it themselves.";
const NOT_FROZEN = {
  frame: "A frame always shows what the site shows, so it cannot be frozen. The element, React, Hugo, Jekyll and Astro can.",
  card: "The site draws its card anew whenever it is built, so a link to it cannot be frozen: save the picture beside your text and link that one. The element and React can be frozen as they are.",
  facts: null,
} as const;

/** One for each kind of place, in the order in which they are offered. */
export function makeSnippets(input: SnippetInput): readonly Snippet[] {
  const { data, published } = input;
  return RECIPES.map(({ kind, label, language, of, write, note }) => {
    const refused = !published && (of !== "facts" || data === null) ? UNPUBLISHED : data === null ? null : NOT_FROZEN[of];
    if (refused !== null) return { kind, label, language, code: null, note: refused };
    return { kind, label, language, code: write(input), note: typeof note === "string" ? note : note(input) };
  });
}

/** It can carry the facts itself. */
export const canFreeze = (kind: Kind): boolean => RECIPES.some((recipe) => recipe.kind === kind && NOT_FROZEN[recipe.of] === null);

/** Bytes of UTF-8. */
export const sizeOf = (code: string): number => new TextEncoder().encode(code).length;
