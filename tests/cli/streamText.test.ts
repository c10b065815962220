import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { streamText } from "../../src/cli/streamText.js";

const folder = mkdtempSync(join(tmpdir(), "career-stream-"));

async function read(bytes: Uint8Array): Promise<{ readonly text: string; readonly pieces: number }> {
  const file = join(folder, "file");
  writeFileSync(file, bytes);
  const pieces: string[] = [];
  expect(await streamText(file, (piece) => pieces.push(piece))).toBeNull();
  return { text: pieces.join(""), pieces: pieces.length };
}

describe("streamText", () => {
  it.each([["nothing", ""], ["a letter", "a"], ["letters of many bytes", "é付🎉"]])("reads %s", async (_, text) => {
    expect((await read(Buffer.from(text))).text).toBe(text);
  });
  it("hands out a large file in pieces, and no letter in two", async () => {
    const { text, pieces } = await read(Buffer.from(`x${"付".repeat(100_000)}`));
    expect(text).toBe(`x${"付".repeat(100_000)}`);
    expect(pieces).toBeGreaterThan(2);
  });
  it("reads UTF-16 by its mark, and puts a sign for what is no letter", async () => {
    const little = Buffer.from("\ufeffa付", "utf16le");
    expect((await read(little)).text).toBe("a付");
    expect((await read(Buffer.from(little).swap16())).text).toBe("a付");
    expect((await read(Uint8Array.of(0x61, 0xe9, 0x62))).text).toBe("a\ufffdb");
    expect((await read(Uint8Array.of(0xc3))).text).toBe("\ufffd");
  });
  it("says in a sentence what cannot be read", async () => {
    expect(await streamText(join(folder, "none"), () => undefined)).toBe(`there is no file ${join(folder, "none")}`);
    expect(await streamText(folder, () => undefined)).toBe(`${folder} is a folder, not a file`);
  });
});
