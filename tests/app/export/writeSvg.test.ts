// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mark } from "../../../src/app/export/picture.js";
import { writeSvg } from "../../../src/app/export/writeSvg.js";
import { HOSTILE } from "../../support/hostile.js";
import { INK, makePath, makePicture, makeRun, makeText, STROKE } from "./makePicture.js";

/** As a strict reader of XML has it. @throws where it is none */
function parse(svg: string): Element {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (root.localName !== "svg") throw new Error(root.textContent ?? "no SVG");
  return root;
}
const all = (root: Element, selector: string): readonly Element[] => [...root.querySelectorAll(selector)];

const FADE = makePath({ d: "M10,0h20v5h-20Z", fill: { fade: INK, x0: 10, x1: 30 } });
const HATCH = makePath({ fill: { hatch: INK, width: 1.2, pitch: 7 } });
const CLIPPED = makePath({ fill: INK, clip: "M0,0H5V5Z" });

describe("a picture as SVG", () => {
  it("says what it is and what is on it, as text", () => {
    const root = parse(writeSvg(makePicture([makeText("3M users")]), "#faf7f0"));
    expect([root.getAttribute("role"), root.getAttribute("viewBox"), root.firstElementChild?.localName]).toEqual(["img", "0 0 1200 700", "title"]);
    expect([root.querySelector("title")?.textContent, root.querySelector("desc")?.textContent, root.querySelector("text")?.textContent]).toEqual(["A title", "All of it.", "3M users"]);
  });

  it("stands on its ground, or on nothing", () => {
    expect(all(parse(writeSvg(makePicture([]), "#faf7f0")), "rect").map((rect) => rect.getAttribute("fill"))).toEqual(["#faf7f0"]);
    expect(all(parse(writeSvg(makePicture([makeText("a"), FADE]), null)), "rect")).toEqual([]);
  });

  it("refers to nothing outside itself, and has neither style nor class", () => {
    const root = parse(writeSvg(makePicture([FADE, HATCH, CLIPPED, makeText("a")]), "#faf7f0"));
    const attributes = all(root, "*").concat(root).flatMap((each) => [...each.attributes]);
    expect(attributes.filter(({ name }) => /^(?:class|style|href|xlink:href|on.*)$/.test(name))).toEqual([]);
    expect(all(root, "style, script, image, use, foreignObject, a")).toEqual([]);
    const ids = new Set(all(root, "[id]").map(({ id }) => id));
    const named = attributes.flatMap(({ value }) => [...value.matchAll(/url\(#?([^)]*)\)/g)].map(([, id]) => id));
    expect(named).toHaveLength(3);
    expect(named.filter((id) => id === undefined || !ids.has(id))).toEqual([]);
  });

  it("has ids of its own beside another on the same page, and the same each time", () => {
    const idsOf = (marks: readonly Mark[]): readonly string[] => all(parse(writeSvg(makePicture(marks), null)), "[id]").map(({ id }) => id);
    const [one, other] = [idsOf([FADE, HATCH]), idsOf([FADE, HATCH, makeText("b")])];
    expect(one).toHaveLength(2);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
    expect(idsOf([FADE, HATCH])).toEqual(one);
  });

  it("defines once what several marks have in common", () => {
    expect(all(parse(writeSvg(makePicture([CLIPPED, CLIPPED, CLIPPED]), null)), "clipPath")).toHaveLength(1);
  });

  it("gives each mark its looks", () => {
    const [path, text] = [makePath({ x: 4, y: 5, stroke: { ...STROKE, dash: [0, 8], cap: "round", opacity: 0.5 } }), makeText("a", { anchor: "end", halo: { ...STROKE, width: 4 }, runs: [makeRun("a", { weight: 660, tracking: -0.4 }), makeRun("b", { gap: 6 })] })];
    const root = parse(writeSvg(makePicture([path, text]), null));
    const read = (element: Element | null, ...names: string[]): readonly (string | null)[] => names.map((name) => element?.getAttribute(name) ?? null);
    expect(read(root.querySelector("path"), "transform", "fill", "stroke", "stroke-opacity", "stroke-dasharray", "stroke-linecap")).toEqual(["translate(4,5)", "none", "#16191d", "0.5", "0 8", "round"]);
    expect(read(root.querySelector("text"), "text-anchor", "paint-order", "stroke-width")).toEqual(["end", "stroke", "4"]);
    expect(all(root, "tspan").map((span) => read(span, "font-weight", "letter-spacing", "dx", "unicode-bidi"))).toEqual([["660", "-0.4", null, "isolate"], ["420", null, "6", "isolate"]]);
  });

  it("fades to the right or to the left", () => {
    const left = makePath({ d: "M10,0h20v5h-20Z", fill: { fade: INK, x0: 30, x1: 10 } });
    expect(all(parse(writeSvg(makePicture([FADE, left]), null)), "linearGradient").map((fade) => [fade.getAttribute("x1"), fade.getAttribute("x2")])).toEqual([[null, null], ["1", "0"]]);
  });

  it("makes words as wide in any font as they were laid out, but not those whose width nobody knows", () => {
    const lengths = all(parse(writeSvg(makePicture([makeText("payments"), makeText("発注フロー")]), null)), "text").map((text) => text.getAttribute("textLength"));
    expect(lengths.map((length) => length !== null && Number(length) > 20)).toEqual([true, false]);
  });

  it("is well-formed and says what it was given, whatever that was", () => {
    const arbText = fc.oneof(fc.constantFrom(...HOSTILE.filter((text) => text.length < 300)), fc.string({ unit: "binary", maxLength: 20 }));
    // A reader of XML reads each break as a line feed.
    const held = (text: string): string => text.replace(/[\p{Surrogate}\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, "\ufffd").replace(/\r\n?/g, "\n");
    fc.assert(
      fc.property(arbText, arbText, arbText, (title, description, text) => {
        const root = parse(writeSvg(makePicture([makeText(text)], { title, description }), "#faf7f0"));
        expect([root.querySelector("title"), root.querySelector("desc"), root.querySelector("text")].map((each) => each?.textContent)).toEqual([title, description, text].map(held));
        expect([...root.children].map(({ localName }) => localName)).toEqual(["title", "desc", "rect", "text"]);
      }),
      { numRuns: Number(process.env["FC_RUNS"] ?? 300) },
    );
  });
});
