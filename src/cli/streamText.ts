import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { describeReadError } from "./readText.js";

/**
 * Hands out a text file piece by piece, of any size; "-" is stdin. UTF-8, or UTF-16 where its mark says so. Bytes that are
 * no character stand as U+FFFD: one of them in a million lines is no reason to read none.
 * @returns null, or a sentence where it cannot be read
 */
export async function streamText(path: string, take: (text: string) => void): Promise<string | null> {
  let decoder: TextDecoder | null = null;
  let begun: Uint8Array = new Uint8Array();
  try {
    if (path !== "-" && (await stat(path)).isDirectory()) return `${path} is a folder, not a file`;
    const stream: AsyncIterable<Uint8Array> = path === "-" ? process.stdin : createReadStream(path);
    for await (const chunk of stream) {
      if (decoder === null) {
        begun = Buffer.concat([begun, chunk]);
        if (begun.length < 2) continue;
        decoder = decoderFor(begun);
        take(decoder.decode(begun, { stream: true }));
      } else take(decoder.decode(chunk, { stream: true }));
    }
  } catch (error) {
    return describeReadError(path, error);
  }
  take(decoder === null ? new TextDecoder().decode(begun) : decoder.decode());
  return null;
}

/** The mark itself is left out by the decoder. */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  return new TextDecoder(first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8");
}
