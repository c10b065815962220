import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withNames } from "../../../src/entries/packing/onlyUsed.js";

describe("withNames", () => {
  it("takes React by its names in the library that took it whole", () => {
    expect(withNames(readFileSync("node_modules/zustand/esm/react.mjs", "utf8"))).toMatch(/^import \* as React from 'react';\n/);
    expect(() => withNames("import { useState } from 'react'")).toThrow(/another way/);
  });
});
