import { inflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** What is painted at a place of the window, as "red,green,blue", each 0 to 255. */
export async function colourAt(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<string> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 }, scale: "css" });
  // One pixel is one line: a filter byte, which for the first line of a picture changes nothing in the first pixel, then the colours.
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return [...inflateSync(Buffer.concat(data)).subarray(1, 4)].join(",");
}
