// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askingAgain, untilHere } from "../../../src/views/hooks/untilHere.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.useRealTimers());

/** Fails so often before it comes. */
const after = (failures: number) => {
  let asked = 0;
  return vi.fn(() => (++asked > failures ? Promise.resolve("here") : Promise.reject(new TypeError("no line"))));
};

describe("untilHere", () => {
  it("waits twice as long each time, and half a minute at most", async () => {
    const load = after(7);
    const failed = vi.fn();
    const coming = untilHere(load, failed);
    for (const [i, wait] of [2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000].entries()) {
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(load).toHaveBeenCalledTimes(i + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(load).toHaveBeenCalledTimes(i + 2);
    }
    expect(await coming).toBe("here");
    expect(failed.mock.calls).toEqual([[1], [2], [3], [4], [5], [6], [7]]);
  });

  it("waits a second once the line is back, and anew where it goes and comes", async () => {
    const load = after(1);
    const coming = untilHere(load);
    for (let flaps = 0; flaps < 5; flaps++) {
      await vi.advanceTimersByTimeAsync(999);
      dispatchEvent(new Event("online"));
    }
    await vi.advanceTimersByTimeAsync(999);
    expect(load).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await coming).toBe("here");
    expect(load).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(["see http://elsewhere.example/evil.js for help", `${location.origin}/late.css did not load`, `${location.origin}/my.js.site/late.css did not load`])("asks for nothing but a script of its own host: %s", async (message) => {
    const load = vi.fn().mockRejectedValueOnce(new Error(message)).mockResolvedValue("here");
    const coming = untilHere(load);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await coming).toBe("here");
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe("askingAgain", () => {
  it("fails with what it asked for, and asks each time it is called", async () => {
    const load = after(2);
    const ask = askingAgain(load);
    await expect(ask()).rejects.toThrow("no line");
    await expect(ask()).rejects.toThrow("no line");
    expect(await ask()).toBe("here");
  });

  it("asks for a script of its own host under another address each time", async () => {
    const load = vi.fn().mockRejectedValue(new TypeError(`Failed to fetch dynamically imported module: ${location.origin}/late.js`));
    const ask = askingAgain(load);
    await expect(ask()).rejects.toThrow("late.js");
    // Node fetches nothing from a host, but no longer is it asked as before.
    await expect(ask()).rejects.toThrow("ESM loader");
    await expect(ask()).rejects.toThrow("ESM loader");
    expect(load).toHaveBeenCalledTimes(1);
  });
});
