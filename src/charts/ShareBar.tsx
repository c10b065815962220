import type { ReactNode } from "react";
import { px } from "./paths.js";

/** A part of its whole: the bar's full length is the whole. @param share 0…1 */
export function ShareBar({ share }: { readonly share: number }): ReactNode {
  return (
    <svg className="share" height="14" aria-hidden="true">
      <rect className="whole" width="100%" height="14" />
      <rect className="part" width={`${px(share * 100)}%`} height="14" />
    </svg>
  );
}
