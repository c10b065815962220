import type { Issue } from "../lib/result.js";
import type { CareerDocument } from "../model/document.js";
import { LONGEST_DOCUMENT, readDocumentText, TOO_MANY } from "../model/readDocument.js";

/** Why there is no career to draw. Stable words, for scripts. */
export type LoadFault =
  /** No address, no JSON inside, no property. */
  | "no-source"
  /** The address is none, or neither http nor https. */
  | "address"
  /** No answer that a page may read: offline, no such host, no CORS, forbidden by a policy. */
  | "network"
  | "not-found"
  /** Any other answer than "here it is". */
  | "http"
  | "timeout"
  | "too-large"
  | "encoding"
  /** A web page came instead. */
  | "html"
  /** It is sent as something else than JSON: a picture, a script. */
  | "type"
  /** Not JSON, or no career; the issues say where. */
  | "career"
  /** A career of more achievements or roles than an embed draws; the issue says how many. */
  | "too-many";

export type Loaded =
  | { readonly ok: true; readonly document: CareerDocument }
  | { readonly ok: false; readonly fault: LoadFault; readonly status?: number; readonly issues: readonly Issue[] };

/** Nothing has come for that long: it will not come. */
export const SILENCE_MS = 5000;

/** What JSON is sent as: also by hosts that take it for any text, or know no type for it. What says it is something else is not read. */
const SENT_AS = /json|^text\/plain|octet-stream|^$/i;

const fail = (fault: LoadFault, more: { readonly status?: number; readonly issues?: readonly Issue[] } = {}): Loaded => ({ ok: false, fault, issues: [], ...more });

/** JSON that stands in the page itself. Never throws. */
export function readCareerText(text: string): Loaded {
  const read = readDocumentText(text);
  if (read.ok) return { ok: true, document: read.value };
  if (read.issues.some(({ code }) => code === TOO_MANY)) return fail("too-many", { issues: read.issues });
  // What many servers send for a path that they do not have.
  return /^\s*</.test(text) ? fail("html") : fail("career", { issues: read.issues });
}

/**
 * Fetches a career: from anywhere that lets it, without cookies. Never throws.
 *
 * @param base what a relative address starts from
 * @param stop its owner no longer wants it; what comes back then is of no use
 */
export async function fetchCareer(src: string, base: string, stop: AbortSignal): Promise<Loaded> {
  let url: URL;
  try {
    url = new URL(src, base);
  } catch {
    return fail("address");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return fail("address");

  const request = new AbortController();
  const cancel = (): void => request.abort();
  stop.addEventListener("abort", cancel);
  if (stop.aborted) cancel();
  let silent = false;
  const giveUp = (): void => {
    silent = true;
    cancel();
  };
  let timer = setTimeout(giveUp, SILENCE_MS);
  try {
    const response = await fetch(url, { credentials: "omit", signal: request.signal });
    const { status, headers } = response;
    if (!response.ok) return fail(status === 404 || status === 410 ? "not-found" : "http", { status });
    const type = headers.get("content-type") ?? "";
    if (!SENT_AS.test(type)) return fail(/html/i.test(type) ? "html" : "type");
    const chunks = await readChunks(response, () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE_MS);
    });
    if (!chunks) return fail("too-large");
    const text = decode(chunks);
    return text === null ? fail("encoding") : readCareerText(text);
  } catch {
    return fail(silent ? "timeout" : "network");
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", cancel);
    // Who stopped in the middle wants no more bytes.
    cancel();
  }
}

/** Null where there are more than a career has; the rest is then not waited for. */
async function readChunks({ body }: Response, onChunk: () => void): Promise<readonly Uint8Array[] | null> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  let bytes = 0;
  for (let value = (await reader?.read())?.value; value; value = (await reader?.read())?.value) {
    onChunk();
    bytes += value.length;
    if (bytes > LONGEST_DOCUMENT) return null;
    chunks.push(value);
  }
  return chunks;
}

/** Null where the bytes are not UTF-8. A byte order mark goes. */
function decode(chunks: readonly Uint8Array[]): string | null {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
  } catch {
    return null;
  }
}
