import { describe, expect, it } from "vitest";
import { slugOf } from "../../src/lib/slug.js";

describe("slugOf", () => {
  it.each([
    ["Acme Payments Ltd.", "acme-payments-ltd"],
    ["  R&D / Labs  ", "r-d-labs"],
    ["株式会社ガンマ", "株式会社ガンマ"],
    ["Zoe\u0308", "zoë"],
    ["İzmir", "i̇zmir"],
    ["★", ""],
    ["", ""],
    ["Zoë \u2764\ufe0f\u200d\u{1f525}", "zoë"],
    ["\u0301-a", "a"],
  ])("%j is %j", (label, slug) => expect(slugOf(label)).toBe(slug));
});
