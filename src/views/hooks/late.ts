import { useEffect, useState } from "react";
import { askingAgain } from "./untilHere.js";

/** A piece of the page whose code follows the first picture. */
export interface Late<T extends object> {
  /** Fetches it; again where it did not come. */
  readonly load: () => Promise<void>;
  /** What has come, or null. */
  readonly loaded: () => T | null;
}

export function createLate<Module, T extends object>(fetch: () => Promise<Module>, pick: (module: Module) => T): Late<T> {
  const ask = askingAgain(fetch);
  let here: T | null = null;
  return {
    load: async () => {
      here ??= pick(await ask());
    },
    loaded: () => here,
  };
}

/**
 * Fetches what is late as soon as the page stands, before anybody can have asked for it: then it is drawn with the press
 * that asks. Asking again tries again where it did not come.
 *
 * @param late null where there is nothing to fetch
 * @returns what has come, or null; and whether it was fetched in vain
 */
export function useLate<T extends object>(late: Late<T> | null, wanted: boolean): readonly [loaded: T | null, failed: boolean] {
  const [state, setState] = useState<"waiting" | "here" | "failed">("waiting");
  useEffect(() => {
    if (!late || late.loaded()) return;
    let current = true;
    late.load().then(
      () => current && setState("here"),
      () => current && setState("failed"),
    );
    return () => {
      current = false;
    };
  }, [late, wanted]);
  return [late?.loaded() ?? null, state === "failed"];
}
