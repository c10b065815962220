import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { siteFolder } from "../support/site.js";
import { staticImports } from "../support/staticImports.js";

/**
 * What a late script imports in its place can fail with it, and a browser asks for it no second time.
 *
 * @param scripts code by name
 * @param first those that the page names
 */
const leaning = (scripts: ReadonlyMap<string, string>, first: ReadonlySet<string>): readonly string[] =>
  [...scripts].filter(([name]) => !first.has(name)).flatMap(([name, code]) => staticImports(code).filter((path) => path.endsWith(".js")).map((path) => basename(path)).filter((path) => !first.has(path)).map((path) => `${name} imports ${path}`));

describe("the scripts that come late", () => {
  it("are told apart from those that lean on each other", () => {
    const first = new Set(["index.js"]);
    const planted = new Map([["index.js", 'import"./core.js"'], ["a.js", 'import{x as t}from"./index.js";import{y}from"./shared.js"'], ["b.js", 'import("./a.js");export*from"./a.js"'], ["c.js", 'import"./index.js"']]);
    expect(leaning(planted, first)).toEqual(["a.js imports shared.js", "b.js imports a.js"]);
  });

  it.each(["career", "dense", "commits"])("import nothing but what came first: %s", async (name) => {
    const folder = await siteFolder(name);
    const assets = join(folder, "assets");
    const scripts = new Map(readdirSync(assets).filter((file) => file.endsWith(".js")).map((file) => [file, readFileSync(join(assets, file), "utf8")]));
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const first = new Set([...scripts.keys()].filter((file) => page.includes(`assets/${file}`)));
    expect(first.size).toBeGreaterThan(0);
    expect(scripts.size - first.size).toBeGreaterThan(8);
    expect(leaning(scripts, first)).toEqual([]);
  });
});
