import { describe, expect, it } from "vitest";
import { toRootId } from "../../../src/embed/react/useRootId.js";

describe("toRootId", () => {
  it("makes a name of whatever any React gives, another one for each", () => {
    const given = [":r1:", ":R1:", ":r11:", ":R1H2:", "«r2»", "«R2»", "_R_3_", "_r_3_"];
    const ids = given.map(toRootId);
    expect(ids.filter((id) => !/^[a-z][\w-]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(given.length);
  });
});
