// @vitest-environment jsdom
import { afterEach, describe, expect, it } from "vitest";
import { themeOf } from "../../../src/embed/frame/themeOf.js";

afterEach(() => {
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) for (const name of element.getAttributeNames()) element.removeAttribute(name);
});

type Signs = Readonly<Record<string, string>>;

/** A frame in elements with these attributes, the outermost first; html and body take the first two. */
function frameIn(around: readonly Signs[], address = "https://example.org/embed/"): HTMLIFrameElement {
  const [html = {}, body = {}, ...inner] = around;
  const put = (element: Element, signs: Signs): void => Object.entries(signs).forEach(([name, value]) => element.setAttribute(name, value));
  put(document.documentElement, html);
  put(document.body, body);
  const place = inner.reduce((parent: Element, signs) => {
    const child = parent.appendChild(document.createElement("div"));
    put(child, signs);
    return child;
  }, document.body);
  const frame = document.createElement("iframe");
  frame.src = address;
  place.append(frame);
  return frame;
}

const themeIn = (around: readonly Signs[], address?: string): string => themeOf(frameIn(around, address), new MutationObserver(() => undefined));

describe("themeOf", () => {
  it.each<readonly [what: string, around: readonly Signs[], address: string | undefined, theme: string]>([
    ["nothing", [], undefined, "system"],
    ["data-theme", [{ "data-theme": "dark" }], undefined, "dark"],
    ["Bootstrap's", [{}, { "data-bs-theme": "dark" }], undefined, "dark"],
    ["GitHub's", [{ "data-color-mode": "light" }], undefined, "light"],
    ["GitHub's, left to the visitor", [{ "data-color-mode": "auto" }], undefined, "system"],
    ["a class among others", [{ class: "no-js dark wide" }], undefined, "dark"],
    ["a class that only begins so", [{ class: "dark-blue lighter" }], undefined, "system"],
    ["the nearest", [{ class: "dark" }, {}, { "data-theme": "light" }], undefined, "light"],
    ["the nearest that names one", [{ class: "dark" }, { "data-theme": "cupcake" }], undefined, "dark"],
    ["the frame's address before all", [{ class: "dark" }], "https://example.org/embed/?at=a&theme=light#?secret=abc", "light"],
    ["an address that leaves it open", [{ class: "dark" }], "https://example.org/embed/?theme=auto", "dark"],
    ["another parameter that ends so", [{ class: "dark" }], "https://example.org/embed/?mytheme=light", "dark"],
    ["a declared scheme", [{ style: "color-scheme: dark" }], undefined, "dark"],
    ["only that scheme", [{ style: "color-scheme: only light" }], undefined, "light"],
    ["both schemes", [{ style: "color-scheme: light dark" }], undefined, "system"],
    ["an attribute before a scheme", [{ "data-theme": "light", style: "color-scheme: dark" }], undefined, "light"],
  ])("reads %s", (_, around, address, theme) => {
    expect(themeIn(around, address)).toBe(theme);
  });

  it("has all that it asked watched", async () => {
    let changes = 0;
    const frame = frameIn([{}, {}, {}, {}]);
    themeOf(frame, new MutationObserver((records) => void (changes += records.length)));
    for (let at = frame.parentElement; at; at = at.parentElement) at.setAttribute("data-theme", "dark");
    frame.setAttribute("style", "color-scheme: dark");
    await Promise.resolve();
    expect(changes).toBe(4);
  });
});
