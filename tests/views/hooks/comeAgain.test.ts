// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { comeAgain } from "../../../src/views/hooks/comeAgain.js";

describe("comeAgain", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("goes once, when the page has come to rest", () => {
    const come = vi.fn();
    comeAgain(come);
    expect(come).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(come).toHaveBeenCalledTimes(1);
  });

  it.each(["wheel", "touchstart", "pointerdown", "keydown"])("leaves alone who has begun to read: %s", (kind) => {
    const come = vi.fn();
    comeAgain(come);
    dispatchEvent(new Event(kind));
    vi.advanceTimersByTime(10_000);
    expect(come).not.toHaveBeenCalled();
  });

  it("can be stopped, and listens no longer than it waits", () => {
    const [added, removed] = [vi.spyOn(window, "addEventListener"), vi.spyOn(window, "removeEventListener")];
    const come = vi.fn();
    comeAgain(come)();
    vi.advanceTimersByTime(10_000);
    expect(come).not.toHaveBeenCalled();
    comeAgain(come);
    vi.advanceTimersByTime(10_000);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});
