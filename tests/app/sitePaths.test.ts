import { describe, expect, it } from "vitest";
import { createSitePaths } from "../../src/app/sitePaths.js";

describe("createSitePaths", () => {
  it.each<[loaded: string, root: string, view: string | null, rootPath: string, otherPath: string]>([
    ["/", "./", null, "/", "/view/a/"],
    ["/cv/", "./", null, "/cv/", "/cv/view/a/"],
    ["/cv/index.html", "./", null, "/cv/index.html", "/cv/view/a/index.html"],
    ["/view/money/", "../../", "money", "/", "/view/a/"],
    ["/cv/view/money/", "../../", "money", "/cv/", "/cv/view/a/"],
    ["/cv/view/money/index.html", "../../", "money", "/cv/index.html", "/cv/view/a/index.html"],
    ["/people/%E4%B8%80/view/b/", "../../", "b", "/people/%E4%B8%80/", "/people/%E4%B8%80/view/a/"],
    ["//cv/view/money/", "../../", "money", "//cv/", "//cv/view/a/"],
    // Wherever it was put: the page knows what it is for.
    ["/money/cv/", "../", "money", "/money/", "/money/view/a/"],
  ])("%s", (loaded, root, view, rootPath, otherPath) => {
    const pathOf = createSitePaths(loaded, { view, root });
    expect([pathOf(null), pathOf("a"), pathOf(view)]).toEqual([rootPath, otherPath, loaded]);
  });

  it("are written as a browser shows them", () => {
    const path = createSitePaths("/cv/", { view: null, root: "./" })("一つ_2-é");
    expect(path).toBe(new URL("/cv/view/一つ_2-é/", "https://example.org").pathname);
  });
});
