import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { decodeText, utf16Of } from "../lib/decodeText.js";

/** What became of reading: the text, or the reason why there is none. */
export type ReadText =
  | { readonly ok: true; readonly text: string; readonly utf16: boolean }
  | { readonly ok: false; readonly reason: "unreadable"; readonly message: string }
  | { readonly ok: false; readonly reason: "too-large" | "not-utf8" };

/**
 * Reads a text file; "-" is stdin. UTF-8, or UTF-16 where its mark says so.
 * @param mostBytes stops reading beyond it, so that no file and no pipe can fill the memory
 */
export async function readText(path: string, mostBytes: number): Promise<ReadText> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    if (path !== "-" && (await stat(path)).isDirectory()) return { ok: false, reason: "unreadable", message: `${path} is a folder, not a file` };
    const stream: AsyncIterable<Uint8Array> = path === "-" ? process.stdin : createReadStream(path);
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > mostBytes) return { ok: false, reason: "too-large" };
      chunks.push(chunk);
    }
  } catch (error) {
    return { ok: false, reason: "unreadable", message: describeReadError(path, error) };
  }
  const whole = Buffer.concat(chunks);
  const decoded = decodeText(whole);
  return decoded.ok ? { ...decoded, utf16: utf16Of(whole) !== null } : { ok: false, reason: "not-utf8" };
}

/** One sentence for whoever named the file. */
export function describeReadError(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return `there is no file ${path}`;
  if (code === "EACCES" || code === "EPERM") return `the file ${path} may not be read`;
  return `cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`;
}
