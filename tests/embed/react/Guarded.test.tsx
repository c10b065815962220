// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Guarded } from "../../../src/embed/react/Guarded.js";

// React says what it has caught.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(cleanup);

function Broken(): ReactElement {
  throw new Error("no lane 7");
}

describe("a fault of ours", () => {
  it("is one sentence where the picture was, and one word to the host", () => {
    const onError = vi.fn();
    const { rerender } = render(<main><p>The host’s own</p><Guarded career="a" onError={onError}><Broken /></Guarded></main>);
    expect(screen.getByText("The host’s own")).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent("The timeline could not be drawn.");
    expect(onError.mock.calls).toEqual([[[{ severity: "error", code: "drawing", path: "", message: "the timeline could not be drawn: no lane 7" }]]]);
    rerender(<main><p>The host’s own</p><Guarded career="a" onError={onError}><p>Drawn</p></Guarded></main>);
    expect(screen.getByRole("alert")).toBeInTheDocument();
    rerender(<main><p>The host’s own</p><Guarded career="b" onError={onError}><p>Drawn</p></Guarded></main>);
    expect(screen.getByText("Drawn")).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(onError).toHaveBeenCalledTimes(1);
  });
});
