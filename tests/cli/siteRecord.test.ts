import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { formatRecord, hashOf, joinRecords, readRecord, RECORD_FILE, removeGone, type SiteRecord } from "../../src/cli/siteRecord.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "career-record-"));
});
const at = (path: string): string => join(folder, path);
function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** Each path with the text that was written there. */
const wrote = (entries: readonly (readonly [path: string, text: string])[]): SiteRecord => new Map(entries.map(([path, text]) => [path, new Set([hashOf(text)])]));

describe("a record", () => {
  it("reads back as it was written, in the order of the paths", async () => {
    const record = wrote([["view/b/card.png", "b"], ["a.html", "a"], ["view/búsqueda/index.html", "c"]]);
    put(RECORD_FILE, formatRecord(record));
    expect(readFileSync(at(RECORD_FILE), "utf8").split("\n").map((line) => line.slice(66))).toEqual(["a.html", "view/b/card.png", "view/búsqueda/index.html", ""]);
    expect(await readRecord(folder)).toEqual(record);
  });
  it("of a build that was cut short knows what was there and what was to come", async () => {
    const both = joinRecords(wrote([["a.html", "old"], ["b.html", "b"]]), wrote([["a.html", "new"], ["c.html", "c"]]));
    put(RECORD_FILE, formatRecord(both));
    expect(await readRecord(folder)).toEqual(both);
    for (const [path, text] of [["a.html", "new"], ["b.html", "b"], ["c.html", "changed"]] as const) put(path, text);
    await removeGone(folder, await readRecord(folder), new Set());
    expect(["a.html", "b.html", "c.html"].map((path) => existsSync(at(path)))).toEqual([false, false, true]);
  });
  it("is empty where there is none, and where it is nonsense", async () => {
    expect(await readRecord(folder)).toEqual(new Map());
    put(RECORD_FILE, "\0\n{}\nabc  path\n");
    expect(await readRecord(folder)).toEqual(new Map());
  });
  it.each(["../a", "/a", "a/../../b", "a//b", "./a", "a/.", "C:a", "a\\b", "a/"])("names nothing at %s", async (path) => {
    put(RECORD_FILE, `${hashOf("x")}  ${path}\n`);
    expect(await readRecord(folder)).toEqual(new Map());
  });
});

describe("removeGone", () => {
  it("deletes what is no longer made, and the folders that are empty then", async () => {
    put("view/a/index.html", "a");
    put("view/b/index.html", "b");
    await removeGone(folder, wrote([["view/a/index.html", "a"], ["view/b/index.html", "b"]]), new Set(["view/b/index.html"]));
    expect([existsSync(at("view/a")), existsSync(at("view/b/index.html"))]).toEqual([false, true]);
  });
  it("keeps what somebody has changed, and folders with something in them", async () => {
    put("view/a/index.html", "changed");
    put("view/b/index.html", "b");
    put("view/b/notes.txt", "theirs");
    await removeGone(folder, wrote([["view/a/index.html", "a"], ["view/b/index.html", "b"], ["gone.txt", ""]]), new Set());
    expect([existsSync(at("view/a/index.html")), existsSync(at("view/b/index.html")), existsSync(at("view/b/notes.txt"))]).toEqual([true, false, true]);
  });
  it("goes through no link", async () => {
    put("elsewhere/index.html", "a");
    put("site/x", "");
    symlinkSync(at("elsewhere"), at("site/view"));
    symlinkSync(at("elsewhere/index.html"), at("site/index.html"));
    await removeGone(at("site"), wrote([["view/index.html", "a"], ["index.html", "a"]]), new Set());
    expect([existsSync(at("elsewhere/index.html")), existsSync(at("site/index.html"))]).toEqual([true, true]);
  });
});
