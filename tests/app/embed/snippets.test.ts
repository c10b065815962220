// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameAddress } from "../../../src/app/embed/frameSnippets.js";
import { canFreeze, makeSnippets, sizeOf, type Kind } from "../../../src/app/embed/snippets.js";
import { NO_FILTERS } from "../../../src/model/select.js";
import { parseQuery } from "../../../src/state/urlCodec.js";
import { firstDocument, RUNS } from "../../support/careers.js";
import { arbInput, codeOf, held, makeInput, readJsx, readLinkedImage, UNSEEN } from "./input.js";

const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const noteOf = (kind: Kind, input: Parameters<typeof codeOf>[1]): string | undefined => makeSnippets(input).find((each) => each.kind === kind)?.note;
const namesOf = (document: Document): readonly string[] => [...document.body.querySelectorAll("*"), ...document.head.querySelectorAll("*")].map(({ localName }) => localName).sort();
const attributesOf = (element: Element | null): Readonly<Record<string, string>> => Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));
const holdsAlways = (check: (input: Parameters<typeof codeOf>[1]) => void): void => fc.assert(fc.property(arbInput, check), { numRuns: RUNS });

const FRAMES: readonly Kind[] = ["auto", "frame", "wordpress"];
const ELEMENTS: readonly Kind[] = ["element", "hugo", "jekyll"];
const OTHERS: readonly Kind[] = ["react", "card", "image", "astro", "oembed"];

describe("makeSnippets", () => {
  it("has one for every kind of place, each with a label and a note", () => {
    const all = makeSnippets(makeInput());
    expect(all.map(({ kind }) => kind).sort()).toEqual([...FRAMES, ...ELEMENTS, ...OTHERS].sort());
    for (const { label, note, code } of all) expect([label, note, code].every(Boolean)).toBe(true);
  });

  it("freezes what can carry the facts, and says of the rest why it cannot", () => {
    const all = makeSnippets(makeInput({ data: firstDocument }));
    expect(all.filter(({ code }) => code !== null).map(({ kind }) => kind)).toEqual(["element", "react", "hugo", "jekyll", "astro"]);
    for (const { kind, code } of all) expect(canFreeze(kind)).toBe(code !== null);
    for (const { code, note } of all) if (code === null) expect(note).toMatch(/cannot be frozen.*element/i);
    for (const { code } of all) if (code !== null) expect(code).toContain("2026-11-22");
    expect(codeOf("element", makeInput())).not.toContain("as-of");
  });

  it("has nothing that leads to a site for facts that are on none", () => {
    const unpublished = makeSnippets(makeInput({ data: firstDocument, published: false }));
    for (const { code, note } of unpublished) {
      if (code === null) expect(note).toMatch(/publish it first.*build FILE -o site/);
      else expect(code).not.toMatch(/page=|pageHref|career\.json|href=/);
    }
    expect(makeSnippets(makeInput({ published: false })).every(({ code }) => code === null)).toBe(true);
  });

  it("leaves out what is the default, and says the rest", () => {
    expect(codeOf("frame", makeInput())).toBe('<iframe src="https://example.org/cv/embed/" title="Backend engineer: career timeline" width="100%" height="431" frameborder="0" loading="lazy"></iframe>');
    const chosen = makeInput({ query: "?domain=payments&at=billing", chrome: "none", theme: "dark", background: "transparent" });
    expect(parse(codeOf("auto", chosen)).querySelector("iframe")?.getAttribute("src")).toBe("https://example.org/cv/embed/?domain=payments&at=billing&theme=dark&chrome=none&background=transparent");
  });

  it("names the page by its file where the host does not find it by itself", () => {
    const input = makeInput({ site: { url: "https://example.org/cv/", index: "index.html" }, query: "?at=billing" });
    expect(frameAddress(input)).toBe("https://example.org/cv/embed/index.html?at=billing");
    expect(codeOf("oembed", input)).toBe("https://example.org/cv/index.html");
  });

  it("takes a named view by its own page", () => {
    const input = makeInput({ query: "?view=money", filters: { ...NO_FILTERS, domains: ["payments"] } });
    expect(codeOf("oembed", input)).toBe("https://example.org/cv/view/money/");
    expect(codeOf("image", input)).toBe("[![Backend engineer: career timeline](https://example.org/cv/view/money/card.png)](https://example.org/cv/view/money/)");
    expect(noteOf("image", input)).toMatch(/view’s own/);
    expect(codeOf("element", input)).toContain(" view=\"money\"");
    expect(readJsx(codeOf("react", input)).elements.at(-1)?.attributes["defaultState"]).toEqual({ filters: { domains: ["payments"] } });
    // With more than the view it is no page of its own.
    const more = makeInput({ query: "?view=money&at=billing" });
    expect(codeOf("card", more)).toContain("https://example.org/cv/?view=money&amp;at=billing");
    expect(codeOf("image", more)).toContain("(https://example.org/cv/card-light.svg)");
    for (const kind of ["card", "image"] as const) expect(noteOf(kind, more)).toMatch(/shows the whole career; the link opens/);
  });

  it("asks for a picture in the view's folder, whatever the view is called", () => {
    const input = makeInput({ query: "?view=a%2F..%2Fb)%20c", site: { url: "https://example.org/cv/", index: "index.html" } });
    expect(codeOf("image", input)).toMatch(/\(https:\/\/example\.org\/cv\/view\/a%2F\.\.%2Fb%29%20c\/card\.png\)\]\(https:\/\/example\.org\/cv\/view\/a%2F\.\.%2Fb%29%20c\/index\.html\)$/);
  });

  it("promises no package where there is none yet", () => {
    expect(noteOf("react", makeInput())).toMatch(/not on npm yet.*npm run build and npm pack/);
    for (const { note } of makeSnippets(makeInput())) expect(note).not.toMatch(/npm install career-timeline/);
  });

  it("measures bytes, not letters", () => {
    expect(sizeOf("aé😀")).toBe(7);
  });
});

