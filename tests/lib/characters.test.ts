import { describe, expect, it } from "vitest";
import { BIDI_CONTROL, LONE_SURROGATE, VISIBLE, withoutBidiControls } from "../../src/lib/characters.js";

describe("LONE_SURROGATE", () => {
  it.each([["\ud83d", true], ["a\udc69b", true], ["\udc69\ud83d", true], ["👩", false], ["é", false], ["", false]])("%j: %s", (text, lone) => expect(LONE_SURROGATE.test(text)).toBe(lone));
});

describe("bidi controls", () => {
  const ALL = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"];

  it.each(ALL)("%j is found and taken out, wherever it stands", (control) => {
    expect(BIDI_CONTROL.test(`a${control}b`)).toBe(true);
    expect(withoutBidiControls(`${control}a${control}${control}b${control}`)).toBe("ab");
  });
  it("are not the marks that letters of two directions need, nor the letters", () => {
    const text = "שלום\u200e abc\u200f العربية\u061c";
    expect(BIDI_CONTROL.test(text)).toBe(false);
    expect(withoutBidiControls(text)).toBe(text);
  });
});

describe("VISIBLE", () => {
  it.each(["a", "1", ".", "田", "ש", "👩", "e\u0301", "\u200ba", "(\u3164)"])("%j can be seen", (text) => expect(VISIBLE.test(text)).toBe(true));
  it.each(["", " ", "\u00a0", "\u200b", "\u3164", "\u115f", "\uffa0", "\u2800", "\u00ad", "\ufeff", "\u2060 \u200d", "\ufe0f", "\u202e", "\u0000"])("%j cannot", (text) => expect(VISIBLE.test(text)).toBe(false));
});
