import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "../../src/cli/command.js";
import { buildCommand } from "../../src/cli/commands/build.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const TEMPLATE = '<!doctype html><html class="career-timeline" lang="en"><head><title>Career timeline</title></head><body><div id="root"></div></body></html>';
let folder = "";

// The built app, in as much as the command looks at it.
vi.mock("../../src/cli/template.js", () => ({ findTemplate: () => Promise.resolve(join(folder, "template")) }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "career-build-"));
  put("template/index.html", TEMPLATE);
  put("template/assets/index-abcd1234.js", "// new");
  put("template/fonts/README.md", "not for the site");
  put("career.json", JSON.stringify(makeDocument()));
});

const at = (path: string): string => join(folder, path);
function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}
const read = (path: string): string => readFileSync(at(path), "utf8");
/** Every file below, as path and content. */
const filesIn = (path: string): [string, string][] =>
  readdirSync(at(path), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry): [string, string] => [join(entry.parentPath, entry.name).slice(at(path).length + 1), readFileSync(join(entry.parentPath, entry.name), "utf8")]);

async function build(values: Record<string, string | boolean> = {}, file = at("career.json")): Promise<Outcome> {
  return buildCommand.run({ positionals: [file], values: { out: at("site"), "as-of": "2026-11-22", ...values } });
}

describe("build", () => {
  it("makes the folder, with page, assets and data in it", async () => {
    expect(await build()).toMatchObject({ exitCode: 0, data: at("site/index.html") });
    expect(filesIn("site").map(([name]) => name).sort()).toEqual(["assets/index-abcd1234.js", "career.json", "index.html"]);
    expect(read("site/index.html")).toContain(`<div id="root" data-as-of="${Date.UTC(2026, 10, 22)}">`);
  });
  it("fills an empty folder", async () => {
    mkdirSync(at("site"));
    expect((await build()).exitCode).toBe(0);
  });

  it.each([
    ["with a page of its own", { "site/index.html": '<div id="root"></div>', "site/assets/theirs-abcd1234.js": "theirs" }],
    ["without a page", { "site/notes.txt": "theirs" }],
  ])("leaves somebody's folder alone, one %s", async (_, files) => {
    for (const [path, text] of Object.entries(files)) put(path, text);
    const before = filesIn("site");
    expect(await build()).toEqual({ exitCode: 1, messages: [`${at("site")} is not empty and was not made by build; choose another folder or add --force`] });
    expect(filesIn("site")).toEqual(before);
  });
  it("writes into it with --force, and deletes only what looks like an asset of ours", async () => {
    put("site/index.html", "theirs");
    put("site/notes.txt", "theirs");
    put("site/assets/logo.css", "theirs");
    expect((await build({ force: true })).exitCode).toBe(0);
    expect(filesIn("site").map(([name]) => name).sort()).toEqual(["assets/index-abcd1234.js", "assets/logo.css", "career.json", "index.html", "notes.txt"]);
  });

  it("renews its own site: old assets go, everything else in the folder stays", async () => {
    await build();
    put("site/assets/index-OLD_-234.js", "old");
    put("site/assets/print-00000000.css", "old");
    put("site/assets/photo.jpg", "theirs");
    put("site/assets/theme.css", "theirs");
    put("site/CNAME", "example.org");
    expect((await build()).exitCode).toBe(0);
    expect(filesIn("site").map(([name]) => name).sort()).toEqual(["CNAME", "assets/index-abcd1234.js", "assets/photo.jpg", "assets/theme.css", "career.json", "index.html"]);
  });
  it("follows no link out of its site to delete what lies there", async () => {
    await build();
    put("elsewhere/index-OLD_-234.js", "theirs");
    const fresh = at("linked");
    mkdirSync(fresh);
    writeFileSync(join(fresh, "index.html"), read("site/index.html"));
    symlinkSync(at("elsewhere"), join(fresh, "assets"));
    await build({ out: fresh }).catch(() => null);
    expect(read("elsewhere/index-OLD_-234.js")).toBe("theirs");
  });
  it("does not overwrite the file that it builds from", async () => {
    await build();
    const secret = JSON.stringify({ ...makeDocument(), notes: "mine" });
    put("site/career.json", secret);
    expect(await build({}, at("site/career.json"))).toMatchObject({ exitCode: 1, messages: [expect.stringContaining("would be overwritten")] });
    expect(read("site/career.json")).toBe(secret);
  });
  it("says what is a file where a folder is wanted", async () => {
    put("site", "a file");
    expect(await build()).toEqual({ exitCode: 1, messages: [`${at("site")} is a file, not a folder`] });
  });

  it("writes nothing where the file has errors, such as a role that goes on before it began", async () => {
    put("career.json", JSON.stringify(makeDocument({ roles: [makeRole({ start: "2027-01", end: null })] })));
    const { exitCode, messages } = await build();
    expect({ exitCode, first: messages[0], last: messages.at(-1) }).toEqual({
      exitCode: 2, first: 'error roles[0].start: the role goes on today, and starts only in "2027-01"', last: `${at("career.json")}: 1 error, no warnings; nothing was written`,
    });
    expect(existsSync(at("site"))).toBe(false);
    expect((await build({ "as-of": "2027-01-02" })).exitCode).toBe(0);
  });
  it("needs a day that is one", async () => {
    expect(await build({ "as-of": "soon" })).toEqual({ exitCode: 1, messages: ['cannot read "soon" as a date at --as-of; use YYYY-MM-DD'] });
  });
});

describe("what is not for strangers", () => {
  const SECRET = "xyzzy";
  const hide = { visibility: "private" } as const;
  const mine = { comment: SECRET, [SECRET]: { nested: [SECRET] } };

  it("is in no file of the site, whether it is private or under a key that nobody reads", async () => {
    const metric = { kind: "count", n: 5, of: "services", quote: "5 services", ...mine } as const;
    const document = {
      ...makeDocument({
        $schema: `/home/${SECRET}/schema.json`,
        person: { headline: "Engineer", ...mine, links: [{ label: "Site", url: "https://example.org", ...mine }], claims: [{ id: "c", text: "5 services", metrics: [metric], ...mine }, { id: "d", text: SECRET, ...hide }] },
        domains: [{ id: "payments", label: "Payments", ...mine }],
        skills: [{ id: "go", label: "Go", aliases: ["Golang"], ...mine }],
        roles: [
          makeRole({
            ...mine, organization: { undisclosed: true, label: "A bank", ...mine },
            achievements: [
              makeAchievement({ ...mine, text: "Built 5 services in Go", when: { from: "2020", ...mine }, metrics: [metric, { ...metric, ...hide, note: SECRET }], evidence: [{ url: "https://example.org", ...mine }] }),
              makeAchievement({ id: SECRET, title: SECRET, text: SECRET, ...hide }),
            ],
          }),
          makeRole({ id: `${SECRET}-role`, title: SECRET, organization: SECRET, ...hide, achievements: [] }),
        ],
        views: [{ slug: "v", title: "All", filter: { skills: ["go"], ...mine }, ...mine }],
      }),
      ...mine,
    };
    put("career.json", JSON.stringify(document));
    expect(await build()).toMatchObject({ exitCode: 0, messages: [] });
    expect(filesIn("site").filter(([name, text]) => name.includes(SECRET) || text.includes(SECRET)).map(([name]) => name)).toEqual([]);
    // The secret would be found: what stands beside it is there.
    expect(read("site/career.json")).toContain("Built 5 services in Go");
    expect(read("site/index.html")).toContain("Built ");
  });
});
