// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStage } from "../../../src/embed/element/stage.js";

/** What jsdom does not have, as far as a stage needs it. */
class Sheet {
  replaceSync(_css: string): void {}
}
/** Another document each time: a style sheet is made once for each. */
function makeHost(): HTMLElement {
  const page = document.implementation.createHTMLDocument();
  Object.defineProperty(page, "adoptedStyleSheets", { value: [], writable: true });
  vi.spyOn(Document.prototype, "defaultView", "get").mockReturnValue(window);
  const host = page.createElement("div");
  host.textContent = "My career";
  page.body.append(host);
  return host;
}
const slotOf = (host: HTMLElement): HTMLSlotElement | null | undefined => host.shadowRoot?.querySelector("slot");

describe("createStage", () => {
  beforeEach(() => {
    vi.stubGlobal("CSSStyleSheet", Sheet);
    Object.defineProperty(ShadowRoot.prototype, "adoptedStyleSheets", { value: [], writable: true, configurable: true });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(ShadowRoot.prototype, "adoptedStyleSheets");
  });

  it("shows what the author wrote, until the drawing is there", () => {
    const host = makeHost();
    const { root, styled, reveal, clear } = createStage(host);
    expect(styled).toBe(true);
    expect(slotOf(host)?.hidden).toBe(false);
    reveal();
    expect(slotOf(host)?.hidden).toBe(true);
    expect(root.className).toBe("career-timeline");
    clear();
    expect([...(host.shadowRoot?.children ?? [])].map(({ localName }) => localName)).toEqual(["slot"]);
    expect(slotOf(host)?.hidden).toBe(false);
  });

  it.each<readonly [string, () => void]>([
    ["cannot be read", () => void vi.spyOn(Sheet.prototype, "replaceSync").mockImplementation(() => { throw new SyntaxError("no"); })],
    ["cannot be made", () => vi.stubGlobal("CSSStyleSheet", undefined)],
    ["cannot be adopted", () => void Reflect.deleteProperty(ShadowRoot.prototype, "adoptedStyleSheets")],
  ])("shows it, and a sentence, where a style sheet %s", (_, spoil) => {
    spoil();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const host = makeHost();
    const { styled, say } = createStage(host);
    expect(styled).toBe(false);
    expect(slotOf(host)?.hidden).toBe(false);
    say("No.");
    expect([...(host.shadowRoot?.children ?? [])].map((each) => [each.localName, each.textContent])).toEqual([["div", ""], ["slot", ""], ["p", "No."]]);
  });

  it("is not held up by what a page has called createElement or defaultView", () => {
    const host = makeHost();
    const image = host.ownerDocument.createElement("img");
    for (const name of ["createElement", "defaultView"]) Object.defineProperty(host.ownerDocument, name, { value: image, configurable: true });
    expect(createStage(host).styled).toBe(true);
  });
});
