import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
  ".woff2": "font/woff2", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
};

export interface StaticHost {
  /** Of the site, ending in "/". */
  readonly address: string;
  readonly close: () => void;
}

/** One block of a `_headers` file. */
interface Block {
  readonly path: string;
  readonly headers: (readonly [name: string, value: string])[];
}

/** Reads `_headers` as Netlify and Cloudflare Pages say they do: a path, then indented names and values. */
function parseHeaders(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of text.split("\n").filter((each) => each.trim() !== "" && !each.startsWith("#"))) {
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) blocks.push({ path: line, headers: [] });
    else blocks.at(-1)?.headers.push([name.toLowerCase(), value]);
  }
  return blocks;
}

/** Every rule that matches adds its headers; a header that is named twice has its values joined by a comma. */
function headersFor(blocks: readonly Block[], path: string): Map<string, string> {
  const sent = new Map<string, string>();
  for (const { path: pattern, headers } of blocks) {
    const [start = "", end] = pattern.split("*");
    const matches = end === undefined ? path === pattern : path.startsWith(start) && path.endsWith(end);
    if (matches) for (const [name, value] of headers) sent.set(name, sent.has(name) ? `${sent.get(name)}, ${value}` : value);
  }
  return sent;
}

/**
 * A host of static sites, strict where hosts differ: it sends what the site's own `_headers` asks for and nothing else,
 * looks for no other ending, and outside the site there is nothing.
 *
 * @param base path of the site on the host, "/" or "/some/deep/base/"
 * @param pages pages of the host's own, by path: what a site is embedded in
 */
export async function hostSite(folder: string, base = "/", pages: Readonly<Record<string, string>> = {}): Promise<StaticHost> {
  const rules = existsSync(join(folder, "_headers")) ? parseHeaders(readFileSync(join(folder, "_headers"), "utf8")) : [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const own = pages[pathname];
    if (own !== undefined) return void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(own);
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null;
    const path = inside === null ? null : join(folder, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
    if (path !== null && existsSync(path) && statSync(path).isFile()) return void response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
    const notFound = join(folder, "404.html");
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(existsSync(notFound) ? readFileSync(notFound) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const listening = server.address();
  return { address: `http://127.0.0.1:${typeof listening === "object" && listening !== null ? listening.port : 0}${base}`, close: () => (server.closeAllConnections(), server.close()) };
}
