// @vitest-environment jsdom
import "../../support/render.js";
import { render, screen } from "@testing-library/react";
import { useRef, type ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useFontWidths, type SetWords } from "../../../src/views/hooks/useFontWidths.js";
import { textWidth } from "../../../src/layout/textWidth.js";

const NAMES: readonly SetWords[] = [{ text: "Acme", weight: 650 }];
const WORDS: readonly SetWords[] = [{ text: "3M users", weight: 660 }];

/** A font in which every word runs half as wide again; jsdom itself lays nothing out. */
function setFont(ratio: number): void {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const weight = this instanceof HTMLElement ? Number(this.style.fontWeight) : 400;
    return new DOMRect(0, 0, ratio * textWidth(this.textContent, 100, weight), 100);
  });
}

function Measured({ shown }: { readonly shown: boolean }): ReactNode {
  const probe = useRef<HTMLSpanElement>(null);
  const widths = useFontWidths(shown, probe, NAMES, WORDS);
  return <><span ref={probe} /><p role="note">{widths === null ? "not measured" : `${widths.factor.toFixed(2)} ${widths.ratioOf("3M users", 660)?.toFixed(2) ?? "unknown"}`}</p></>;
}

afterEach(() => void vi.restoreAllMocks());

describe("useFontWidths", () => {
  it("measures names and words in the host's font, and leaves nothing in the page", () => {
    setFont(1.5);
    const { container } = render(<Measured shown />);
    expect(screen.getByRole("note")).toHaveTextContent("1.50 1.50");
    expect(container.querySelector("span")).toBeEmptyDOMElement();
  });

  it("waits in a tab that is not open, where no word has a width, and measures when it opens", () => {
    const { rerender } = render(<Measured shown={false} />);
    expect(screen.getByRole("note")).toHaveTextContent("not measured");
    setFont(1.25);
    rerender(<Measured shown />);
    expect(screen.getByRole("note")).toHaveTextContent("1.25 1.25");
  });

  it("takes the layout's own widths where nothing is laid out at all", () => {
    render(<Measured shown />);
    expect(screen.getByRole("note")).toHaveTextContent("1.00 unknown");
  });
});
