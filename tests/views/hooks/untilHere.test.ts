// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { untilHere } from "../../../src/views/hooks/untilHere.js";

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
    expect(failed).toHaveBeenCalledTimes(7);
  });

  it("waits no longer when the line is back", async () => {
    const load = after(1);
    const coming = untilHere(load);
    await vi.advanceTimersByTimeAsync(10);
    dispatchEvent(new Event("online"));
    expect(await coming).toBe("here");
    expect(load).toHaveBeenCalledTimes(2);
  });

  it.each(["see http://elsewhere.example/evil.js for help", `Unable to preload CSS for ${location.origin}/late.css`])("asks for nothing but a script of its own host: %s", async (message) => {
    const load = vi.fn().mockRejectedValueOnce(new Error(message)).mockResolvedValue("here");
    const coming = untilHere(load);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await coming).toBe("here");
    expect(load).toHaveBeenCalledTimes(2);
  });
});
