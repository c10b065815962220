// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { findCareer } from "../../../src/embed/element/source.js";

const career = (headline: string) => ({ version: 1, person: { headline }, roles: [] });
const script = (headline: string, type = "application/json"): string => `<script type="${type}">${JSON.stringify(career(headline))}</script>`;

function make(html: string): HTMLElement {
  const element = document.createElement("div");
  element.append(document.createRange().createContextualFragment(html));
  return element;
}
async function found(element: HTMLElement, given: string | object | null = null): Promise<string> {
  const loaded = await findCareer(element, given, new AbortController().signal);
  return loaded.ok ? loaded.document.person.headline : loaded.fault;
}

afterEach(() => vi.unstubAllGlobals());

describe("findCareer", () => {
  it("takes the property before the address, and the address before what stands inside", async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(career("fetched")))));
    vi.stubGlobal("fetch", fetched);
    const element = make(script("inside"));
    expect(await found(element)).toBe("inside");
    element.setAttribute("src", "career.json");
    expect(await found(element)).toBe("fetched");
    expect(await found(element, career("given"))).toBe("given");
    expect(await found(element, JSON.stringify(career("text")))).toBe("text");
    element.setAttribute("src", "");
    expect(await found(element)).toBe("inside");
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it("looks at children only, and at JSON only", async () => {
    expect(await found(make(`<p>${script("deep")}</p>${script("code", "text/plain")}`))).toBe("no-source");
    expect(await found(make(""))).toBe("no-source");
    expect(await found(make('<script type="application/json">{</script>'))).toBe("career");
  });

  it("takes no property that is no JSON, and keeps its own copy", async () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    expect(await found(make(""), circle)).toBe("career");
    expect(await found(make(""), () => undefined)).toBe("career");
    expect(await found(make(""), { version: 1n })).toBe("career");
    const mine = career("mine");
    const loaded = await findCareer(make(""), mine, new AbortController().signal);
    mine.person.headline = "changed";
    expect(loaded.ok && loaded.document.person.headline).toBe("mine");
  });

  it("waits for what stands inside until the page has been read", async () => {
    const element = make("");
    const state = vi.spyOn(Document.prototype, "readyState", "get").mockReturnValue("loading");
    const looking = found(element);
    await Promise.resolve();
    element.append(...make(script("late")).childNodes);
    state.mockReturnValue("interactive");
    document.dispatchEvent(new Event("DOMContentLoaded"));
    expect(await looking).toBe("late");
  });
});
