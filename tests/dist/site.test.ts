import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { referencesOf, targetOf } from "../support/references.js";
import { siteFolder } from "../support/site.js";
import { readText, ROOT } from "../support/sourceTree.js";

const run = promisify(execFile);
const URL_OF_SITE = "https://example.org/some/deep/base/";
const BASE = "/some/deep/base/";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(dirname(inject("built").site), "sites-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function build(file: string, name: string, args: readonly string[]): Promise<{ out: string; stderr: string }> {
  const { cli, asOf } = inject("built");
  const out = join(folder, name);
  const { stderr } = await run(process.execPath, [cli, "build", file, "-o", out, "--as-of", asOf, ...args], { cwd: ROOT });
  return { out, stderr };
}

async function filesOf(site: string): Promise<Map<string, Buffer>> {
  const entries = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return new Map(await Promise.all(entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(site.length + 1).replaceAll("\\", "/"), await readFile(path)] as const;
  })));
}

/** Width and height, as the first chunk says. */
const sizeOfPng = (bytes: Buffer): readonly [number, number] => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

const twoViews = async (): Promise<string> => {
  const { views: _, ...document } = JSON.parse(readText("data/career.json")) as Record<string, unknown>;
  const file = join(folder, "two-views.json");
  await writeFile(file, JSON.stringify({ ...document, views: [{ slug: "支付", title: "Payments & <more>", filter: { domains: ["payments"] } }, { slug: "go", title: "What was done in Go", filter: { skills: ["go"] } }] }));
  return file;
};

const SITES: readonly (readonly [name: string, file: () => Promise<string>, slugs: readonly string[]])[] = [
  ["the first career", () => Promise.resolve("data/career.json"), ["payments", "scaling"]],
  ["a copy with two other views", twoViews, ["支付", "go"]],
  ["dense", () => Promise.resolve("data/samples/dense.json"), ["reliability"]],
];

