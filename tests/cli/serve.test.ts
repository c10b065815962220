import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request, Server, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { listen, serveCommand } from "../../src/cli/commands/serve.js";
import { CONTENT_SECURITY_POLICY, EMBED_POLICY } from "../../src/prerender/policy.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "career-serve-"));
  writeFileSync(join(folder, "index.html"), "<p>here</p>");
  for (const path of ["view/búsqueda", "embed", "assets"]) mkdirSync(join(folder, path), { recursive: true });
  for (const path of ["view/búsqueda/index.html", "embed/index.html", "embed/frame.js", "assets/a-12345678.js", "career.json", "secret.txt"]) writeFileSync(join(folder, path), path);
});

/** As it is written, without a browser's tidying of paths. */
function ask(address: string, path: string): Promise<{ status: number | undefined; headers: IncomingMessage["headers"]; body: string }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk)).on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on("error", reject).end();
  });
}

/** Closed when the test is over. */
async function using<T>(run: (address: string) => Promise<T>): Promise<T> {
  const spy = vi.spyOn(Server.prototype, "listen");
  const address = await listen(folder, 0);
  const server = spy.mock.contexts.at(-1);
  try {
    return await run(address);
  } finally {
    if (server instanceof Server) server.close();
  }
}

/** Listens, gives back the address and the server behind it, and closes it when the test is over. */
async function open(host?: string): Promise<{ address: string; bound: string }> {
  const spy = vi.spyOn(Server.prototype, "listen");
  const address = await listen(folder, 0, host);
  const server = spy.mock.contexts.at(-1);
  if (!(server instanceof Server)) throw new Error("no server listens");
  const bound = server.address();
  expect((await fetch(address)).status).toBe(200);
  server.closeAllConnections();
  server.close();
  return { address, bound: typeof bound === "object" && bound !== null ? bound.address : "" };
}

describe("listen", () => {
  it("is heard on this machine only", async () => {
    const { address, bound } = await open();
    expect(["127.0.0.1", "::1"]).toContain(bound);
    expect(address).toMatch(/^http:\/\/localhost:\d+\/$/);
  });
  it("is heard where it is told to be", async () => {
    const all = await open("0.0.0.0");
    expect(all.bound).toBe("0.0.0.0");
    expect(all.address).toMatch(/^http:\/\/localhost:\d+\/$/);
    expect((await open("127.0.0.1")).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});

describe("what is sent", () => {
  it.each([
    ["/", CONTENT_SECURITY_POLICY, undefined, "no-cache"],
    ["/view/b%C3%BAsqueda/", CONTENT_SECURITY_POLICY, undefined, "no-cache"],
    ["/embed/?view=x", EMBED_POLICY, "*", "no-cache"],
    ["/embed/frame.js", EMBED_POLICY, "*", "no-cache"],
    ["/career.json", undefined, "*", "no-cache"],
    ["/assets/a-12345678.js", undefined, undefined, "public, max-age=31536000, immutable"],
  ])("with %s is what a host should send", async (path, policy, allowed, kept) => {
    const { status, headers } = await using((address) => ask(address, path));
    expect([status, headers["content-security-policy"], headers["access-control-allow-origin"], headers["cache-control"]]).toEqual([200, policy, allowed, kept]);
    expect([headers["x-content-type-options"], headers["referrer-policy"], headers["x-frame-options"]]).toEqual(["nosniff", "no-referrer", undefined]);
  });
  it("for a folder without its slash leads to the one with it, since its page refers to what lies around", async () => {
    await using(async (address) => {
      for (const [path, place] of [["/view/b%C3%BAsqueda", "/view/b%C3%BAsqueda/"], ["/embed?view=x", "/embed/?view=x"], ["//embed", "/embed/"]] as const) {
        const { status, headers } = await ask(address, path);
        expect([status, headers.location], path).toEqual([301, place]);
      }
    });
  });
  it.each(["/nothing", "/view/nothing", "/../embed", "/%2e%2e/embed", "/view%2f..%2fembed", "/%", "//example.org/x"])("for %s is that there is no such page", async (path) => {
    const { status, headers } = await using((address) => ask(address, path));
    expect([status, headers.location]).toEqual([404, undefined]);
  });
  it("where there is none is the site's own page for that, with its policy", async () => {
    writeFileSync(join(folder, "404.html"), "<p>own page</p>");
    const { status, headers, body } = await using((address) => ask(address, "/nothing/at/all"));
    expect([status, headers["content-type"], headers["content-security-policy"], body]).toEqual([404, "text/html; charset=utf-8", CONTENT_SECURITY_POLICY, "<p>own page</p>"]);
  });
});

describe("serve", () => {
  it.each([
    [{ port: "x" }, "--port takes a number from 0 to 65535, found x"],
    [{ host: "a b" }, '--host takes a name or an address of this machine, found "a b"'],
    [{ "as-of": "soon", port: "0" }, 'cannot read "soon" as a date at --as-of; use YYYY-MM-DD'],
  ])("ends with 1 for %j", async (values, message) => {
    expect(await serveCommand.run({ positionals: [], values })).toEqual({ exitCode: 1, messages: [message] });
  });
  it("ends with 1 for a port that is taken, before it touches the folder that may be shown there", async () => {
    const out = join(folder, "taken");
    await using(async (address) => {
      const { port } = new URL(address);
      expect(await serveCommand.run({ positionals: [], values: { port, out } })).toEqual({ exitCode: 1, messages: [`port ${port} is in use; choose another with --port`] });
    });
    expect(existsSync(out)).toBe(false);
  });
  it("takes the options of build that say nothing of where the site will be, and where to be heard", () => {
    expect(Object.keys(serveCommand.options).sort()).toEqual(["as-of", "force", "host", "out", "port", "title"]);
  });
});
