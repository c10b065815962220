// @vitest-environment jsdom
import { observing, setWidth } from "../../support/render.js";
import { render, screen } from "@testing-library/react";
import { useRef, type ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { useWidth } from "../../../src/views/hooks/useWidth.js";

function Measured(): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return <div ref={box} role="note">{width === null ? "not measured" : width}</div>;
}

describe("useWidth", () => {
  it("follows the element, in whole px", () => {
    setWidth(640.4);
    render(<Measured />);
    expect(screen.getByRole("note")).toHaveTextContent(/^640$/);
    setWidth(320.5);
    expect(screen.getByRole("note")).toHaveTextContent(/^321$/);
  });

  it("keeps what it knew while the page is hidden", () => {
    render(<Measured />);
    setWidth(0);
    expect(screen.getByRole("note")).toHaveTextContent(/^1184$/);
  });

  it("does not know a width that was never there", () => {
    setWidth(0);
    render(<Measured />);
    expect(screen.getByRole("note")).toHaveTextContent("not measured");
  });

  it("stops looking when it is taken away", () => {
    const { unmount } = render(<Measured />);
    expect(observing()).toBe(1);
    unmount();
    expect(observing()).toBe(0);
  });
});
