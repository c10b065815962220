import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import type { AchievementDocument, CareerDocument } from "../../src/model/document.js";
import { createSearch, foldText, MAX_TEXT } from "../../src/model/search.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { AS_OF, exampleCareer } from "./example.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);

function searchIn(achievements: readonly Partial<AchievementDocument>[], rest: Partial<CareerDocument> = {}): (text: string) => string[] {
  const document = makeDocument({
    domains: [], skills: [],
    roles: [makeRole({ organization: "Acme", title: "Engineer", achievements: achievements.map((achievement, n) => makeAchievement({ id: `n${n}`, title: "x", domains: [], skills: [], ...achievement })) })],
    ...rest,
  });
  const search = createSearch(createCareer(document, AS_OF));
  return (text) => [...search(text)];
}
const oneText = (text: string): ((query: string) => boolean) => {
  const search = searchIn([{ text }]);
  return (query) => search(query).length === 1;
};
const example = createSearch(exampleCareer);

describe("createSearch", () => {
  it.each([
    ["title", "interface", ["payment-interface"]],
    ["text", "automated", ["invoices"]],
    ["skill", "temporal", ["invoices", "workflows"]],
    ["skill alias", "golang", ["template", "user-cache", "workflows", "guidelines"]],
    ["field", "apis", ["template", "guidelines"]],
    ["organization", "17live", ["live-event", "template", "user-cache", "billing"]],
    ["role title", "lead", ["order-flow", "invoices", "workflows", "payment-interface", "guidelines"]],
    ["figure", "3m users", ["live-event"]],
    ["what a figure measures", "integration time", ["payment-interface"]],
    ["terms across fields", "redis senior", ["live-event", "user-cache"]],
    ["terms in any order", "carousell go first", ["workflows"]],
    ["one term missing", "redis temporal", []],
  ])("finds by %s", (_, text, expected) => {
    expect([...example(text)]).toEqual(expected);
  });

  it("finds all by nothing", () => {
    for (const text of ["", " ", "\n\t"]) expect(example(text).size).toBe(9);
  });

  it.each([
    ["prefix", "microservices on go", "micro", true],
    ["inside a word, if long", "microservices", "service", true],
    ["short terms only at the start", "integrate", "rate", false],
    ["case", "Redis", "rEDIS", true],
    ["accents in the text", "Café société", "cafe societe", true],
    ["accents in the term", "cafe", "café", true],
    ["letters that do not come apart", "Straße, Øresund, Łódź", "strasse oresund lodz", true],
    ["Turkish i", "İstanbul Işık", "istanbul isik", true],
    ["full width", "ＡＰＩ", "api", true],
    ["Chinese, inside", "重构支付接口", "支付", true],
    ["Chinese, absent", "重构支付接口", "订单", false],
    ["Japanese", "決済プラットフォーム", "プラット", true],
    ["Korean", "결제 시스템", "결제", true],
    ["Arabic, inside and without vowel signs", "نظام المَدفوعات", "مدفوعات", true],
    ["Hebrew, inside and without points", "בַּתשלומים", "תשלומים", true],
    ["Greek final sigma", "κώδικας", "ΚΩΔΙΚΑΣ", true],
    ["Cyrillic prefix", "платежи", "плат", true],
    ["Devanagari keeps its vowels", "भुगतान", "भुगतान", true],
    ["C++ is not C", "Wrote C and Rust", "c++", false],
    ["C++", "Wrote C++", "c++", true],
    ["hyphen and blank are one", "load-test", "load test", true],
    ["percent sign", "cut by 75%", "%", true],
    ["a sign that is not there", "cut by 75", "%", false],
    ["emoji", "launched 🚀", "🚀", true],
  ])("%s", (_, text, query, expected) => {
    expect(oneText(text)(query)).toBe(expected);
  });

  it.each([
    ["left out", "paments"], ["left out at the start", "ayments"], ["left out at the end", "payment"],
    ["too many", "payyments"], ["too many at the start", "xpayments"], ["too many at the end", "paymentsx"],
    ["changed", "paynents"], ["changed at the start", "oayments"], ["changed at the end", "paymentz"],
    ["swapped", "paymetns"], ["swapped at the start", "apyments"], ["swapped at the end", "paymenst"],
    ["in a prefix", "paymne"],
  ])("forgives one letter %s", (_, query) => {
    expect(oneText("all payments")(query)).toBe(true);
  });

  it.each([["two letters changed", "pagnents"], ["three letters are too few", "pai"], ["a digit is no letter", "2023"], ["inside a word", "ymetns"], ["a short beginning", "paim"]])("does not forgive: %s", (_, query) => {
    expect(oneText("payments 2022")(query)).toBe(false);
  });

  it("forgives in other alphabets", () => {
    expect(oneText("платежи")("плтежи")).toBe(true);
    expect(oneText("תשלומים")("תשלמים")).toBe(true);
  });

  it("takes a term at its word where it is found as typed", () => {
    expect(searchIn([{ text: "load tests" }, { text: "led the lead team" }])("lead")).toEqual(["n1"]);
    expect(searchIn([{ text: "load tests" }])("lead")).toEqual(["n0"]);
  });

  it("forgives any one typo in any word that is in no other form there", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 5, maxLength: 12 });
    const letter = fc.constantFrom(..."stuvw");
    fc.assert(fc.property(word, letter, fc.nat(), fc.constantFrom("insert", "delete", "change", "swap"), (right, other, n, how) => {
      const at = n % (right.length - 1);
      const [before, a, b, after] = [right.slice(0, at), right[at], right[at + 1], right.slice(at + 2)];
      const wrong = { insert: `${before}${a}${other}${b}${after}`, delete: `${before}${b}${after}`, change: `${before}${other}${b}${after}`, swap: `${before}${b}${a}${after}` }[how];
      expect(oneText(right)(wrong)).toBe(true);
    }), { numRuns });
  });

  it("finds every word of the career that it was built from", () => {
    for (const achievement of exampleCareer.achievements) {
      for (const word of achievement.text.split(" ")) expect(example(word).has(achievement.id)).toBe(true);
    }
  });

  it.each([".*", "(", "[a-z", "\\", "a{99999}", "(a+)+$", "^", "$&", "eexxaacctt", "\"go\"", "-go", "__proto__", "constructor", "\u0000", "\ud800", "ꟿ"])("takes %j literally", (text) => {
    expect(() => example(text)).not.toThrow();
    expect([...oneTextOf("nothing of the kind")(text)]).toEqual([]);
  });

  it("never throws, and finds a part of all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      for (const id of example(text)) expect(exampleCareer.achievements.some((achievement) => achievement.id === id)).toBe(true);
    }), { numRuns });
  });

  it("reads the beginning of a long text only", () => {
    expect(example(`${"redis ".repeat(40)}temporal`).size).toBe(2);
    expect("redis ".repeat(40).length).toBeGreaterThan(MAX_TEXT);
  });

  it.each([["letters", "a".repeat(100_000)], ["words", "ab ".repeat(33_000)], ["marks", "\u0301\u0323".repeat(50_000)], ["hostile", "(a+)+".repeat(20_000)], ["plus signs", "c" + "+".repeat(99_999)]])(
    "bears 100 kB of %s, typed and stored", (_, text) => {
      expect(() => example(text)).not.toThrow();
      expect(searchIn([{ text }])("zebra")).toEqual([]);
    });
});

const oneTextOf = (text: string): ((query: string) => string[]) => searchIn([{ text }]);

describe("foldText", () => {
  it("is the same twice", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }), { numRuns });
  });
  it("does not sort long runs of marks", () => {
    expect(foldText("\u0f71\u0f72".repeat(100)).length).toBeLessThanOrEqual(16);
  });
});
