import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { lend, packPackage, type Packed } from "../support/packed.js";
import { readText } from "../support/sourceTree.js";

let browser: Browser;
let packed: Packed;
let styles: string;
/** A page's script: draws everything that the React entry has into `#place`. */
let script: string;

beforeAll(async () => {
  [browser, packed] = await Promise.all([launchBrowser(), packPackage()]);
  styles = await readFile(join(packed.home, "node_modules/career-timeline/dist/package/style.css"), "utf8");
  await lend(packed.home, ["react", "react-dom", "scheduler"]);
  await writeFile(join(packed.home, "career.json"), readText("data/career.json"));
  await writeFile(join(packed.home, "page.js"), `
    import { createElement as h, Fragment } from "react";
    import { createRoot } from "react-dom/client";
    import { CareerArc, CareerTimeline, MetricChart, SkillGrowth } from "career-timeline/react";
    import career from "./career.json";
    const same = { career, asOf: "2026-11-22", theme: "light" };
    createRoot(document.getElementById("place")).render(h(Fragment, null,
      h(CareerTimeline, { ...same, state: { at: "user-cache", filters: { domains: ["scaling"] } } }),
      h(CareerTimeline, { ...same, chrome: "full" }),
      h(CareerArc, same), h(SkillGrowth, same), h(MetricChart, { ...same, achievement: "package-guidelines" }), h(MetricChart, { ...same, achievement: "billing-system" }),
      h(CareerTimeline, { career: "" }),
    ));
  `);
  const result = await build({
    configFile: false,
    root: packed.home,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, lib: { entry: join(packed.home, "page.js"), formats: ["iife"], name: "page" }, rolldownOptions: { output: { codeSplitting: false } } },
  });
  const [chunk] = (Array.isArray(result) ? result : [result]).flatMap((each) => ("output" in each ? each.output : []));
  if (chunk?.type !== "chunk") throw new Error("the page was not bundled");
  script = chunk.code;
});
afterAll(async () => {
  await browser.close();
  await packed.remove();
});

/** What a host's page has of its own, many of our class names among it. */
const HOST = ["h1", "h2", "h3", "p", "ul", "ol", "table", "button", "a", "b", "i", "mark", "small", "figure", "details", "label", "input", "select", "textarea", "nav", "aside", "header", "footer", "section"]
  .map((name) => `<${name} class="own">text</${name}>`).join("")
  + ["timeline", "arc", "text", "sr", "list", "figure", "figures", "tags", "menu", "pop", "close", "bar", "label", "total", "chip", "filters", "still", "live", "extra", "skills", "cards", "change", "share", "embed", "metric", "problem", "s0", "node"]
    .map((name) => `<div class="own ${name}"><a href="#x">text</a><svg class="${name}" width="9" height="9"><path class="edge" d="M0,0H9"/><text class="name">t</text></svg></div>`).join("")
  + "<table class=own><thead><tr><th>h</th></tr></thead><tbody><tr><td><button>b</button></td></tr></tbody></table>";

async function openHost(css: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 800 }, reducedMotion: "reduce" });
  await page.setContent(`<!doctype html><html><head><style id="host">${css}</style></head><body style="font-family: Arial, sans-serif"><main>${HOST}</main><div id="place"></div></body></html>`);
  return page;
}

async function draw(page: Page): Promise<void> {
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  await page.addStyleTag({ content: styles });
  await page.addScriptTag({ content: script });
  await page.waitForFunction(() => document.querySelectorAll("#place .live").length >= 3 && document.querySelector("#place .details"));
  // Drawn again once the font has been measured: at rest where nothing has changed for ten frames.
  await page.evaluate(() => new Promise<void>((resolve) => {
    let still = 0;
    new MutationObserver(() => void (still = 0)).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const frame = (): void => void (++still > 10 ? resolve() : requestAnimationFrame(frame));
    frame();
  }));
  expect(failures).toEqual([]);
}

