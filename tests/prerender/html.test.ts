import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeScript, escapeText, metaName, metaPolicy, metaProperty } from "../../src/prerender/html.js";
import { RUNS } from "../support/careers.js";

describe("escapeText", () => {
  it("leaves no sign that could end a text or an attribute", () => {
    expect(escapeText('<a href="x">&amp;')).toBe("&lt;a href=&quot;x&quot;&gt;&amp;amp;");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"]/.test(escapeText(text))), { numRuns: RUNS });
  });
});

describe("escapeScript", () => {
  it("is JSON that ends no script and no line, and reads back the same", () => {
    const value = { text: "</script><!-- \u2028\u2029 & 'x'" };
    expect(escapeScript(value)).toBe('{"text":"\\u003c/script>\\u003c!-- \\u2028\\u2029 & \'x\'"}');
    fc.assert(fc.property(fc.json(), (json) => {
      const text = escapeScript(JSON.parse(json));
      expect(text).not.toMatch(/[<\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(json));
    }), { numRuns: RUNS });
  });
});

it("writes meta tags with what they say escaped", () => {
  expect(metaName("description", 'a "b"')).toBe('<meta name="description" content="a &quot;b&quot;">');
  expect(metaProperty("og:title", "<b>")).toBe('<meta property="og:title" content="&lt;b&gt;">');
  expect(metaPolicy("default-src 'none'")).toBe(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`);
});
