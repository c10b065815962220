// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { readPageData } from "../../src/app/pageData.js";

const baker = { version: 1, person: { headline: "Baker" }, roles: [] };

function answer(status = 200): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response(JSON.stringify(baker), { status }));
  });
  return asked;
}
function rootWith(data: Readonly<Record<string, string>>): HTMLElement {
  const root = document.createElement("div");
  Object.assign(root.dataset, data);
  return root;
}

afterEach(() => vi.unstubAllGlobals());

describe("readPageData", () => {
  it("reads the file beside the root page", async () => {
    const asked = answer();
    expect(await readPageData(rootWith({ asOf: "1000" }))).toEqual({ document: baker, asOf: 1000, page: { view: null, root: "./" } });
    expect(asked).toEqual(["./career.json"]);
  });

  it("reads the same file from the page of a view", async () => {
    const asked = answer();
    expect(await readPageData(rootWith({ asOf: "1000", view: "money", base: "../../" }))).toEqual({ document: baker, asOf: 1000, page: { view: "money", root: "../../" } });
    expect(asked).toEqual(["../../career.json"]);
  });

  it("says what the host answered where there is no file", async () => {
    answer(404);
    await expect(readPageData(rootWith({ asOf: "1000" }))).rejects.toThrow("career.json answers 404");
  });

  it("has the first career where nothing is prerendered", async () => {
    const asked = answer();
    const { document: first, page } = await readPageData(rootWith({}));
    expect([first.version, page.view, asked]).toEqual([1, null, []]);
  });
});