/** Every computed style, one line per element: what differs can be read. What only repeats others, or follows from sizes, is left out. */
const computed = (page: Page, selector: string): Promise<readonly string[]> => page.evaluate((wanted) => {
  const names = [...getComputedStyle(document.body)].filter((name) => !/^-|(?:^|-)(?:block|inline)(?:-|$)|origin$|^(?:top|right|bottom|left)$/.test(name) || name === "-webkit-appearance");
  return [...document.querySelectorAll(wanted)].map((element) => {
    const style = getComputedStyle(element);
    return `${element.nodeName}.${element.getAttribute("class") ?? ""} ${names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ")}`;
  });
}, selector);

/** What the second says otherwise, by property. */
function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  if (before.length !== after.length) return [`${before.length} elements, then ${after.length}`];
  return before.flatMap((line, i) => {
    const other = new Set((after[i] ?? "").split("; "));
    const changed = line.split("; ").filter((said) => !other.has(said));
    return changed.length === 0 ? [] : [`${line.slice(0, line.indexOf(" "))}: ${changed.slice(0, 4).join(", ")}`];
  }).slice(0, 20);
}

describe("the packed style sheet", () => {
  it("holds no rule that could reach a host's page", async () => {
    const page = await openHost("");
    const rules = await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      const read = (list: CSSRuleList): string[] => [...list].flatMap((rule) => {
        if (rule instanceof CSSStyleRule) return [rule.selectorText];
        if (rule instanceof CSSKeyframesRule) return [`keyframes ${rule.name}`];
        if (rule instanceof CSSMediaRule || rule instanceof CSSContainerRule || rule instanceof CSSSupportsRule) return read(rule.cssRules);
        return [rule.cssText];
      });
      return read(sheet.cssRules);
    }, styles);
    expect(rules.length).toBeGreaterThan(250);
    const splitList = (selectors: string): readonly string[] => selectors.replace(/\((?:[^()]|\([^()]*\))*\)/g, (group) => group.replaceAll(",", "\u0000")).split(",").map((selector) => selector.trim());
    expect(rules.flatMap(splitList).filter((selector) => !/^(?:div)?\.career-timeline(?![\w-])|^keyframes career-timeline-/.test(selector))).toEqual([]);
    await page.close();
  });

  it("names the same sheets as the widget in a root of its own", () => {
    const imported = [...readText("src/entries/style.css").matchAll(/@import "\.\.\/([^"]+)"/g)].map(([, path]) => path);
    const inline = [...readText("src/embed/styles.ts").matchAll(/from "\.\.\/([^"]+)\?inline"/g)].map(([, path]) => path);
    expect(inline.length).toBeGreaterThan(3);
    expect(imported).toEqual(expect.arrayContaining(inline));
  });

  it("leaves a host's own elements as they are, whatever their names", async () => {
    const page = await openHost("");
    const [before, box] = [await computed(page, "main, main *"), await page.locator("main").boundingBox()];
    expect(before.length).toBeGreaterThan(100);
    await draw(page);
    expect(differences(before, await computed(page, "main, main *"))).toEqual([]);
    expect(await page.locator("main").boundingBox()).toEqual(box);
    await page.close();
  });
});

