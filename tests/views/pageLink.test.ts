import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_FILTERS, type Filters } from "../../src/model/select.js";
import { parseQuery } from "../../src/state/urlCodec.js";
import { linkQuery, withQuery } from "../../src/views/pageLink.js";
import { RUNS } from "../support/careers.js";

describe("withQuery", () => {
  it.each([
    ["../", "../?at=a"],
    ["/career/", "/career/?at=a"],
    ["career.html", "career.html?at=a"],
    ["https://me.example", "https://me.example?at=a"],
    ["https://me.example/cv?lang=en", "https://me.example/cv?lang=en&at=a"],
    ["?page=cv", "?page=cv&at=a"],
    ["/cv#work", "/cv?at=a#work"],
    ["#work", "?at=a#work"],
    ["/cv?lang=en&x=#work", "/cv?lang=en&x=&at=a#work"],
    ["/app#/cv?tab=2", "/app?at=a#/cv?tab=2"],
    ["/cv?next=/?a#b#c", "/cv?next=/?a&at=a#b#c"],
    ["/$&$1", "/$&$1?at=a"],
  ])("%s: %s", (href, link) => {
    expect(withQuery(href, "at=a")).toBe(link);
    expect(withQuery(href, "")).toBe(href);
  });

  it("leads where the address leads, with the owner's words first and ours as they are", () => {
    const part = fc.stringMatching(/^[a-z/=&.%?#-]{0,8}$/);
    fc.assert(fc.property(part, part, (path, more) => {
      const href = `https://me.example/${path}${more}`;
      const [before, after] = [new URL(href), new URL(withQuery(href, "at=live%20event&q=%23%26"))];
      expect([after.origin, after.pathname, after.hash]).toEqual([before.origin, before.pathname, before.hash]);
      expect([...after.searchParams]).toEqual([...before.searchParams, ["at", "live event"], ["q", "#&"]]);
    }), { numRuns: RUNS });
  });
});

describe("linkQuery", () => {
  const filters: Filters = { domains: ["a,b", "c"], skills: ["c#"], organizations: ["x&y"], text: "go team+", hasNumber: true, hasLink: true, period: { from: "2020", to: "2021-05" } };

  it("is read by the whole page as what is shown", () => {
    expect(parseQuery(linkQuery(filters, "live event")).view).toMatchObject({ filters, at: "live event" });
    expect(parseQuery(linkQuery({ ...NO_FILTERS, period: { from: null, to: "2021" } }, null)).view).toMatchObject({ filters: { ...NO_FILTERS, period: { from: null, to: "2021" } }, at: null });
    expect(linkQuery(NO_FILTERS, null)).toBe("");
  });

  it("takes any text, half pairs too", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.constantFrom("", "\ud800", "\udc00x"), (text, half) => {
      const query = linkQuery({ ...NO_FILTERS, text: text + half }, text + half);
      expect(parseQuery(query).view.filters.text).toBe((text + half).replace(/\p{Surrogate}/gu, "\ufffd"));
    }), { numRuns: RUNS });
  });
});
