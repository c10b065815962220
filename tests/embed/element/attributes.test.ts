import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ATTRIBUTES, pageAddress, propertyOf, queryOfAttributes, VIEW_ATTRIBUTES, withAttributes } from "../../../src/embed/element/attributes.js";
import { formatQuery, parseQuery } from "../../../src/state/urlCodec.js";
import { firstCareer, RUNS } from "../../support/careers.js";
import { HOSTILE } from "../../support/hostile.js";

const from = (attributes: Readonly<Record<string, string>>) => (name: string): string | null => attributes[name] ?? null;
const viewOf = (query: string) => parseQuery(query, firstCareer).view;

describe("attributes", () => {
  it("are called what the parameters are called, and properties what attributes are called", () => {
    // Every word of the codec but those for the page's own list, its version and its order.
    for (const name of VIEW_ATTRIBUTES) expect(parseQuery(`?${name}=zzz`).unknown, name).toBe("");
    expect(ATTRIBUTES.map(propertyOf)).toEqual([...VIEW_ATTRIBUTES, "src", "chrome", "page", "link", "loading", "asOf", "background"]);
  });

  it("say what a link with the same words says", () => {
    const attributes = { domain: "payments,scaling", skill: "go", org: "carousell", q: "a & b", has: "number", at: "payment-interface", from: "2022", to: "2024-06", theme: "dark" };
    expect(viewOf(queryOfAttributes(from(attributes)))).toEqual(viewOf("?domain=payments,scaling&skill=go&org=carousell&q=a+%26+b&has=number&at=payment-interface&from=2022&to=2024-06&theme=dark"));
    expect(viewOf(queryOfAttributes(from({ theme: "auto", at: "", domain: "nothing" })))).toEqual(viewOf(""));
    expect(queryOfAttributes(from({ src: "career.json", chrome: "full" }))).toBe("");
  });

  it("carry any text as it is", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom(...HOSTILE.filter((text) => text.length < 1000))), (text) => {
      const q = text.replace(/\p{Surrogate}/gu, "\ufffd");
      expect(parseQuery(queryOfAttributes(from({ q: text }))).view.filters.text).toBe(q);
    }), { numRuns: RUNS });
  });
});

describe("a changed attribute", () => {
  const now = formatQuery(viewOf("?domain=payments&skill=go&at=payment-interface&theme=dark"));
  it.each<readonly [readonly string[], Readonly<Record<string, string>>, string]>([
    [["domain"], { domain: "scaling" }, "?domain=scaling&skill=go&at=payment-interface&theme=dark"],
    [["domain"], {}, "?skill=go&at=payment-interface&theme=dark"],
    [["at"], { at: "billing-replacement", domain: "scaling" }, "?domain=payments&skill=go&at=billing-replacement&theme=dark"],
    [["at", "theme"], { at: "" }, "?domain=payments&skill=go"],
    [["src", "chrome"], { src: "x" }, now],
    // A named view is all filters at once.
    [["view"], { view: "scaling" }, "?view=scaling&at=payment-interface&theme=dark"],
    [["view"], {}, "?at=payment-interface&theme=dark"],
    [["q"], { view: "scaling" }, "?view=scaling&at=payment-interface&theme=dark"],
    [["q"], { view: "scaling", q: "orders" }, "?q=orders&at=payment-interface&theme=dark"],
    [["at"], { view: "scaling" }, "?domain=payments&skill=go&theme=dark"],
  ])("%j of %j", (changed, attributes, query) => {
    expect(viewOf(withAttributes(now, changed, from(attributes)))).toEqual(viewOf(query));
  });
});

describe("pageAddress", () => {
  it.each([
    [null, null], ["", null], ["../cv/", "https://host.example/cv/"], ["https://me.example/?a=1", "https://me.example/?a=1"], ["//me.example", "https://me.example/"],
    ["javascript:alert(1)", null], ["data:text/html,x", null], ["http://[", null], ["mailto:a@b.example", null],
  ])("%s: %s", (page, address) => {
    expect(pageAddress(page, "https://host.example/blog/post")).toBe(address);
  });
});
