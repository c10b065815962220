import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { buildSubjects } from "./build.js";
import { generateCareer } from "./generate.js";
import { BENCH, OURS, selectSubjects } from "./subjects.js";

/* npm run bench:serve [-- --port N]: builds our page and serves it alone; it waits for somebody to call window.__bench. */

const CAREER = /^\/careers\/(\d{1,6})\.json(?:\?seed=(\d{1,9}))?$/;

export const SEED = 20_250_101;

export interface Served {
  /** Ends in "/". */
  readonly address: string;
  close(): void;
}

/**
 * Ours at `bench.html`, all that are built at `<name>/bench.html`, and the careers at `careers/<size>.json`.
 *
 * @param port 0 takes a free one
 */
export function serveBench(port: number): Promise<Served> {
  const files = sirv(join(BENCH, "dist"), { dev: true });
  const ours = sirv(join(BENCH, "dist", OURS), { dev: true });
  const careers = new Map<string, string>();
  const server = createServer((request, response) => {
    const [path, size, seed] = CAREER.exec(request.url ?? "") ?? [];
    if (path === undefined) {
      if (request.url === "/") return void response.writeHead(302, { location: "/bench.html" }).end();
      files(request, response, () => ours(request, response, () => void response.writeHead(404).end()));
      return;
    }
    const text = careers.get(path) ?? JSON.stringify(generateCareer(Math.max(1, Number(size)), seed === undefined ? SEED : Number(seed)));
    careers.set(path, text);
    response.writeHead(200, { "content-type": "application/json" }).end(text);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      // A server that listens on a port has an address of this kind.
      const { port: actual } = server.address() as AddressInfo;
      resolve({ address: `http://127.0.0.1:${actual}/`, close: () => void server.close() });
    });
  });
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4175" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`--port takes a number from 0 to 65535, found ${values.port}`);
    process.exit(1);
  }
  const failed = await buildSubjects(selectSubjects([OURS]).filter(({ name }) => name === OURS));
  if (failed.size > 0) process.exit(1);
  const { address } = await serveBench(port);
  process.stdout.write(`${address}bench.html\n`);
}