describe("in hosts that style everything", () => {
  /** In the manner of each, its resets and its rules about bare elements, and names that we have, too. */
  const HOSTS: readonly (readonly [name: string, css: string])[] = [
    ["a root size of 62.5%", "html { font-size: 62.5% } body { font-size: 1.6rem; line-height: 1.9; color: #246; letter-spacing: .05em; word-spacing: .2em; text-align: center; font-style: italic; font-weight: 300 }"],
    ["a preflight", "@layer base { *, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0 } h1, h2, h3 { font-size: inherit; font-weight: inherit } a { color: inherit; text-decoration: inherit } b { font-weight: bolder } img, svg, video { display: block; vertical-align: middle } img, video { max-width: 100%; height: auto } button, input, select { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1 } ol, ul { list-style: none } summary { display: list-item } table { text-indent: 0; border-color: inherit; border-collapse: collapse } }"],
    ["an old preflight, in no layer", "*, ::before, ::after { box-sizing: border-box; border-width: 0; border-style: solid; border-color: #e5e7eb } svg { display: block; vertical-align: middle } h1, h2, h3 { font-size: inherit; font-weight: inherit; margin: 0 } a { color: inherit; text-decoration: inherit } button { background-color: transparent; background-image: none; padding: 0; text-transform: none } [type=search] { -webkit-appearance: textfield; outline-offset: -2px } p, ul { margin: 0; padding: 0 }"],
    ["a framework with names", "*, ::after, ::before { box-sizing: border-box } h1, h2 { margin: 0 0 .5rem; font-weight: 500; line-height: 1.2; font-size: 2rem } p { margin: 0 0 1rem } ul { margin-bottom: 1rem; padding-left: 2rem } a { color: #0d6efd; text-decoration: underline } a:hover { color: #0a58ca } img, svg { vertical-align: middle } label { display: inline-block } .figure { display: inline-block } .lead { font-size: 1.25rem; font-weight: 300 } .close { float: right; font-size: 1.5rem; opacity: .5 } .label { padding: .2em; background: #777; color: #fff } .text, .bar { color: red } mark { padding: .1875em; background: #fff3cd } small { font-size: .875em } figure { margin: 0 0 1rem } .caption { color: red; fill: red }"],
    ["a theme for articles", ".entry h2 { font-size: 3em; color: crimson } .entry a:where(:not(.button)) { color: blue; text-decoration: underline wavy } .entry ul li { margin: 1em; list-style: square } .entry li::before { content: '» ' } .entry a::after { content: ' ↗' } .entry svg { max-width: 100%; height: auto } .entry p { font-family: Georgia; line-height: 2; max-width: 20em } .entry input, .entry button { border: 3px double green; padding: 1em; border-radius: 99px; text-transform: uppercase; width: 50% } .entry span { font-weight: 900 } .entry details { background: pink }"],
    ["movement everywhere", "* { transition: all .4s ease } a, button { transform: none; text-shadow: 0 0 2px red } p { text-wrap: balance; hyphens: auto; text-indent: 2em }"],
  ];
  let plain: readonly string[];
  let picture: Buffer;

  async function look(css: string): Promise<{ readonly styles: readonly string[]; readonly picture: Buffer }> {
    const page = await openHost(css);
    await page.locator("#place").evaluate((place: HTMLElement) => {
      place.setAttribute("class", "entry");
      document.querySelector("main")?.remove();
      Object.assign(document.body.style, { margin: "8px", fontFamily: "Arial, sans-serif" });
    });
    await draw(page);
    // The first of them, without what the host does to the box that it lies in.
    const result = { styles: await computed(page, "#place .career-timeline *"), picture: await page.locator("#place > .career-timeline").first().screenshot() };
    await page.close();
    return result;
  }

  beforeAll(async () => {
    ({ styles: plain, picture } = await look(""));
    expect(plain.length).toBeGreaterThan(500);
  });

  it.each(HOSTS)("%s: every element of ours has the style that it has alone", async (_, css) => {
    const seen = await look(css);
    expect(differences(plain, seen.styles)).toEqual([]);
    expect(seen.picture.equals(picture)).toBe(true);
  });

  it.each([
    ["a row", "#place { display: flex; flex-wrap: wrap }"],
    ["a centred column", "#place { display: flex; flex-direction: column; align-items: center }"],
    ["a centring grid", "#place { display: grid; place-items: center }"],
    ["floats", ".career-timeline { float: left }"],
    ["an inline block", "#place { display: inline-block }"],
    ["a cell of a table", "#place { display: table-cell }"],
  ])("in %s, which takes its size from its content, each has the room there is", async (_, css) => {
    // Not the last: a sentence has a width of its own, which the others would share.
    const page = await openHost(`${css} .career-timeline:last-child { display: none }`);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.locator("main").evaluate((main) => main.remove());
    await draw(page);
    const [widths, sideways] = await page.evaluate(() => [[...document.querySelectorAll(".career-timeline:not(:last-child)")].map((root) => root.getBoundingClientRect().width), document.documentElement.scrollWidth - innerWidth] as const);
    expect(widths.length).toBe(6);
    expect(Math.min(...widths)).toBeGreaterThan(300);
    expect(sideways).toBeLessThanOrEqual(0);
    await page.close();
  });

  it("would notice one that got through", async () => {
    const seen = await look(".career-timeline.career-timeline *:not(#a#b) { text-shadow: 1px 1px red }");
    expect(differences(plain, seen.styles)).toHaveLength(20);
    expect(seen.picture.equals(picture)).toBe(false);
  });
});