describe.each(SITES)("the site of %s", (name, file, slugs) => {
  const plain = new Map<string, Buffer>();
  const known = new Map<string, Buffer>();
  let said = "";
  beforeAll(async () => {
    const source = await file();
    const [one, two] = [await build(source, `${name}-plain`, []), await build(source, `${name}-known`, ["--url", URL_OF_SITE])];
    said = one.stderr;
    for (const [into, { out }] of [[plain, one], [known, two]] as const) for (const [path, content] of await filesOf(out)) into.set(path, content);
  });
  const text = (site: ReadonlyMap<string, Buffer>, path: string): string => (site.get(path) ?? Buffer.from("")).toString();

  it("has every file", () => {
    const views = slugs.flatMap((slug) => [`view/${slug}/index.html`, `view/${slug}/card.png`]);
    const wanted = ["index.html", "career.json", "card.png", "card-light.svg", "card-dark.svg", "embed/index.html", "embed/frame.js", "embed/frame.css", "embed/host.js", "embed/career-timeline.js", "404.html", "_headers", "robots.txt", "favicon.svg", "fonts/instrument-sans.woff2", ...views];
    expect(wanted.filter((path) => (plain.get(path)?.length ?? 0) === 0)).toEqual([]);
    const more = ["oembed.json", "sitemap.xml", ...slugs.map((slug) => `view/${slug}/oembed.json`)];
    expect([...known.keys()].filter((path) => !plain.has(path)).sort()).toEqual(more.sort());
    expect([...plain.keys()].filter((path) => !known.has(path))).toEqual([]);
  });

  it("refers to nothing that is not there", () => {
    for (const [site, base, url] of [[plain, "/", null], [known, BASE, URL_OF_SITE]] as const) {
      const references = [...site.keys()].flatMap((path) => referencesOf(path, text(site, path)));
      const targets = references.map((reference) => [reference, targetOf(reference, base, url)] as const).filter(([, target]) => target !== null);
      expect(targets.length).toBeGreaterThan(30);
      for (const kind of [".html", ".css", ".js"]) expect(targets.some(([{ from }]) => from.endsWith(kind)), kind).toBe(true);
      expect(targets.filter(([, target]) => !site.has(target ?? "")).map(([{ from, to }]) => `${from}: ${to}`)).toEqual([]);
    }
  });

  it("says no address of its own where none is known, and works in any folder", () => {
    const pages = [...plain].filter(([path]) => /\.(?:html|css|svg)$/.test(path) && path !== "404.html");
    expect(pages.length).toBeGreaterThan(5);
    const absolute = pages.flatMap(([path, content]) => referencesOf(path, content.toString())).filter(({ to }) => to.startsWith("/"));
    expect(absolute).toEqual([]);
    expect([...plain].filter(([path, content]) => /\.(?:html|txt|json)$/.test(path) && /rel="canonical"|property="og:|oembed|^Sitemap/m.test(content.toString())).map(([path]) => path)).toEqual([]);
    expect(said).toMatch(/^without --url the site has no canonical address.*\n$/m);
  });

  it("is well-formed, as XML and as JSON", () => {
    const xml = [...known.keys()].filter((path) => /\.(?:xml|svg)$/.test(path));
    expect(xml.length).toBeGreaterThanOrEqual(4);
    for (const path of xml) expect(() => new JSDOM(text(known, path), { contentType: "text/xml" }), path).not.toThrow();
    const json = [...known.keys()].filter((path) => path.endsWith(".json"));
    expect(json.length).toBeGreaterThanOrEqual(3);
    for (const path of json) expect(() => JSON.parse(text(known, path)) as unknown, path).not.toThrow();
    const inlined = [...known.keys()].filter((path) => path.endsWith(".html")).flatMap((path) => [...text(known, path).matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>([^]*?)<\/script>/g)].map(([, script = ""]) => script));
    expect(inlined.length).toBe(2 + slugs.length);
    for (const script of inlined) expect(() => JSON.parse(script) as unknown).not.toThrow();
    expect(text(known, "sitemap.xml").match(/<url>/g)).toHaveLength(1 + slugs.length);
  });

  it("has a card of 1200 × 630 for each page, within what previews load", () => {
    const cards = [...known].filter(([path]) => path.endsWith("card.png"));
    expect(cards).toHaveLength(1 + slugs.length);
    for (const [path, content] of cards) {
      expect(sizeOfPng(content), path).toEqual([1200, 630]);
      expect(content.length, path).toBeLessThanOrEqual(300_000);
    }
  });

  it("says in each page's head where it is, what it is called and which picture it has", () => {
    for (const path of ["index.html", ...slugs.map((slug) => `view/${slug}/index.html`)]) {
      const { document } = new JSDOM(text(known, path)).window;
      const said_ = (selector: string): string => document.head.querySelector(selector)?.getAttribute("content") ?? "";
      const place = new URL(path.slice(0, -"index.html".length), URL_OF_SITE).href;
      expect(document.head.querySelector("link[rel=canonical]")?.getAttribute("href"), path).toBe(place);
      expect([said_("meta[property='og:url']"), said_("meta[property='og:image']")]).toEqual([place, `${place}card.png`]);
      expect(said_("meta[property='og:title']")).toBe(document.title);
      expect(said_("meta[name='description']").length).toBeGreaterThan(20);
      const oembed = document.head.querySelector("link[type='application/json+oembed']")?.getAttribute("href");
      expect(oembed).toBe(`${place}oembed.json`);
      const { html, title, type } = JSON.parse(text(known, `${decodeURIComponent(new URL(place).pathname.slice(BASE.length))}oembed.json`)) as Record<string, string>;
      expect([type, title]).toEqual(["rich", document.title]);
      const frame = new JSDOM(html).window.document.querySelector("iframe");
      expect(new URL(frame?.src ?? "").pathname).toBe(`${BASE}embed/`);
      expect(frame?.title).toBe(document.title);
    }
  });

  it("has no code and no style in its pages but what their policy allows", () => {
    const pages = [...known].filter(([path]) => path.endsWith(".html"));
    expect(pages).toHaveLength(3 + slugs.length);
    for (const [path, content] of pages) {
      const html = content.toString();
      expect(html, path).toContain('<meta http-equiv="Content-Security-Policy"');
      const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
      expect(tags.filter((tag) => /\sstyle\s*=|\son[a-z]+\s*=|^<style|javascript:/i.test(tag)), path).toEqual([]);
      expect(tags.filter((tag) => tag.startsWith("<script") && !/\ssrc="|type="application\/(?:ld\+)?json"/.test(tag)), path).toEqual([]);
    }
  });
});

it("is the same again from the same file, options and day, in another time zone and language", async () => {
  const { cli, asOf } = inject("built");
  const args = ["--url", URL_OF_SITE, "--title", "Jo’s career"];
  const [{ out }, again] = [await build("data/career.json", "one", args), join(folder, "again")];
  await run(process.execPath, [cli, "build", "data/career.json", "-o", again, "--as-of", asOf, ...args], { cwd: ROOT, env: { ...process.env, TZ: "Asia/Taipei", LANG: "de_DE.UTF-8" } });
  const [one, two] = [await filesOf(out), await filesOf(again)];
  expect([...two.keys()].sort()).toEqual([...one.keys()].sort());
  expect([...one].filter(([path, content]) => two.get(path)?.equals(content) !== true).map(([path]) => path)).toEqual([]);
  expect(one.get("index.html")?.toString()).toContain("<title>Jo’s career</title>");
});

it("would notice a reference that leads nowhere", async () => {
  const site = await filesOf(await siteFolder("career"));
  const planted = [
    ["index.html", '<link rel="icon" href="./nothing.svg">'], ["view/payments/index.html", '<script src="./assets/core.js"></script>'], ["assets/a.css", "a{background:url(../nothing.png)}"],
    ["card-light.svg", '<use xlink:href="nothing.svg"/>'], ["assets/a.js", 'import("./nothing-12345678.js")'], ["404.html", '<a href="/nothing/">'],
  ] as const;
  for (const [path, words] of planted) expect(referencesOf(path, words).map((reference) => targetOf(reference, "/", null)).filter((target) => target !== null && !site.has(target)), path).toHaveLength(1);
});

it("keeps still in a log: lines about the work are for somebody at a screen", async () => {
  const document = JSON.parse(readText("data/career.json")) as Record<string, unknown>;
  const file = join(folder, "many.json");
  await writeFile(file, JSON.stringify({ ...document, views: Array.from({ length: 5 }, (_, i) => ({ slug: `v${i}`, title: "All", filter: {} })) }));
  expect((await build(file, "many", ["--url", URL_OF_SITE])).stderr).toBe("");
});
