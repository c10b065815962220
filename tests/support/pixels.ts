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

/** Steps of 255 by which a channel must differ: slanted edges are smoothed otherwise where they lie in another tile of the page. */
const TELLABLE = 16;

/**
 * How much of two pictures differs.
 *
 * @param page any page without a policy; nothing is left in it
 * @param first, second PNG files
 * @returns share of the pixels that differ by more than 16 of 255 in any channel, 0 to 1; 1 where the sizes differ
 */
export async function pixelDifference(page: Page, first: Buffer, second: Buffer): Promise<number> {
  if (first.equals(second)) return 0;
  return page.evaluate(async ({ pictures, tellable }) => {
    const [one, other] = await Promise.all(pictures.map(async (text) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      canvas?.drawImage(bitmap, 0, 0);
      return canvas?.getImageData(0, 0, bitmap.width, bitmap.height);
    }));
    if (!one || !other || one.width !== other.width || one.height !== other.height) return 1;
    let differing = 0;
    for (let i = 0; i < one.data.length; i += 4) {
      if ([0, 1, 2, 3].some((channel) => Math.abs((one.data[i + channel] ?? 0) - (other.data[i + channel] ?? 0)) > tellable)) differing++;
    }
    return differing / (one.width * one.height);
  }, { pictures: [first.toString("base64"), second.toString("base64")], tellable: TELLABLE });
}
