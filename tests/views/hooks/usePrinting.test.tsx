// @vitest-environment jsdom
import "../../support/render.js";
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { usePrinting } from "../../../src/views/hooks/usePrinting.js";

describe("usePrinting", () => {
  it("is true from before the sheet is taken until after", () => {
    const { result, unmount } = renderHook(() => usePrinting());
    expect(result.current).toBe(false);
    act(() => void dispatchEvent(new Event("beforeprint")));
    expect(result.current).toBe(true);
    act(() => void dispatchEvent(new Event("afterprint")));
    expect(result.current).toBe(false);
    unmount();
    act(() => void dispatchEvent(new Event("beforeprint")));
    expect(result.current).toBe(false);
  });
});
