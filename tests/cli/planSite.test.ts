import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { formatPlan, planSite, type SitePlan } from "../../src/cli/planSite.js";
import { RECORD_FILE } from "../../src/cli/siteRecord.js";
import { writeSite } from "../../src/cli/writeSite.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "career-plan-"));
});
const at = (path: string): string => join(folder, path);
function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}
const read = (path: string): string => readFileSync(at(path), "utf8");

const PATHS = ["404.html", "index.html", "view/a/index.html"];
const plan = (text: string, { paths = PATHS, forced = false } = {}): Promise<SitePlan> => planSite(folder, paths.map((path) => ({ path, content: `${path} ${text}` })), forced);
const build = async (text: string, options?: { paths?: string[]; forced?: boolean }): Promise<void> => writeSite(await plan(text, options));
const outline = ({ write, kept, lost, stale }: SitePlan) => ({ write: write.map(({ path }) => path), kept, lost, stale });

/** A page as `build` makes it, in as much as it is looked at. */
const PAGE = '<html><head><meta name="generator" content="career-timeline"></head></html>';

describe("what somebody has changed since the last build", () => {
  it("is kept, and named with what to do about it; the rest is renewed", async () => {
    await build("one");
    put("404.html", "mine");
    const next = await plan("two");
    expect(outline(next)).toEqual({ write: ["index.html", "view/a/index.html"], kept: ["404.html"], lost: [], stale: [] });
    expect(formatPlan(next)).toEqual(["warning 404.html: changed since the last build, so it was kept as it is", "  the rest of the site is new; add --force to replace this file, too"]);
    await writeSite(next);
    expect(PATHS.map(read)).toEqual(["mine", "index.html two", "view/a/index.html two"]);
  });
  it("stays changed at the builds after that, until it is gone or as it was", async () => {
    await build("one");
    put("404.html", "mine");
    await build("two");
    expect((await plan("three")).kept).toEqual(["404.html"]);
    await build("three");
    put("404.html", "404.html one");
    expect((await plan("four")).kept).toEqual([]);
    put("404.html", "mine");
    rmSync(at("404.html"));
    expect((await plan("four")).kept).toEqual([]);
  });
  it("is replaced with --force, and not spoken of", async () => {
    await build("one");
    put("404.html", "mine");
    const next = await plan("two", { forced: true });
    expect([next.kept, next.lost, formatPlan(next)]).toEqual([[], ["404.html"], []]);
    await writeSite(next);
    expect(PATHS.map(read)).toEqual(PATHS.map((path) => `${path} two`));
    expect((await plan("three")).kept).toEqual([]);
  });
  it("is not what a build would write anyway, nor what one has written elsewhere", async () => {
    await build("one");
    put("404.html", "404.html two");
    put("index.html", "404.html one");
    expect((await plan("two")).kept).toEqual([]);
  });
  it("is never deleted, though its page is no longer made", async () => {
    await build("one");
    put("view/a/index.html", "mine");
    await build("two");
    await build("three", { paths: ["index.html"] });
    expect(read("view/a/index.html")).toBe("mine");
  });
});

it("keeps what no build wrote at a path that is now this one's", async () => {
  await build("one", { paths: ["index.html"] });
  put("404.html", "theirs");
  const next = await plan("two");
  expect(formatPlan(next)[0]).toBe("warning 404.html: not written by build, so it was kept as it is");
  await writeSite(next);
  expect(read(RECORD_FILE)).not.toContain("404.html");
  await build("three", { paths: ["index.html"] });
  expect(read("404.html")).toBe("theirs");
});

describe("where the record is gone", () => {
  it("everything is replaced, and that is said once", async () => {
    await build("one");
    rmSync(at(RECORD_FILE));
    const next = await plan("two");
    expect(outline(next)).toEqual({ write: PATHS, kept: [], lost: PATHS, stale: [] });
    expect(formatPlan(next)).toEqual([`warning ${RECORD_FILE}: the record of the last build is gone, so changes made by hand could not be told from it; replaced ${PATHS.join(", ")}`]);
    await writeSite(next);
    expect(formatPlan(await plan("three"))).toEqual([]);
  });
  it("says nothing of a folder that was free", async () => {
    expect(formatPlan(await plan("one"))).toEqual([]);
  });
  it("pages of views that are gone are named, not deleted, at every build", async () => {
    await build("one", { paths: ["index.html"] });
    put("view/gone/index.html", PAGE);
    put("view/theirs/index.html", "<html></html>");
    put("elsewhere/index.html", PAGE);
    symlinkSync(at("elsewhere"), at("view/link"));
    for (const text of ["two", "three"]) {
      const next = await plan(text);
      expect(next.stale).toEqual(["view/gone/index.html"]);
      expect(formatPlan(next)).toEqual(["warning view/gone/index.html: a page of an earlier build, and none of this one; delete it if nothing is to lead there"]);
      await writeSite(next);
    }
    expect(read("view/gone/index.html")).toBe(PAGE);
  });
});

it("does not call stale what is deleted because the record knows it", async () => {
  await writeSite(await planSite(folder, [{ path: "view/gone/index.html", content: PAGE }]));
  expect((await plan("one", { paths: ["index.html"] })).stale).toEqual([]);
});
