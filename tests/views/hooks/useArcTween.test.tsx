// @vitest-environment jsdom
import "../../support/render.js";
import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { placeCareerArc, type CareerArcPlacement } from "../../../src/layout/careerArc.js";
import { loadMotion } from "../../../src/views/hooks/motion.js";
import { useArcTween } from "../../../src/views/hooks/useArcTween.js";
import { exampleCareer } from "../../model/example.js";
import { oneRole, someAchievements } from "../../support/careers.js";

interface Movement {
  readonly onUpdate: (share: number) => void;
  readonly onComplete: () => void;
}

const stage = vi.hoisted(() => ({ movements: [] as Movement[], stopped: 0 }));
vi.mock("framer-motion/dom", () => ({
  animate: (_from: number, _to: number, movement: Movement) => {
    stage.movements.push(movement);
    return { stop: () => void stage.stopped++ };
  },
}));

function place(width: number): CareerArcPlacement {
  const placement = placeCareerArc(exampleCareer, { width, height: 600, form: "wide", emphasis: { matches: null, selected: null }, title: { width: 0, height: 0 } });
  if (!placement) throw new Error("nothing to place");
  return placement;
}

const near = place(1000);
const far = place(1400);
const widthOf = ({ frame }: CareerArcPlacement): number => frame.width;
const firstX = ({ nodes }: CareerArcPlacement): number => nodes[4]?.x ?? NaN;

const start: { readonly target: CareerArcPlacement | null; readonly still?: boolean } = { target: near };
const mount = () => renderHook(({ target, still = false }) => useArcTween(target, still), { initialProps: start });

describe("useArcTween", () => {
  beforeEach(async () => {
    stage.movements.length = 0;
    stage.stopped = 0;
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    loadMotion();
    await waitFor(() => expect(loadMotion()).not.toBeNull());
  });

  it("stands where it is to stand when it first appears", () => {
    const { result } = mount();
    expect(result.current).toEqual({ placement: near, moving: false });
    expect(stage.movements).toHaveLength(0);
  });

  it("goes from the old shape over those between to the very target", () => {
    const { result, rerender } = mount();
    rerender({ target: far });
    expect(result.current.moving).toBe(true);
    expect(firstX(result.current.placement ?? far)).toBeCloseTo(firstX(near));
    act(() => stage.movements[0]?.onUpdate(0.5));
    expect(firstX(result.current.placement ?? far)).toBeCloseTo((firstX(near) + firstX(far)) / 2);
    act(() => stage.movements[0]?.onComplete());
    expect(result.current).toEqual({ placement: far, moving: false });
  });

  it("turns round from where it stands when the target changes on the way", () => {
    const { result, rerender } = mount();
    rerender({ target: far });
    act(() => stage.movements[0]?.onUpdate(0.25));
    const there = firstX(result.current.placement ?? far);
    rerender({ target: near });
    expect(stage.stopped).toBe(1);
    expect(firstX(result.current.placement ?? far)).toBeCloseTo(there);
    act(() => stage.movements[1]?.onComplete());
    expect(result.current.placement).toBe(near);
  });

  it("is there at once where no movement is wanted", () => {
    vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === "(prefers-reduced-motion: reduce)" }));
    const { result, rerender } = mount();
    rerender({ target: far });
    expect(result.current).toEqual({ placement: far, moving: false });
    expect(stage.movements).toHaveLength(0);
  });

  it("is gone at once where there is nothing more to draw", () => {
    const { result, rerender } = mount();
    rerender({ target: null });
    expect(result.current).toEqual({ placement: null, moving: false });
  });

  it("stops when it is taken away", () => {
    const { rerender, unmount } = mount();
    rerender({ target: far });
    unmount();
    expect(stage.stopped).toBe(1);
  });

  it("stands still on paper, in the middle of a movement, too, and does not move back to the screen", () => {
    const { result, rerender } = mount();
    rerender({ target: far });
    act(() => stage.movements[0]?.onUpdate(0.5));
    rerender({ target: far, still: true });
    expect(result.current).toEqual({ placement: far, moving: false });
    expect(stage.stopped).toBe(1);
    rerender({ target: near, still: true });
    expect(result.current).toEqual({ placement: near, moving: false });
    rerender({ target: far });
    expect(result.current).toEqual({ placement: far, moving: false });
    expect(stage.movements).toHaveLength(1);
  });

  it("is there at once where there are too many marks to draw anew for every frame", () => {
    const many = (width: number): CareerArcPlacement => {
      const placement = placeCareerArc(oneRole(someAchievements(301)), { width, height: 600, form: "wide", emphasis: { matches: null, selected: null }, title: { width: 0, height: 0 } });
      if (!placement) throw new Error("nothing to place");
      return placement;
    };
    const { result, rerender } = mount();
    rerender({ target: many(1000) });
    const target = many(1400);
    rerender({ target });
    expect(result.current).toEqual({ placement: target, moving: false });
    expect(stage.movements).toHaveLength(0);
  });

  it("draws the frame of the target from the start", () => {
    const { result, rerender } = mount();
    rerender({ target: far });
    expect(widthOf(result.current.placement ?? near)).toBe(1400);
  });
});
