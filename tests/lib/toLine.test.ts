import { expect, it } from "vitest";
import { toLine } from "../../src/lib/toLine.js";

it("toLine takes controls and breaks for blanks, and takes out what turns words around", () => {
  expect(toLine(" a\u001b[31m\t\u2028b\u202e ")).toBe("a [31m b");
});
