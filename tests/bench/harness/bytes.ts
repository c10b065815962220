import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Browser } from "playwright-core";
import type { Bytes } from "./results.js";

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** What a visitor's browser loads until the page has drawn a small career: document, scripts, styles, fonts, each compressed by itself at its best. */
export async function measureBytes(browser: Browser, address: string, subject: string, limitMs: number): Promise<Bytes> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(limitMs);
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith(address) && !response.url().includes("/careers/") && response.ok()) bodies.push(response.body());
    });
    await page.goto(`${address}${subject}/bench.html`);
    await page.evaluate(async (url) => {
      await window.__bench?.ready;
      await window.__bench?.render(await (await fetch(url)).json());
    }, `${address}careers/20.json`);
    await page.waitForLoadState("networkidle");
    const files = await Promise.all(bodies);
    const sizes = await Promise.all(files.map(async (body) => ({
      raw: body.length,
      gzip: (await zip(body, { level: 9 })).length,
      brotli: (await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })).length,
    })));
    const sum = (key: "raw" | "gzip" | "brotli"): number => sizes.reduce((total, size) => total + size[key], 0);
    return { raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli"), files: files.length };
  } finally {
    await context.close();
  }
}
