import { describe, expect, it } from "vitest";
import { element, escapeXml, unescapeXml } from "../../../src/prerender/card/markup.js";
import { HOSTILE } from "../../support/hostile.js";

describe("element", () => {
  it("escapes attributes, rounds numbers, leaves out what is not there", () => {
    expect(element("a", { b: "\"<&>'", c: 1.26, d: null, e: undefined, f: 0 })).toBe('<a b="&quot;&lt;&amp;&gt;&#39;" c="1.3" f="0"/>');
  });
  it("holds its content", () => {
    expect(element("g", {}, element("h", {}))).toBe("<g><h/></g>");
  });
});

describe("escapeXml", () => {
  it("leaves no sign of markup, and can be undone", () => {
    for (const text of HOSTILE) {
      expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      expect(unescapeXml(escapeXml(text))).toBe(text);
    }
  });
});