describe("whatever the texts are", () => {
  it.each(FRAMES)("%s is one frame with its values as they were", (kind) => {
    holdsAlways((input) => {
      if (input.data) return;
      const document = parse(codeOf(kind, input));
      expect(namesOf(document)).toEqual(kind === "auto" ? ["iframe", "script"] : ["iframe"]);
      expect(attributesOf(document.querySelector("iframe"))).toEqual({
        ...(kind === "auto" ? { "data-career-timeline": "" } : {}), src: frameAddress(input), title: held(input.title), width: "100%", height: "431", frameborder: "0", loading: "lazy",
      });
      if (kind === "auto") expect(attributesOf(document.querySelector("script"))).toEqual({ src: `${input.site.url}embed/host.js`, async: "" });
      expect(document.body.textContent?.trim()).toBe("");
    });
  });

  it("a frame's address is read as what was asked for", () => {
    holdsAlways((input) => {
      const { search } = new URL(frameAddress(input));
      expect(parseQuery(search).view).toEqual(parseQuery(input.query + (input.theme === "host" ? "" : `${input.query === "" ? "?" : "&"}theme=${input.theme}`)).view);
      expect(new URLSearchParams(search).get("chrome") ?? "filters").toBe(input.chrome);
      expect(new URLSearchParams(search).get("background") ?? "paper").toBe(input.background);
    });
  });

  it.each(ELEMENTS)("%s is one element with its values as they were", (kind) => {
    holdsAlways((input) => {
      const code = codeOf(kind, input);
      const document = parse(code);
      const element = document.querySelector("career-timeline");
      expect(namesOf(document)).toEqual(["a", "career-timeline", "script", ...(input.data ? ["script"] : [])]);
      const asked = new URLSearchParams(input.query);
      const words = Object.fromEntries([...asked].filter(([, value]) => value !== ""));
      expect(attributesOf(element)).toEqual({
        ...(input.data ? { "as-of": input.asOf } : { src: `${input.site.url}career.json` }), ...Object.fromEntries(Object.entries(words).map(([name, value]) => [name, held(value)])),
        ...(input.theme === "host" ? {} : { theme: input.theme }), ...(input.chrome === "filters" ? {} : { chrome: input.chrome }),
        ...(input.background === "paper" ? {} : { background: input.background }), page: input.site.url,
      });
      expect(element?.querySelector("a")?.textContent).toBe(held(input.title));
      expect(element?.querySelector("a")?.getAttribute("href")).toBe(input.site.url + input.query);
      if (input.data) expect(JSON.parse(element?.querySelector("script")?.textContent ?? "")).toEqual(input.data);
      // No blank line, at which Markdown stops.
      expect(code).not.toMatch(/\n\s*\n/);
    });
  });

  it("astro is one element with its values as they were", () => {
    holdsAlways((input) => {
      const lines = codeOf("astro", input).split("\n");
      const own = lines.filter((line) => !/^\s*<script is:inline/.test(line));
      const { elements } = readJsx(`(${own.join("\n")})`);
      const [link, element] = [elements.find(({ name }) => name === "a"), elements.find(({ name }) => name === "career-timeline")];
      expect(elements).toHaveLength(2);
      expect(element?.attributes["q"] ?? "").toBe(new URLSearchParams(input.query).get("q") ?? "");
      expect(element?.attributes["at"] ?? null).toBe(new URLSearchParams(input.query).get("at"));
      expect(element?.attributes["page"]).toBe(input.site.url);
      expect([link?.attributes["href"], link?.holds]).toEqual([input.site.url + input.query, [input.title]]);
      const raw = parse(lines.filter((line) => !own.includes(line)).join("\n").replace(/ src=\{"([^"]*)"\}/, " src=\"$1\""));
      expect(namesOf(raw)).toEqual(["script", ...(input.data ? ["script"] : [])]);
      if (input.data) expect(JSON.parse(raw.querySelector("script[type]")?.textContent ?? "")).toEqual(input.data);
    });
  });

  it("react is one component with its values as they were", () => {
    holdsAlways((input) => {
      const { statements, elements, career, fetched } = readJsx(codeOf("react", input));
      const timeline = elements.find(({ name }) => name === "CareerTimeline");
      const { filters, at } = input;
      const asked = Object.fromEntries(Object.entries(filters).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(NO_FILTERS, name))));
      const state = { ...(Object.keys(asked).length === 0 ? {} : { filters: asked }), ...(at === null ? {} : { at }) };
      expect(timeline?.attributes).toEqual({
        career: { variable: "career" }, ...(input.data ? { asOf: input.asOf } : {}), ...(Object.keys(state).length === 0 ? {} : { defaultState: state }), ...(input.chrome === "filters" ? {} : { chrome: input.chrome }),
        ...(input.theme === "host" ? {} : { theme: input.theme }), ...(input.background === "paper" ? {} : { background: input.background }), pageHref: input.site.url,
      });
      if (input.data) {
        expect(statements).toEqual(["ImportDeclaration", "ImportDeclaration", "VariableDeclaration", "ExportNamedDeclaration"]);
        expect(career).toEqual(input.data);
        expect(elements).toHaveLength(1);
      } else {
        expect(statements).toEqual(["ExpressionStatement", "ImportDeclaration", "ImportDeclaration", "ImportDeclaration", "ExportNamedDeclaration"]);
        expect(fetched).toEqual([`${input.site.url}career.json`]);
        expect(elements.find(({ name }) => name === "a")).toEqual({ name: "a", attributes: { href: input.site.url + input.query }, holds: [input.title] });
      }
    });
  });

  it("card is one linked picture with its values as they were", () => {
    holdsAlways((input) => {
      if (input.data) return;
      const document = parse(codeOf("card", input));
      const dark = input.theme === "host";
      expect(namesOf(document)).toEqual(["a", "img", "picture", ...(dark ? ["source"] : [])]);
      expect(document.querySelector("a")?.getAttribute("href")).toBe(input.site.url + input.query);
      expect(attributesOf(document.querySelector("img"))).toEqual({ src: `${input.site.url}card-${input.theme === "dark" ? "dark" : "light"}.svg`, alt: held(input.title), width: "640" });
      if (dark) expect(document.querySelector("source")?.getAttribute("srcset")).toBe(`${input.site.url}card-dark.svg`);
    });
  });

  it("image is one linked image in Markdown", () => {
    holdsAlways((input) => {
      if (input.data) return;
      const { alt, image, link } = readLinkedImage(codeOf("image", input));
      expect(alt).toBe(input.title.replace(/[\s\p{Cc}]+/gu, " ").replace(/\p{Surrogate}/gu, "\ufffd").trim());
      expect(decodeURIComponent(image)).toBe(decodeURIComponent(`${input.site.url}card-${input.theme === "dark" ? "dark" : "light"}.svg`));
      expect(decodeURIComponent(link)).toBe(decodeURIComponent(input.site.url + input.query));
    });
  });

  it("an address alone is the page's, spelt so that nothing in it begins a shortcode", () => {
    holdsAlways((input) => {
      if (input.data) return;
      const address = codeOf("oembed", input);
      expect(address).toMatch(/^https?:\/\/(?:\[::1\]:\d+|[\w.-]+(?::\d+)?)\/[^\s"<>[\]{}|\\`]*$/);
      expect(decodeURIComponent(address)).toBe(decodeURIComponent(input.site.url));
    });
  });

  it("no snippet has a sign in it that is not seen, and none that templates, shortcodes or PHP would begin with", () => {
    holdsAlways((input) => {
      for (const { kind, code } of makeSnippets(input)) {
        if (code === null) continue;
        expect(code, kind).not.toMatch(UNSEEN);
        expect(code, kind).not.toMatch(/\{%|\{#|<\?|\$\{/);
        // JSX has objects in braces.
        if (kind !== "react") expect(code, kind).not.toMatch(/\{\{/);
        // JSON has lists, Markdown its own brackets, and the address of a machine may be in brackets.
        if (input.data === null && kind !== "image" && kind !== "react" && !input.site.url.includes("//[")) expect(code, kind).not.toMatch(/\[/);
        if (kind !== "image" && kind !== "react") expect(code, kind).not.toMatch(/\[\w/);
      }
    });
  });
});
