import type { ReactNode } from "react";
import { FIELD_SLOTS, shapeOfSlot, shapePath } from "../layout/nodeShape.js";

/** CSS class that sets a field's colours; those past the last slot, and "none", are neutral. */
export function slotClass(slot: number): string {
  return `s${slot < 0 || slot >= FIELD_SLOTS ? FIELD_SLOTS : slot}`;
}

/** A field's shape in its colour, beside its name: never instead of it. `open` as on the arc: dated only to the role. */
export function FieldGlyph({ slot, open = false }: { readonly slot: number; readonly open?: boolean }): ReactNode {
  return (
    <svg className={`glyph ${slotClass(slot)}${open ? " open" : ""}`} viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <path d={shapePath(shapeOfSlot(slot), open ? 5 : 6)} />
    </svg>
  );
}
