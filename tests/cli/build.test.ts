import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "../../src/cli/command.js";
import { buildCommand } from "../../src/cli/commands/build.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const TEMPLATE = '<!doctype html><html class="career-timeline" lang="en"><head><title>Career timeline</title></head><body><div id="root"></div></body></html>';
const EMBED = ["career-timeline.js", "frame.css", "frame.js", "host.js"];
/** What every site has; those of the template, of `dist/embed` and of `dist/element` included. */
const PLAIN = [
  ".career-timeline", "404.html", "_headers", "assets/index-abcd1234.js", "card-dark.svg", "card-light.svg", "card.png", "career.json",
  ...[...EMBED, "index.html"].sort().map((name) => `embed/${name}`), "fonts/instrument-sans.woff2", "index.html", "robots.txt",
];
let folder = "";

const CARD_FONTS = join(import.meta.dirname, "../../src/prerender/card/fonts");
const cardFonts = readdirSync(CARD_FONTS).filter((name) => name.endsWith(".ttf")).map((name) => join(CARD_FONTS, name));

// The built app, in as much as the command looks at it.
vi.mock("../../src/cli/template.js", () => ({ findApp: () => Promise.resolve(existsSync(join(folder, "embed")) ? { template: join(folder, "template"), embed: join(folder, "embed"), element: join(folder, "embed"), cardFonts } : null) }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "career-build-"));
  put("template/index.html", TEMPLATE);
  put("template/assets/index-abcd1234.js", "// new");
  put("template/fonts/README.md", "not for the site");
  put("template/fonts/instrument-sans.woff2", "font");
  put("template/robots.txt", "User-agent: *\nAllow: /\n");
  for (const name of EMBED) put(`embed/${name}`, `/* ${name} */`);
  put("embed/frame.js.map", "not for the site");
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

const names = (path: string): string[] => filesIn(path).map(([name]) => name).sort();

async function build(values: Record<string, string | boolean> = {}, file = at("career.json"), progress?: (line: string) => void): Promise<Outcome> {
  return buildCommand.run({ positionals: [file], values: { out: at("site"), "as-of": "2026-11-22", ...values }, ...(progress ? { progress } : {}) });
}

const VIEWS = [{ slug: "payments", title: "Payments", filter: { domains: ["payments"] } }, { slug: "go", title: "Go", filter: { skills: ["go"] } }] as const;
const WITH_URL = { url: "https://example.org/career/" };

