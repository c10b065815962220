import { describe, expect, it } from "vitest";
import { createTimelineStore } from "../../../src/state/store.js";
import { createViewportMover } from "../../../src/views/explore/moveViewport.js";
import { exampleCareer } from "../../model/example.js";

/** A clock and frames that a test turns by hand. */
function setUp({ still = false } = {}) {
  const store = createTimelineStore(exampleCareer);
  const bounds = store.getState().selectors.bounds();
  if (!bounds) throw new Error("no bounds");
  let time = 0;
  const frames: FrameRequestCallback[] = [];
  const mover = createViewportMover(store, bounds, { now: () => time, frame: (step) => frames.push(step), still: () => still });
  const pass = (ms: number): void => {
    time += ms;
    frames.splice(0).forEach((step) => step(time));
  };
  return { store, bounds, mover, pass, viewport: () => store.getState().viewport };
}
const year = (of: number): { readonly from: number; readonly to: number } => ({ from: Date.UTC(of, 0), to: Date.UTC(of + 1, 0) });

describe("glide", () => {
  it("moves both ends on their way, and arrives exactly", () => {
    const { mover, pass, viewport, bounds } = setUp();
    mover.glide(year(2021));
    expect(viewport()).toBeNull();
    pass(100);
    const between = viewport();
    expect(between?.from).toBeGreaterThan(bounds.whole.from);
    expect(between?.from).toBeLessThan(year(2021).from);
    pass(1000);
    expect(viewport()).toEqual(year(2021));
  });

  it("is taken over by whatever comes next, from where it stands", () => {
    const { mover, pass, viewport } = setUp();
    mover.glide(year(2021));
    pass(100);
    const between = viewport();
    mover.glide(year(2023));
    expect(viewport()).toBe(between);
    expect(mover.goal()).toEqual(year(2023));
    pass(1000);
    pass(1000);
    expect(viewport()).toEqual(year(2023));
  });

  it("gives way to whoever else moves the viewport on its way", () => {
    const { store, mover, pass, viewport } = setUp();
    mover.glide(year(2021));
    pass(100);
    store.actions.setViewport(year(2022));
    pass(100);
    pass(1000);
    expect(viewport()).toEqual(year(2022));
    expect(mover.goal()).toEqual(year(2022));
  });

  it("is called off by a finger", () => {
    const { mover, pass, viewport } = setUp();
    mover.glide(year(2021));
    pass(100);
    mover.jump(year(2022));
    pass(1000);
    expect(viewport()).toEqual(year(2022));
    mover.glide(year(2021));
    mover.stop();
    pass(1000);
    expect(viewport()).toEqual(year(2022));
  });

  it("is there at once for those who asked for no movement", () => {
    const { mover, viewport } = setUp({ still: true });
    mover.glide(year(2021));
    expect(viewport()).toEqual(year(2021));
  });

  it("leads back to the whole, which is no viewport", () => {
    const { mover, pass, viewport, bounds } = setUp();
    mover.jump(year(2021));
    mover.glide(bounds.whole);
    pass(1000);
    expect(viewport()).toBeNull();
  });
});
