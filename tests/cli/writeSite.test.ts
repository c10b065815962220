import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { RECORD_FILE } from "../../src/cli/siteRecord.js";
import { planSite } from "../../src/cli/planSite.js";
import { describeWriteError, findSameFile, readAppFiles, writeSite } from "../../src/cli/writeSite.js";
import type { SiteFile } from "../../src/prerender/renderSite.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "career-write-"));
});
const at = (path: string): string => join(folder, path);
function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** As a build does it. */
const build = async (site: string, files: readonly SiteFile[], forced = false): Promise<void> => writeSite(await planSite(site, files, forced));

describe("readAppFiles", () => {
  it("gives what every site has, in the order of the paths, and none of what it makes itself", async () => {
    for (const path of ["template/index.html", "template/robots.txt", "template/fonts/README.md", "template/fonts/a.woff2", "template/assets/b.js", "template/favicon.svg", "embed/host.js", "embed/frame.js", "embed/frame.css", "embed/other.js", "element/career-timeline.js"]) put(path, path);
    const files = await readAppFiles({ template: at("template"), embed: at("embed"), element: at("element") });
    expect(files.map(({ path, content }) => [path, String(content)])).toEqual([
      ["assets/b.js", "template/assets/b.js"], ["favicon.svg", "template/favicon.svg"], ["fonts/a.woff2", "template/fonts/a.woff2"],
      ["embed/frame.js", "embed/frame.js"], ["embed/frame.css", "embed/frame.css"], ["embed/host.js", "embed/host.js"], ["embed/career-timeline.js", "element/career-timeline.js"],
    ]);
  });
});

describe("findSameFile", () => {
  it("finds the file among those to be written, also through a link", async () => {
    put("site/career.json", "{}");
    symlinkSync(at("site"), at("link"));
    const files = [{ path: "index.html", content: "" }, { path: "career.json", content: "" }];
    expect(await findSameFile(at("link/career.json"), at("site"), files)).toBe(at("site/career.json"));
    put("career.json", "{}");
    expect(await findSameFile(at("career.json"), at("site"), files)).toBeNull();
    expect(await findSameFile("-", at("site"), files)).toBeNull();
    linkSync(at("career.json"), at("site/index.html"));
    expect(await findSameFile(at("career.json"), at("site"), files)).toBe(at("site/index.html"));
  });
});

describe("writeSite", () => {
  it("writes texts and bytes, and what it wrote", async () => {
    await build(at("site"), [{ path: "view/a/card.png", content: new Uint8Array([0, 255]) }, { path: "index.html", content: "é" }]);
    expect(readdirSync(at("site")).sort()).toEqual([RECORD_FILE, "index.html", "view"]);
    expect([...readFileSync(at("site/view/a/card.png"))]).toEqual([0, 255]);
    expect(readFileSync(at("site/index.html"), "utf8")).toBe("é");
  });
  it("takes away first: on some machines two names are one file", async () => {
    await build(at("site"), [{ path: "view/A/card.png", content: "same" }]);
    await build(at("site"), [{ path: "view/a/card.png", content: "same" }]);
    expect(readdirSync(at("site/view"))).toEqual(["a"]);
  });
  it("leaves nothing behind of how it writes, also where an earlier one was stopped in the middle", async () => {
    put("site/index.html", "old");
    put(`site/${RECORD_FILE}.new`, "hal");
    await build(at("site"), [{ path: "index.html", content: "new" }]);
    expect(readdirSync(at("site")).sort()).toEqual([RECORD_FILE, "index.html"]);
  });
  it("puts a new file in the place of the old one: who reads that one still has it whole", async () => {
    await build(at("site"), [{ path: "index.html", content: "old" }]);
    linkSync(at("site/index.html"), at("held"));
    await build(at("site"), [{ path: "index.html", content: "new" }]);
    expect([readFileSync(at("held"), "utf8"), readFileSync(at("site/index.html"), "utf8")]).toEqual(["old", "new"]);
  });
});

describe("a site that cannot be written", () => {
  const files = (text: string): { path: string; content: string }[] => ["view/a/index.html", "404.html", "index.html"].map((path) => ({ path, content: text }));

  it("is left as it was: nothing written, nothing taken away", async () => {
    await build(at("site"), files("old"));
    const { path } = { path: at("site/view/a/index.html") };
    rmSync(at("site/404.html"));
    mkdirSync(at("site/404.html"));
    const record = readFileSync(at(`site/${RECORD_FILE}`), "utf8");
    await expect(build(at("site"), files("new").slice(1))).rejects.toMatchObject({ code: "EISDIR" });
    expect([readFileSync(path, "utf8"), readFileSync(at("site/index.html"), "utf8"), readFileSync(at(`site/${RECORD_FILE}`), "utf8")]).toEqual(["old", "old", record]);
  });

  it.each(["index.html", "view", "view/a"])("goes through no link at %s", async (place) => {
    await build(at("site"), files("old"));
    put("precious/index.html", "theirs");
    rmSync(at(`site/${place}`), { recursive: true });
    symlinkSync(at(place === "index.html" ? "precious/index.html" : "precious"), at(`site/${place}`));
    await expect(build(at("site"), files("new"))).rejects.toMatchObject({ code: "ELOOP" });
    expect([readdirSync(at("precious")), readFileSync(at("precious/index.html"), "utf8")]).toEqual([["index.html"], "theirs"]);
  });
});

it("comes to an end where no folder can be made, and says where", async () => {
  put("file", "x");
  await expect(build(at("file/site"), [{ path: "index.html", content: "new" }])).rejects.toMatchObject({ code: "ENOTDIR" });
  await build(at("deep/er/site"), [{ path: "index.html", content: "new" }]);
  expect(readdirSync(at("deep/er"))).toEqual(["site"]);
  if (process.platform !== "linux") return;
  const error: unknown = await build("/proc/career/site", [{ path: "index.html", content: "new" }]).catch((reason: unknown) => reason);
  expect(describeWriteError(error)).toBe("cannot write /proc/career: no folder can be made there");
});

describe("describeWriteError", () => {
  const error = (code: string): Error => Object.assign(new Error("x"), { code, path: "/site/a" });
  it("says what the folder does not allow, and leaves our own faults alone", () => {
    expect(describeWriteError(error("ENOSPC"))).toBe("cannot write /site/a: the disk is full");
    expect(describeWriteError(error("EACCES"))).toBe("cannot write /site/a: it may not be written");
    expect(describeWriteError(Object.assign(new Error("x"), { code: "EROFS" }))).toBe("cannot write the site: the disk is read-only");
    expect([describeWriteError(error("EBADF")), describeWriteError(new Error("x")), describeWriteError("x")]).toEqual([null, null, null]);
  });
});