describe("build", () => {
  it("makes the folder, with page, assets and data in it", async () => {
    expect(await build()).toMatchObject({ exitCode: 0, data: at("site/index.html") });
    expect(names("site")).toEqual(PLAIN);
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
    expect(names("site")).toEqual([...PLAIN, "assets/logo.css", "notes.txt"].sort());
  });

  it("renews its own site, and everything else in the folder stays", async () => {
    await build();
    // As the bundler names its files, too: only the record says whose they are.
    put("site/assets/my-carousel.js", "theirs");
    put("site/assets/photo.jpg", "theirs");
    put("site/assets/theme.css", "theirs");
    put("site/CNAME", "example.org");
    expect((await build()).exitCode).toBe(0);
    expect(names("site")).toEqual([...PLAIN, "CNAME", "assets/my-carousel.js", "assets/photo.jpg", "assets/theme.css"].sort());
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
  it("keeps a file of its own that somebody has changed, says so, and replaces it with --force", async () => {
    await build(WITH_URL);
    put("site/404.html", "mine");
    expect(await build(WITH_URL)).toEqual({ exitCode: 0, data: at("site/index.html"), messages: ["warning 404.html: changed since the last build, so it was kept as it is", "  the rest of the site is new; add --force to replace this file, too"] });
    expect(read("site/404.html")).toBe("mine");
    expect(await build({ ...WITH_URL, force: true })).toMatchObject({ exitCode: 0, messages: [] });
    expect(read("site/404.html")).toContain("There is no such page");
  });
  it("knows its site by the record where the page is another, and by the page where the record is gone", async () => {
    await build(WITH_URL);
    put("site/index.html", "mine");
    expect((await build(WITH_URL)).exitCode).toBe(0);
    expect(read("site/index.html")).toBe("mine");
    await build({ ...WITH_URL, force: true });
    rmSync(at("site/.career-timeline"));
    put("site/robots.txt", "mine");
    expect(await build(WITH_URL)).toMatchObject({ exitCode: 0, messages: [expect.stringMatching(/^warning \.career-timeline: the record of the last build is gone.*replaced robots\.txt$/)] });
  });
  it("names a view's page that is left over from a build whose record is gone", async () => {
    put("career.json", JSON.stringify({ ...makeDocument(), views: VIEWS }));
    await build(WITH_URL);
    rmSync(at("site/.career-timeline"));
    put("career.json", JSON.stringify({ ...makeDocument(), views: VIEWS.slice(1) }));
    expect((await build(WITH_URL)).messages.at(-1)).toBe("warning view/payments/index.html: a page of an earlier build, and none of this one; delete it if nothing is to lead there");
    expect(existsSync(at("site/view/payments/index.html"))).toBe(true);
    expect((await build(WITH_URL)).messages).toHaveLength(1);
  });
  it("says what is a file where a folder is wanted", async () => {
    put("site", "a file");
    expect(await build()).toEqual({ exitCode: 1, messages: [`${at("site")} is a file, or in a file, not a folder`] });
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

describe("a career from stdin", () => {
  const original = JSON.stringify({ ...makeDocument(), notes: "mine" });
  const stdin = Object.getOwnPropertyDescriptor(process, "stdin") ?? {};
  const pipe = async (values: Record<string, string | boolean>): Promise<Outcome> => {
    Object.defineProperty(process, "stdin", { ...stdin, get: () => Readable.from([Buffer.from(original)]) });
    try {
      return await build(values, "-");
    } finally {
      Object.defineProperty(process, "stdin", stdin);
    }
  };

  it("is built, and built again", async () => {
    for (let i = 0; i < 2; i++) expect(await pipe(WITH_URL)).toMatchObject({ exitCode: 0, messages: [] });
    expect(read("site/career.json")).not.toContain("mine");
  });
  it("does not take the place of the file that it may have come from, not even with --force", async () => {
    put("site/career.json", original);
    expect(await pipe({ ...WITH_URL, force: true })).toEqual({ exitCode: 1, messages: [`${at("site/career.json")} was not written by build, and may be what is built from; move it away, or choose another folder`] });
    expect(names("site")).toEqual(["career.json"]);
    expect(read("site/career.json")).toBe(original);
  });
  it("keeps that file also beside a site of its own", async () => {
    await pipe(WITH_URL);
    put("site/career.json", original);
    expect((await pipe(WITH_URL)).messages).toContain("warning career.json: changed since the last build, so it was kept as it is");
    expect(read("site/career.json")).toBe(original);
  });
});

describe("a site with views", () => {
  const putViews = (views: readonly object[], more: object = {}): void => put("career.json", JSON.stringify({ ...makeDocument(), views, ...more }));

  it("has a page and a card for each, and oEmbed and sitemap where its address is known", async () => {
    putViews(VIEWS);
    await build();
    const pages = ["view/go/card.png", "view/go/index.html", "view/payments/card.png", "view/payments/index.html"];
    expect(names("site")).toEqual([...PLAIN, ...pages].sort());
    expect(filesIn("site").filter(([name, text]) => !name.endsWith(".png") && /<meta property|rel="canonical"|Sitemap/.test(text)).map(([name]) => name)).toEqual([]);
    await build(WITH_URL);
    expect(names("site")).toEqual([...PLAIN, ...pages, "oembed.json", "sitemap.xml", "view/go/oembed.json", "view/payments/oembed.json"].sort());
    expect(read("site/view/payments/index.html")).toContain('<link rel="canonical" href="https://example.org/career/view/payments/">');
    expect(read("site/_headers")).toContain("\n/career/assets/*\n");
    expect(read("site/404.html")).toContain('<a href="/career/">');
    expect(read("site/robots.txt")).toBe("User-agent: *\nAllow: /\n\nSitemap: https://example.org/career/sitemap.xml\n");
  });

  it("loses the page of a view that is gone, and what else it made and no longer makes", async () => {
    putViews(VIEWS);
    await build(WITH_URL);
    put("site/view/payments/notes.txt", "theirs");
    put("site/view/theirs/index.html", '<div id="root" data-as-of="1">theirs</div>');
    putViews([]);
    await build();
    expect(names("site")).toEqual([...PLAIN, "view/payments/notes.txt", "view/theirs/index.html"].sort());
    expect(existsSync(at("site/view/go"))).toBe(false);
  });
  it("keeps what somebody has put in the place of a page of ours", async () => {
    putViews(VIEWS);
    await build();
    put("site/view/go/index.html", "theirs");
    putViews([]);
    await build();
    expect(read("site/view/go/index.html")).toBe("theirs");
    expect(existsSync(at("site/view/go/card.png"))).toBe(false);
  });
  it("loses the page of a view that is now of private work only", async () => {
    putViews(VIEWS);
    await build();
    putViews(VIEWS, { roles: [makeRole({ achievements: [makeAchievement({ visibility: "private" }), makeAchievement({ id: "other", domains: [] })] })] });
    await build();
    expect(names("site").filter((name) => name.startsWith("view/"))).toEqual(["view/go/card.png", "view/go/index.html"]);
  });
  it("deletes nothing that a record from elsewhere names", async () => {
    await build();
    put("outside.txt", "theirs");
    put("elsewhere/inside.txt", "theirs");
    symlinkSync(at("elsewhere"), at("site/link"));
    const hash = createHash("sha256").update("theirs").digest("hex");
    put("site/.career-timeline", ["../outside.txt", at("outside.txt"), "link/inside.txt", "./../outside.txt", "a//b", ""].map((path) => `${hash}  ${path}\n`).join(""));
    await build();
    expect([read("outside.txt"), read("elsewhere/inside.txt")]).toEqual(["theirs", "theirs"]);
  });

  it("refuses slugs that are one folder on many machines, and writes nothing", async () => {
    putViews([VIEWS[0], { ...VIEWS[1], slug: "Payments" }]);
    expect(await build()).toEqual({
      exitCode: 2,
      messages: ['error views[1].slug: the slugs "payments" and "Payments" are one folder on many machines', "  give one of the views another slug", `${at("career.json")}: 1 error, no warnings; nothing was written`],
    });
    expect(existsSync(at("site"))).toBe(false);
  });
});

describe("what is typed", () => {
  it.each([
    [{ url: "example.org" }, 'cannot read "example.org" as an address at --url'],
    [{ base: "career" }, '--base takes a path such as /career/, found "career"'],
    [{ title: " " }, "--title is empty"],
  ])("%j is refused in a sentence, before anything is written", async (values, message) => {
    expect(await build(values)).toEqual({ exitCode: 1, messages: [expect.stringContaining(message)] });
    expect(existsSync(at("site"))).toBe(false);
  });
  it("names the page, and cannot leave its place", async () => {
    await build({ title: "</title><script>" });
    expect(read("site/index.html")).toContain("<title>&lt;/title&gt;&lt;script&gt;</title>");
    expect(read("site/embed/index.html")).toContain("<title>&lt;/title&gt;&lt;script&gt;</title>");
  });
  it("says what a site without an address lacks, and only then", async () => {
    expect((await build()).messages).toEqual([expect.stringContaining("without --url the site has no canonical address, no preview picture")]);
    expect((await build(WITH_URL)).messages).toEqual([]);
  });
});

it("makes the same bytes again", async () => {
  put("career.json", JSON.stringify({ ...makeDocument(), views: VIEWS }));
  await build(WITH_URL);
  await build({ ...WITH_URL, out: at("again") });
  const again = new Map(filesIn("again"));
  expect(filesIn("site").length).toBeGreaterThan(PLAIN.length);
  expect(filesIn("site").filter(([name, text]) => again.get(name) !== text).map(([name]) => name)).toEqual([]);
  // Also where a site is renewed.
  const before = new Map(filesIn("site"));
  await build(WITH_URL);
  expect(new Map(filesIn("site"))).toEqual(before);
});

it("writes down what it wrote, as sha256sum reads it", async () => {
  await build();
  const record = read("site/.career-timeline").trimEnd().split("\n").map((line) => line.split("  "));
  expect(record.map(([, path]) => path)).toEqual(names("site").filter((name) => name !== ".career-timeline"));
  for (const [hash, path] of record) expect(createHash("sha256").update(readFileSync(at(`site/${path}`))).digest("hex"), path).toBe(hash);
});

describe("while it works", () => {
  const lines = async (count: number): Promise<string[]> => {
    put("career.json", JSON.stringify({ ...makeDocument(), views: Array.from({ length: count }, (_, i) => ({ slug: `v${i}`, title: "All", filter: {} })) }));
    const said: string[] = [];
    await build({}, at("career.json"), (line) => void said.push(line));
    return said;
  };
  it("says a line for each page where there are more than a few", async () => {
    expect(await lines(4)).toEqual(["page 1 of 5: index.html", "page 2 of 5: view/v0/index.html", "page 3 of 5: view/v1/index.html", "page 4 of 5: view/v2/index.html", "page 5 of 5: view/v3/index.html"]);
  });
  it("says each file where there are many achievements", async () => {
    const document = makeDocument();
    const [role] = document.roles;
    put("career.json", JSON.stringify({ ...document, roles: [{ ...role, achievements: Array.from({ length: 301 }, (_, i) => ({ ...role?.achievements?.[0], id: `a${i}` })) }] }));
    const said: string[] = [];
    await build({}, at("career.json"), (line) => void said.push(line));
    expect(said).toEqual(["drawing 301 achievements", ...["career.json", "index.html", "card.png", "card-light.svg", "card-dark.svg", "embed/index.html", "robots.txt", "404.html", "_headers"].map((path) => `made ${path}`)]);
  });
  it("is silent where it is soon done", async () => {
    expect(await lines(3)).toEqual([]);
  });
});

it("warns of letters that the cards' font lacks, once", async () => {
  put("career.json", JSON.stringify(makeDocument({ person: { headline: "工程師" }, views: VIEWS })));
  expect((await build(WITH_URL)).messages).toEqual([expect.stringMatching(/^warning card\.png: our font has no "工" "師" "程"; /)]);
});

it("is not possible before the app is built", async () => {
  rmSync(at("embed"), { recursive: true });
  expect(await build()).toEqual({ exitCode: 1, messages: ["the app is not built yet; run npm run build first"] });
});

it("says in a sentence what stands in its way", async () => {
  mkdirSync(at("site/404.html"), { recursive: true });
  expect(await build({ force: true })).toEqual({ exitCode: 1, messages: [`cannot write ${at("site/404.html")}: a folder has its name`] });
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
    expect(await build(WITH_URL)).toMatchObject({ exitCode: 0, messages: [] });
    expect(filesIn("site").filter(([name, text]) => name.includes(SECRET) || text.includes(SECRET)).map(([name]) => name)).toEqual([]);
    // The secret would be found: what stands beside it is there.
    expect(read("site/career.json")).toContain("Built 5 services in Go");
    expect(read("site/index.html")).toContain("Built ");
  });
});
