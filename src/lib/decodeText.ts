/** In every browser and in Node, though neither JavaScript's own library nor this layer's compiler knows it. */
declare const TextDecoder: new (encoding: string, options: { readonly fatal: boolean }) => { readonly decode: (bytes: Uint8Array) => string };

export type DecodedText = { readonly ok: true; readonly text: string } | { readonly ok: false };

/** Which end of UTF-16 the first two bytes announce; null for none. */
export const utf16Of = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => (bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null);

/**
 * The text of a file: UTF-16 where its first two bytes say so, else UTF-8. A mark at the beginning is no part of the text.
 * @returns not ok where the bytes are no such text: another encoding, or half of a character. Nothing is put in its place.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    return { ok: true, text: new TextDecoder(utf16Of(bytes) ?? "utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false };
  }
}
