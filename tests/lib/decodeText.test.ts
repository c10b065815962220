import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/lib/decodeText.js";

const TEXT = "é 田 👩";
const bigEndian = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, small end first", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16, large end first", bigEndian(`\ufeff${TEXT}`)],
  ])("reads %s, and leaves the mark out", (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: TEXT });
  });

  it.each([
    ["Latin-1", Buffer.from("caf\u00e9", "latin1")],
    ["Windows-1252 quotation marks", Uint8Array.of(0x93, 0x41, 0x94)],
    ["a character cut in half", Buffer.from("é").subarray(0, 1)],
    ["an overlong form", Uint8Array.of(0xc0, 0xaf)],
    ["a surrogate in UTF-8", Uint8Array.of(0xed, 0xa0, 0x80)],
    ["half a pair in UTF-16", Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
    ["half a code unit in UTF-16", Uint8Array.of(0xff, 0xfe, 0x41)],
  ])("refuses %s", (_, bytes) => expect(decodeText(bytes)).toEqual({ ok: false }));

  it("reads nothing as nothing", () => expect(decodeText(new Uint8Array())).toEqual({ ok: true, text: "" }));
});
