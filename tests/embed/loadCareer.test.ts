import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchCareer, readCareerText, SILENCE_MS, type Loaded } from "../../src/embed/loadCareer.js";
import { MOST_EMBEDDED_ROLES } from "../../src/model/embedLimits.js";
import { LONGEST_DOCUMENT } from "../../src/model/readDocument.js";

const CAREER = readFileSync(join(import.meta.dirname, "../../data/career.json"), "utf8");
const BASE = "https://host.example/blog/post";
const faultOf = (loaded: Loaded): string => (loaded.ok ? "none" : loaded.fault);
const noStop = (): AbortSignal => new AbortController().signal;

const answer = (body: BodyInit | null, init: ResponseInit = {}): Promise<Response> => Promise.resolve(new Response(body, init));

/** An answer that comes in pieces, each when the test says so, and breaks where it is called off. */
function slowAnswer(signal: AbortSignal | null | undefined): { readonly response: Response; readonly send: (text: string) => void } {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  const quiet = (): void => undefined;
  signal?.addEventListener("abort", () => void writer.abort(new DOMException("aborted", "AbortError")).catch(quiet));
  return { response: new Response(readable), send: (text) => void writer.write(new Uint8Array(Buffer.from(text))).catch(quiet) };
}

const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("readCareerText", () => {
  it.each([["a career", CAREER, "none"], ["a page", "<!doctype html>", "html"], ["markup", "\n <p>", "html"], ["nothing", "", "career"], ["half", "{", "career"], ["little", '{"version":1}', "career"]])("%s", (_, text, fault) => {
    expect(faultOf(readCareerText(text))).toBe(fault);
  });
  it("tells a career that is too large from one that is at fault", () => {
    const roles = Array.from({ length: MOST_EMBEDDED_ROLES + 1 }, (_, i) => ({ id: `r${i}`, title: "R", start: "2020", end: null }));
    const career = { version: 1, person: { headline: "A" }, roles };
    expect(readCareerText(JSON.stringify(career))).toMatchObject({ fault: "too-many", issues: [{ path: "roles" }] });
    expect(faultOf(readCareerText(JSON.stringify({ ...career, roles: roles.slice(1) })))).toBe("none");
  });
  it("says where a career is at fault", () => {
    expect(readCareerText('{"version":1,"person":{"headline":"A"},"roles":[3]}')).toMatchObject({ issues: [{ path: "roles[0]", code: "type" }] });
  });
});

describe("fetchCareer", () => {
  it("asks once, at the address that the page means, without cookies", async () => {
    fetched.mockReturnValue(answer(CAREER, { headers: { "Content-Type": "text/plain" } }));
    expect(await fetchCareer("../career.json?v=2", BASE, noStop())).toMatchObject({ ok: true, document: { version: 1 } });
    expect(fetched.mock.calls.map(([url, init]) => [url instanceof URL && url.href, init?.credentials])).toEqual([["https://host.example/career.json?v=2", "omit"]]);
  });

  it.each(["http://", "https://[", "javascript:alert(1)", "data:application/json,{}", "blob:https://host.example/1", "file:///etc/passwd", "ftp://host.example/career.json"])("asks nobody for %s", async (src) => {
    expect(faultOf(await fetchCareer(src, BASE, noStop()))).toBe("address");
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each<readonly [string, () => Promise<Response>, string]>([
    ["404", () => answer("", { status: 404 }), "not-found"],
    ["410", () => answer("", { status: 410 }), "not-found"],
    ["500", () => answer(CAREER, { status: 500 }), "http"],
    ["no network", () => Promise.reject(new TypeError("Failed to fetch")), "network"],
    ["a web page", () => answer("<!doctype html><p>Hello"), "html"],
    ["no body", () => answer(null), "career"],
    ["bytes that are no text", () => answer(new Uint8Array([0x7b, 0xff])), "encoding"],
    ["half a character at the end", () => answer(new Uint8Array([0x7b, 0xe2, 0x82])), "encoding"],
    ["too much", () => answer("x".repeat(LONGEST_DOCUMENT + 1)), "too-large"],
    ...["application/json; charset=utf-8", "application/ld+json", "TEXT/PLAIN", "application/octet-stream"].map((type) => [`a career sent as ${type}`, () => answer(CAREER, { headers: { "Content-Type": type } }), "none"] as const),
    ...["image/png", "text/css", "text/javascript"].map((type) => [`a career sent as ${type}`, () => answer(CAREER, { headers: { "Content-Type": type } }), "type"] as const),
    ["a career sent as a web page", () => answer(CAREER, { headers: { "Content-Type": "text/html; charset=utf-8" } }), "html"],
    ["a career without a type", () => answer(new TextEncoder().encode(CAREER)), "none"],
    ["a byte order mark", () => answer(`\ufeff${CAREER}`), "none"],
  ])("%s", async (_, response, fault) => {
    fetched.mockImplementation(response);
    expect(faultOf(await fetchCareer("career.json", BASE, noStop()))).toBe(fault);
  });

  it("reads characters that come in two pieces", async () => {
    const whole = Buffer.from('{"version":1,"person":{"headline":"€"},"roles":[]}');
    const cut = whole.indexOf(0xe2) + 1;
    const parts = [whole.subarray(0, cut), whole.subarray(cut)];
    fetched.mockReturnValue(answer(new ReadableStream({
      pull: (control) => {
        const part = parts.shift();
        if (part) control.enqueue(part);
        else control.close();
      },
    })));
    expect(await fetchCareer("career.json", BASE, noStop())).toMatchObject({ ok: true, document: { person: { headline: "€" } } });
  });

  it("waits on while anything comes, and gives up after a silence", async () => {
    vi.useFakeTimers();
    let send: (text: string) => void = () => undefined;
    fetched.mockImplementation((_, init) => {
      const slow = slowAnswer(init?.signal);
      ({ send } = slow);
      return Promise.resolve(slow.response);
    });
    const told = vi.fn();
    void fetchCareer("career.json", BASE, noStop()).then((loaded) => told(faultOf(loaded)));
    for (let i = 0; i < 5; i += 1) {
      await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
      send(" ");
    }
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2);
    expect(told.mock.calls).toEqual([["timeout"]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("gives up where nothing comes at all, and leaves no timer", async () => {
    vi.useFakeTimers();
    fetched.mockImplementation((_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")))));
    const loading = fetchCareer("career.json", BASE, noStop());
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(faultOf(await loading)).toBe("timeout");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("stops when its owner does, before and after it has begun, and leaves no timer", async () => {
    vi.useFakeTimers();
    fetched.mockImplementation((_, init) => new Promise((_resolve, reject) => {
      if (init?.signal?.aborted) reject(new DOMException("aborted", "AbortError"));
      init?.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    }));
    const owner = new AbortController();
    const loading = fetchCareer("career.json", BASE, owner.signal);
    owner.abort();
    expect(faultOf(await loading)).toBe("network");
    expect(faultOf(await fetchCareer("career.json", BASE, owner.signal))).toBe("network");
    expect(vi.getTimerCount()).toBe(0);
  });
});
