import { createServer, type Server } from "node:http";
import { dirname } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { CONTENT_SECURITY_POLICY } from "../../prerender/policy.js";
import { fail, type Command } from "../command.js";
import { buildSite } from "./build.js";

const PORT = 4173;

export const serveCommand: Command = {
  name: "serve",
  usage: "[FILE] [--port N] [--as-of YYYY-MM-DD]",
  summary: "Build the site from FILE (the first career if none is given) and show it on this machine",
  options: { port: { type: "string" }, "as-of": { type: "string" }, out: { type: "string", short: "o" } },
  run: async ({ positionals, values }) => {
    const port = values["port"] === undefined ? PORT : Number(values["port"]);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail(`--port takes a number from 0 to 65535, found ${String(values["port"])}`);
    if (positionals.length > 1) return fail(`serve takes one file, got ${positionals.length}`);
    const out = typeof values["out"] === "string" ? values["out"] : "dist/site";
    const built = await buildSite(positionals[0] ?? "data/career.json", out, typeof values["as-of"] === "string" ? values["as-of"] : undefined);
    if (built.exitCode !== 0 || typeof built.data !== "string") return built;
    try {
      const address = await listen(dirname(built.data), port);
      return { exitCode: 0, data: address, messages: [...built.messages, "Showing the career at:"] };
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return fail(`port ${port} is in use; choose another with --port`);
      throw error;
    }
  },
};

/** Serves a folder with the headers a host would send. The open server keeps the process running. @returns its address */
export async function listen(folder: string, port: number): Promise<string> {
  const files = sirv(folder, {
    // A rebuilt site must show at once; only files named by their content may be kept.
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "no-referrer");
      response.setHeader("Cache-Control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const compress = compression();
  const server: Server = createServer((request, response) => {
    // Both are middleware in Express's form, whose types say more than they use.
    compress(request as never, response as never, () => files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("There is no such page here.\n");
    }));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, resolve));
  const address = server.address();
  return `http://localhost:${typeof address === "object" && address !== null ? address.port : port}/`;
}
