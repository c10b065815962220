import { useEffect, useRef, type ReactNode } from "react";
import { paintPicture } from "./paintPicture.js";
import { fontsOf } from "./renderPng.js";
import type { Picture } from "./picture.js";

export interface PicturePreviewProps {
  readonly picture: Picture;
  readonly transparent: boolean;
}

/** The very picture that will be saved, painted as its PNG is. */
export function PicturePreview({ picture, transparent }: PicturePreviewProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let current = true;
    const paint = (): void => {
      const sheet = canvas.current;
      // As many px as the screen has for it: one that is made smaller by the browser has letters with holes.
      if (current && sheet) paintPicture(sheet, picture, ((sheet.clientWidth || picture.width) * devicePixelRatio) / picture.width, transparent ? null : picture.ground);
    };
    void fontsOf(picture).then(paint);
    return () => {
      current = false;
    };
  }, [picture, transparent]);
  return <canvas ref={canvas} className={transparent ? "sheet clear" : "sheet"} role="img" aria-label={`Preview: ${picture.title}`} width={picture.width} height={picture.height} />;
}
