import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { galleryFiles } from "./page.js";

/* npm run gallery [-- --port N]: every state of every chart on one page. */

const ROOT = join(import.meta.dirname, "../..");
const OUT = join(ROOT, "dist/gallery");
const STYLES = ["src/charts/theme.css", "src/charts/forcedColors.css", "src/views/timeline.css", "src/views/exploring.css", "src/views/live.css", "src/views/explore/explore.css", "src/views/embed.css", "src/app/page.css"];

const { values } = parseArgs({ options: { port: { type: "string", default: "4174" } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number from 0 to 65535, found ${values.port}`);
  process.exit(1);
}

const css = await Promise.all(STYLES.map((path) => readFile(join(ROOT, path), "utf8")));
await rm(OUT, { recursive: true, force: true });
await mkdir(join(OUT, "cases"), { recursive: true });
await cp(join(ROOT, "public/fonts"), join(OUT, "fonts"), { recursive: true });
for (const { name, text } of galleryFiles(css.join("\n"))) await writeFile(join(OUT, name), text);

const files = sirv(OUT, { dev: true });
const server = createServer((request, response) => files(request, response, () => void response.writeHead(404).end()));
server.once("error", (error: NodeJS.ErrnoException) => {
  console.error(error.code === "EADDRINUSE" ? `port ${port} is in use; choose another with --port` : error.message);
  process.exit(1);
});
server.listen(port, () => {
  const address = server.address();
  process.stdout.write(`http://localhost:${typeof address === "object" && address ? address.port : port}/\n`);
});
