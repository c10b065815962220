import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { headersOf } from "../../prerender/siteHeaders.js";
import { fail, type Command } from "../command.js";
import { buildSite, readSiteOptions } from "./build.js";

const PORT = 4173;
/** This machine only: a career that is being written is nobody else's to see. */
const HOST = "localhost";
/** All addresses of this machine, IPv4 and IPv6: no place to go to. */
const ANY_HOST = new Set(["0.0.0.0", "::"]);

export const serveCommand: Command = {
  name: "serve",
  usage: "[FILE] [--port N] [--host NAME] [--title TEXT] [--as-of YYYY-MM-DD] [-o DIR] [--force]",
  summary: "Build the site from FILE (the first career if none is given) and show it on this machine",
  options: { port: { type: "string" }, host: { type: "string" }, title: { type: "string" }, "as-of": { type: "string" }, out: { type: "string", short: "o" }, force: { type: "boolean" } },
  run: async ({ positionals, values, progress }) => {
    const port = values["port"] === undefined ? PORT : Number(values["port"]);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail(`--port takes a number from 0 to 65535, found ${String(values["port"])}`);
    if (positionals.length > 1) return fail(`serve takes one file, got ${positionals.length}`);
    const host = typeof values["host"] === "string" ? values["host"] : HOST;
    if (!/^[\w.:-]+$/.test(host)) return fail(`--host takes a name or an address of this machine, found "${host}"`);
    const out = typeof values["out"] === "string" ? values["out"] : folderFor(host, port);
    try {
      // Before anything is written: whoever has the port may be showing the folder that would be renewed.
      await probe(port, host);
      const built = await buildSite(positionals[0] ?? "data/career.json", out, { ...readSiteOptions(values), address: { url: null, base: "/" } }, progress);
      if (built.exitCode !== 0 || typeof built.data !== "string") return built;
      const address = await listen(dirname(built.data), port, host);
      return { exitCode: 0, data: address, messages: [...built.messages, "Showing the career at:"] };
    } catch (error) {
      const problem = describeListenError(error, port, host);
      if (problem === null) throw error;
      return fail(problem);
    }
  },
};

/** One for each address, so that two careers can be shown beside each other; a port that is still to be found is one's own. */
const folderFor = (host: string, port: number): string =>
  ["dist/site", ...(host === HOST ? [] : [host.replaceAll(":", "_")]), ...(port === PORT ? [] : [port === 0 ? process.pid : port])].join("-");

/** Throws as `listen` would. */
async function probe(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  await new Promise((closed) => server.close(closed));
}

function describeListenError(error: unknown, port: number, host: string): string | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `port ${port} is in use; choose another with --port`;
  if (code === "EACCES") return `port ${port} may not be used; choose another with --port`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") return `${host} is no address of this machine; leave --host out, or use 0.0.0.0 for all of them`;
  return null;
}

/**
 * Serves a folder with the headers a host would send. The open server keeps the process running.
 * @param port 0 takes any that is free
 * @param host a name or an address of this machine
 * @returns its address
 */
export async function listen(folder: string, port: number, host = HOST): Promise<string> {
  const files = sirv(folder, {
    // A rebuilt site must show at once; what may be kept says so by itself.
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader("Cache-Control", "no-cache");
      setHeaders(response, path);
    },
  });
  const notFound = await readFile(join(folder, "404.html")).catch(() => null);
  const compress = compression();
  const server: Server = createServer((request, response) => {
    const place = placeOfFolder(folder, request);
    if (place !== null) return void response.writeHead(301, { Location: place }).end();
    // Both are middleware in Express's form, whose types say more than they use.
    compress(request as never, response as never, () => files(request, response, () => {
      setHeaders(response, "/404.html");
      response.writeHead(404, { "Content-Type": `text/${notFound ? "html" : "plain"}; charset=utf-8` }).end(notFound ?? "There is no such page here.\n");
    }));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const address = server.address();
  const name = ANY_HOST.has(host) ? HOST : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${typeof address === "object" && address !== null ? address.port : port}/`;
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of headersOf(path.replace(/^\//, ""))) response.setHeader(name, value);
}

/** A page in a folder is shown under the folder's name with a slash, as on any host: what it refers to is relative. */
function placeOfFolder(folder: string, { url = "/" }: IncomingMessage): string | null {
  const [, path = "", query = ""] = /^([^?]*)(.*)$/s.exec(url) ?? [];
  const parts = path.split("/").filter(Boolean);
  if (path.endsWith("/") || parts.length === 0) return null;
  // Segments only, so that neither ".." nor a first "//" leads to another place.
  if (parts.some((part) => /^\.|[/\\:\0]/.test(tryDecode(part)))) return null;
  return existsSync(join(folder, ...parts.map(tryDecode), "index.html")) ? `/${parts.join("/")}/${query}` : null;
}

function tryDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
