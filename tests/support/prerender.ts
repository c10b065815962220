import type { CareerDocument } from "../../src/model/document.js";
import { createSite, type Site, type SiteOptions } from "../../src/prerender/site.js";
import { AS_OF } from "./careers.js";
import { makeAchievement, makeDocument, makeRole } from "./document.js";

/** As the bundler writes it. */
export const TEMPLATE = `<!doctype html>
<html class="career-timeline" lang="en">
  <head>
    <title>Career timeline</title>
    <link rel="preload" href="./fonts/a.woff2" as="font" type="font/woff2" crossorigin />
    <link rel="icon" href="./favicon.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/index-12345678.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/a-12345678.js">
    <link rel="stylesheet" crossorigin href="./assets/index-12345678.css">
    <link rel="stylesheet" href="./assets/b-12345678.css" crossorigin="anonymous">
    <link rel="stylesheet" href="./assets/c-12345678.css" media="print" crossorigin>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;

const URL_OF_SITE = "https://example.org/career/";
export const ADDRESS = { url: URL_OF_SITE, base: "/career/" } as const;

export const makeSite = (document: CareerDocument = makeDocument(), options: Partial<SiteOptions> = {}): Site => createSite(document, { asOf: AS_OF, template: TEMPLATE, ...options });

/** Three achievements in two fields, and a view of each field; the second's slug has letters that a link escapes. */
export const documentWithViews: CareerDocument = makeDocument({
  domains: [{ id: "payments", label: "Payments" }, { id: "search", label: "Search" }],
  roles: [makeRole({
    achievements: [
      makeAchievement(),
      makeAchievement({ id: "ledger", title: "A ledger", text: "Kept a ledger in Go." }),
      makeAchievement({ id: "index", title: "An index", text: "Made an index in Go.", domains: ["search"] }),
    ],
  })],
  views: [
    { slug: "payments", title: "Payments at Acme", filter: { domains: ["payments"] } },
    { slug: "búsqueda", title: "Search & <finding>", filter: { domains: ["search"] } },
  ],
});

/** Every tag of these names, as written. */
export const tagsOf = (html: string, names: string): string[] => html.match(new RegExp(`<(?:${names})\\b[^>]*>`, "g")) ?? [];
