// @vitest-environment jsdom
import "../../support/render.js";
import { cleanup, render } from "@testing-library/react";
import { useRef, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useDetailsEntrance } from "../../../src/views/hooks/useDetailsEntrance.js";

interface Animated {
  readonly element: Element;
  readonly to: Readonly<Record<string, unknown>>;
  readonly options: { readonly onComplete?: () => void };
  readonly stop: () => void;
}
const motion = vi.hoisted(() => ({ reduced: false, animated: [] as Animated[] }));
vi.mock("../../../src/views/hooks/motion.js", () => ({
  reducedMotion: () => motion.reduced,
  loadMotion: () => ({
    animate: (element: Element, to: Animated["to"], options: Animated["options"]) => {
      const stop = vi.fn();
      motion.animated.push({ element, to, options, stop });
      return { stop };
    },
  }),
}));
// jsdom has none; these ids need no escaping.
vi.stubGlobal("CSS", { escape: (text: string) => text });

function Panel({ id }: { readonly id: string }): ReactNode {
  const panel = useRef<HTMLElement>(null);
  useDetailsEntrance(panel, id);
  return <aside ref={panel} className="details"><h3 id="heading">{id}</h3></aside>;
}
const page = (id: string | null): ReactNode => (
  <main>
    <svg><g data-item="one"><path className="mark" /></g><g data-item="two"><path className="mark" /></g></svg>
    {id === null ? null : <Panel id={id} />}
  </main>
);
const copies = (): Element[] => [...document.querySelectorAll(".details.leaving")];

/** As a panel or its picture stands in the midst of a movement; where it belongs without one. */
const show = (element: Element | null | undefined, transform: string, opacity: string): unknown => element instanceof HTMLElement && Object.assign(element.style, { transform, opacity });
const rect = (x: number, y: number, width: number, height: number): DOMRect => {
  const sides = { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
  return { ...sides, toJSON: () => sides };
};
beforeEach(() => {
  // The frame that is about to be painted.
  vi.stubGlobal("requestAnimationFrame", (paint: () => void) => {
    paint();
    return 0;
  });
  Element.prototype.getBoundingClientRect = function place() {
    if (this.matches(".mark")) return rect(this.matches("[data-item=two] *") ? 300 : 100, 50, 10, 10);
    return this instanceof HTMLElement && this.style.transform === "scale(0.5)" ? rect(300, 100, 160, 200) : rect(600, 200, 320, 400);
  };
});
afterEach(() => {
  cleanup();
  motion.animated.length = 0;
  motion.reduced = false;
});

describe("useDetailsEntrance", () => {
  it("begins at the window's edge where the page has gone on from the mark", () => {
    vi.stubGlobal("requestAnimationFrame", (paint: () => void) => {
      Element.prototype.getBoundingClientRect = function gone() {
        return this.matches(".mark") ? rect(100, -700, 10, 10) : rect(600, 200, 320, 400);
      };
      paint();
      return 0;
    });
    render(page("one"));
    expect(motion.animated[0]?.to).toMatchObject({ x: [105 - 600, 0], y: [0 - 200, 0] });
  });

  it("lets the panel grow out of its mark, once, however far somebody pages", () => {
    const { rerender } = render(page("one"));
    rerender(page("two"));
    expect(motion.animated).toHaveLength(1);
    expect(motion.animated[0]?.to).toMatchObject({ x: [105 - 600, 0], y: [55 - 200, 0], opacity: [0, 1] });
  });

  it("lets its picture shrink into the mark of what was read last, silent and untouchable, and takes it away", () => {
    const { rerender } = render(page("one"));
    rerender(page("two"));
    show(document.querySelector("aside"), "", "1");
    rerender(page(null));
    const [copy] = copies();
    expect(motion.animated[0]?.stop).toHaveBeenCalled();
    expect(copy).toHaveTextContent("two");
    expect(copy).toHaveAttribute("aria-hidden", "true");
    expect(copy).toHaveProperty("inert", true);
    expect(document.querySelector("#heading")).toBeNull();
    expect(motion.animated[1]).toMatchObject({ element: copy, to: { x: [0, 305 - 600], y: [0, 55 - 200], scale: [1, 0.06], opacity: [1, 0] } });
    motion.animated[1]?.options.onComplete?.();
    expect(copies()).toEqual([]);
  });

  it("leaves from where the entrance has come to, as large and as faint as it is seen", () => {
    const { rerender } = render(page("one"));
    show(document.querySelector("aside"), "scale(0.5)", "0.69");
    rerender(page(null));
    expect(motion.animated[1]).toMatchObject({ element: copies()[0], to: { x: [-300, 105 - 600], y: [-100, 55 - 200], scale: [0.5, 0.06], opacity: [0.69, 0] } });
    expect(copies()[0]).toHaveStyle({ transform: "translate(-300px, -100px) scale(0.5)", opacity: "0.69", width: "320px" });
  });

  it("leaves no picture of what has not been seen yet", () => {
    vi.stubGlobal("requestAnimationFrame", () => 0);
    const { rerender } = render(page("one"));
    rerender(page(null));
    expect(copies()).toEqual([]);
  });

  it("enters from where its picture has come to, which is gone by then", () => {
    const { rerender } = render(page("one"));
    show(document.querySelector("aside"), "", "1");
    rerender(page(null));
    show(copies()[0], "scale(0.5)", "0.4");
    rerender(page("one"));
    expect(copies()).toEqual([]);
    expect(motion.animated[2]).toMatchObject({ element: document.querySelector("aside"), to: { x: [-300, 0], y: [-100, 0], scale: [0.5, 1], opacity: [0.4, 1] } });
  });

  it("takes away the picture of another one, and comes out of its own mark", () => {
    const { rerender } = render(page("one"));
    show(document.querySelector("aside"), "", "1");
    rerender(page(null));
    rerender(page("two"));
    expect(copies()).toEqual([]);
    expect(motion.animated[2]?.to).toMatchObject({ x: [305 - 600, 0], opacity: [0, 1] });
    show(document.querySelector("aside"), "", "1");
    rerender(page(null));
    expect(copies()).toHaveLength(1);
    rerender(page("elsewhere"));
    expect(copies()).toEqual([]);
  });

  it("moves nothing for those who asked for it, nor where there is no mark", () => {
    motion.reduced = true;
    const { rerender } = render(page("one"));
    rerender(page(null));
    motion.reduced = false;
    rerender(page("elsewhere"));
    rerender(page(null));
    expect(motion.animated).toEqual([]);
    expect(copies()).toEqual([]);
  });
});
