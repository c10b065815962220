import { canFreeze, type Kind } from "./snippets.js";

export interface OpenKind {
  readonly kind: Kind;
  /** The one that was open until it could not be frozen; null where none has been replaced. */
  readonly before: Kind | null;
}

/** What stands in for a kind that cannot be frozen: it needs no tools either. */
const STAND_IN: Kind = "element";

/** So that there is something to copy: a kind that can be frozen while that is asked for, the former one again afterwards. */
export function settleKind({ kind, before }: OpenKind, frozen: boolean): OpenKind {
  if (frozen) return canFreeze(kind) ? { kind, before } : { kind: STAND_IN, before: kind };
  return { kind: before ?? kind, before: null };
}
