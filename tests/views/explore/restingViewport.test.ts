import { describe, expect, it, vi } from "vitest";
import { createTimelineStore } from "../../../src/state/store.js";
import { restingOf } from "../../../src/views/explore/restingViewport.js";
import { firstCareer } from "../../support/careers.js";

const year = (of: number): { readonly from: number; readonly to: number } => ({ from: Date.UTC(of, 0), to: Date.UTC(of + 1, 0) });

describe("a viewport at rest", () => {
  it("is the store's own where nobody draws its steps", () => {
    const store = createTimelineStore(firstCareer);
    const resting = restingOf(store);
    const heard = vi.fn();
    resting.subscribe(heard);
    store.actions.setViewport(year(2020));
    expect(resting.get()).toEqual(year(2020));
    store.actions.setTheme("dark");
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("stays where it was while somebody draws its steps, and is told once when it rests", () => {
    const store = createTimelineStore(firstCareer);
    const resting = restingOf(store);
    const heard = vi.fn();
    resting.subscribe(heard);
    resting.hold(() => true);
    store.actions.setViewport(year(2020));
    store.actions.setViewport(year(2021));
    expect(resting.get()).toBeNull();
    expect(heard).not.toHaveBeenCalled();
    resting.rest();
    resting.rest();
    expect(resting.get()).toEqual(year(2021));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("follows again where nobody draws any more, and hears nothing where nobody listens", () => {
    const store = createTimelineStore(firstCareer);
    const resting = restingOf(store);
    const heard = vi.fn();
    const stop = resting.subscribe(heard);
    resting.hold(() => true);
    resting.hold(null);
    store.actions.setViewport(year(2020));
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    store.actions.setViewport(year(2021));
    expect(heard).toHaveBeenCalledTimes(1);
    expect(restingOf(store)).toBe(resting);
  });
});
