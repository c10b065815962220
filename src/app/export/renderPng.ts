import { paintPicture } from "./paintPicture.js";
import type { Picture } from "./picture.js";

/** Resolves when what the picture is set in has arrived, or will not. */
export async function fontsOf({ fontFamily, marks }: Picture): Promise<void> {
  const weights = new Set(marks.flatMap((mark) => (mark.kind === "text" ? mark.runs.map(({ weight }) => weight) : [])));
  await Promise.allSettled([...weights].map((weight) => document.fonts.load(`${weight} 16px ${fontFamily}`)));
}

/**
 * A picture as PNG.
 * @param scale 1, 2 or 3 px for one of the picture
 * @returns null where the browser has no room for so large a picture
 */
export async function renderPng(picture: Picture, scale: number, ground: string | null): Promise<Blob | null> {
  await fontsOf(picture);
  const canvas = document.createElement("canvas");
  paintPicture(canvas, picture, scale, ground);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
