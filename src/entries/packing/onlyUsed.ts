import type { Plugin } from "vite";

const WHOLE = /import React from (["'])react\1/;

/** Where a library takes React as one object, all of it stays in the file, used or not. By its names only the used ones do. */
export function withNames(code: string): string {
  if (!WHOLE.test(code)) throw new Error("zustand takes React in another way now");
  return code.replace(WHOLE, (_, sign: string) => `import * as React from ${sign}react${sign}`);
}

export const onlyUsed: Plugin = {
  name: "only-used",
  transform: (code, id) => (id.endsWith("/zustand/esm/react.mjs") ? { code: withNames(code), map: null } : null),
};
