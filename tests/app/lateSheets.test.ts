// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { __vitePreload as withSheets } from "../../src/app/lateSheets.js";

const links = (): readonly HTMLLinkElement[] => [...document.head.querySelectorAll("link")];
const script = vi.fn(() => Promise.resolve("here"));
const BASE = "https://example.org/assets/index.js";

beforeEach(() => {
  document.head.replaceChildren();
  script.mockClear();
});

describe("a late script with style sheets", () => {
  it("comes when all of them are there, each asked for once", async () => {
    const [one, two] = [withSheets(script, ["./a.css", "./b.css"], BASE), withSheets(script, ["./b.css"], BASE)];
    expect(links().map(({ href, rel }) => [href, rel])).toEqual([["https://example.org/assets/a.css", "stylesheet"], ["https://example.org/assets/b.css", "stylesheet"]]);
    links()[0]?.dispatchEvent(new Event("load"));
    await Promise.resolve();
    expect(script).not.toHaveBeenCalled();
    links()[1]?.dispatchEvent(new Event("load"));
    expect(await Promise.all([one, two])).toEqual(["here", "here"]);
    expect(await withSheets(script, ["./a.css"], BASE)).toBe("here");
    expect(links()).toHaveLength(2);
  });

  it("fails with a lost one, which is then asked for again", async () => {
    const lost = withSheets(script, ["./lost.css"], BASE);
    links()[0]?.dispatchEvent(new Event("error"));
    await expect(lost).rejects.toThrow("https://example.org/assets/lost.css did not load");
    expect(links()).toEqual([]);
    expect(script).not.toHaveBeenCalled();
    const again = withSheets(script, ["./lost.css"], BASE);
    links()[0]?.dispatchEvent(new Event("load"));
    expect(await again).toBe("here");
  });

  it("comes at once where it has none", async () => {
    expect(await withSheets(script, [], BASE)).toBe("here");
    expect(links()).toEqual([]);
  });
});
