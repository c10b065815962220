import { describe, expect, it } from "vitest";
import { settleKind } from "../../../src/app/embed/openKind.js";

describe("settleKind", () => {
  it("leaves alone what can be frozen, and what need not be", () => {
    for (const frozen of [true, false]) expect(settleKind({ kind: "react", before: null }, frozen)).toEqual({ kind: "react", before: null });
    expect(settleKind({ kind: "auto", before: null }, false)).toEqual({ kind: "auto", before: null });
  });

  it.each(["auto", "frame", "card", "image", "wordpress", "oembed"] as const)("has the element for %s while frozen, also when asked twice, and it again afterwards", (kind) => {
    const frozen = settleKind(settleKind({ kind, before: null }, true), true);
    expect(frozen).toEqual({ kind: "element", before: kind });
    expect(settleKind(frozen, false)).toEqual({ kind, before: null });
  });
});
