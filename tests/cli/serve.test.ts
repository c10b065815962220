import { mkdtempSync, writeFileSync } from "node:fs";
import { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { listen, serveCommand } from "../../src/cli/commands/serve.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "career-serve-"));
  writeFileSync(join(folder, "index.html"), "<p>here</p>");
});

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

describe("serve", () => {
  it.each([
    [{ port: "x" }, "--port takes a number from 0 to 65535, found x"],
    [{ host: "a b" }, '--host takes a name or an address of this machine, found "a b"'],
    [{ "as-of": "soon" }, 'cannot read "soon" as a date at --as-of; use YYYY-MM-DD'],
  ])("ends with 1 for %j", async (values, message) => {
    expect(await serveCommand.run({ positionals: [], values })).toEqual({ exitCode: 1, messages: [message] });
  });
  it("takes the options of build, and where to be heard", () => {
    expect(Object.keys(serveCommand.options).sort()).toEqual(["as-of", "force", "host", "out", "port"]);
  });
});
