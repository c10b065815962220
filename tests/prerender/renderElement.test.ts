// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderElement, type ElementOptions } from "../../src/prerender/renderElement.js";
import { createSite } from "../../src/prerender/site.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const AS_OF = Date.UTC(2026, 10, 22);
const OPTIONS: ElementOptions = { url: "https://example.org/cv/", chrome: "none", theme: null };
const HOSTILE = "\"><script>alert(1)</script></template></career-timeline>&";
const render = (title: string, options: Partial<ElementOptions> = {}): string =>
  renderElement(createSite(makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ title }), makeAchievement({ id: "second", title: "Another" })] })] }), { asOf: AS_OF, template: "" }), { ...OPTIONS, ...options });

const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const inside = (page: Document): DocumentFragment => (page.querySelector("template") as HTMLTemplateElement).content;

describe("renderElement", () => {
  it("has the picture and its words in a declarative shadow root, styles and script by the site's address", () => {
    const page = parse(render("A queue"));
    expect(page.querySelector("template")?.getAttribute("shadowrootmode")).toBe("open");
    const shadow = inside(page);
    expect(shadow.querySelector("link")?.getAttribute("href")).toBe("https://example.org/cv/embed/frame.css");
    expect(shadow.querySelector("svg")).not.toBeNull();
    expect(shadow.textContent).toContain("A queue");
    expect(page.querySelector("script")?.getAttribute("src")).toBe("https://example.org/cv/embed/career-timeline.js");
    const element = page.querySelector("career-timeline");
    expect([...(element?.attributes ?? [])].map(({ name, value }) => [name, value])).toEqual([["src", "https://example.org/cv/career.json"], ["page", "https://example.org/cv/"], ["chrome", "none"]]);
    expect(element?.querySelector("a")?.getAttribute("href")).toBe("https://example.org/cv/");
  });

  it("has filters and a theme where they are asked for", () => {
    const page = parse(render("A queue", { chrome: "filters", theme: "dark" }));
    expect(page.querySelector("career-timeline")?.hasAttribute("chrome")).toBe(false);
    expect(page.querySelector("career-timeline")?.getAttribute("theme")).toBe("dark");
    expect(inside(page).querySelector("[data-theme]")?.getAttribute("data-theme")).toBe("dark");
    expect(inside(page).querySelector("[role=search]")).not.toBeNull();
  });

  it("lets no word out of its place, and has no style attribute that a strict policy would refuse", () => {
    const html = render(HOSTILE);
    const page = parse(html);
    expect(page.querySelectorAll("script")).toHaveLength(1);
    expect(inside(page).querySelectorAll("script")).toHaveLength(0);
    expect(inside(page).textContent).toContain(HOSTILE);
    expect(html).not.toMatch(/\sstyle="/);
  });

  it("is the same twice", () => expect(render("A queue")).toBe(render("A queue")));
});
