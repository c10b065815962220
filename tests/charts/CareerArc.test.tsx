// @vitest-environment jsdom
import { arc, marks } from "../support/render.js";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { describe, expect, it, vi } from "vitest";
import { CareerArc } from "../../src/charts/CareerArc.js";
import type { EmphasisState } from "../../src/layout/emphasis.js";
import { placeCareerArc } from "../../src/layout/careerArc.js";
import { createArcPlacer } from "../../src/layout/placeArcPart.js";
import type { Interval } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import { ongoing, promotions } from "../gallery/careers.js";
import { careerOf } from "../support/careers.js";
import { makeRole } from "../support/document.js";
import { exampleCareer } from "../model/example.js";

function mount(career: Career, emphasis: Partial<EmphasisState> = {}, props: Partial<ComponentProps<typeof CareerArc>> = {}): void {
  const placement = placeCareerArc(career, { width: 1184, height: 631, form: "wide", emphasis: { matches: null, selected: null, ...emphasis }, title: { width: 0, height: 0 } });
  if (!placement) throw new Error("nothing to place");
  render(
    <CareerArc placement={placement} idPrefix="" label="Career arc" nodeLabel={(id) => `mark ${id}`} nodeHref={(id) => `#to-${id}`} tabStop="billing" filtered={false} {...props} />,
  );
}

const mark = (id: string): HTMLElement => screen.getByRole("link", { name: `mark ${id}` });

describe("CareerArc", () => {
  it("is a named group of named links", () => {
    mount(exampleCareer);
    expect(arc()).toHaveAccessibleName("Career arc");
    expect(marks()).toHaveLength(9);
    expect(mark("billing")).toHaveAttribute("href", "#to-billing");
  });

  it("puts one mark into the tab order, the one it is told", () => {
    mount(exampleCareer, {}, { onSelect: vi.fn() });
    expect(marks().filter((each) => each.getAttribute("tabindex") === "0")).toEqual([mark("billing")]);
  });

  it("says which is selected", () => {
    mount(exampleCareer, { selected: "invoices" });
    expect(marks().filter((each) => each.getAttribute("aria-current") === "true")).toEqual([mark("invoices")]);
  });

  it("keeps its words from screen readers, whose words are the marks' names", () => {
    mount(exampleCareer);
    for (const text of screen.getAllByText(/./, { selector: "text, tspan" })) expect(text.closest("[aria-hidden='true']")).not.toBeNull();
  });

  it("names nothing that a filter leaves out", () => {
    mount(exampleCareer, { matches: new Set(["billing"]) }, { filtered: true });
    expect(screen.getByText("Billing system")).toBeInTheDocument();
    expect(screen.queryByText("E-invoices on time")).not.toBeInTheDocument();
    expect(marks()).toHaveLength(9);
  });

  it("tells of presses, and leaves those for a new tab to the browser", () => {
    const onSelect = vi.fn();
    mount(exampleCareer, {}, { onSelect });
    expect(fireEvent.click(mark("billing"))).toBe(false);
    expect(fireEvent.click(mark("billing"), { ctrlKey: true })).toBe(true);
    expect(onSelect.mock.calls).toEqual([["billing"]]);
  });

  it("is a plain link where nobody listens", () => {
    mount(exampleCareer);
    expect(fireEvent.click(mark("billing"))).toBe(true);
  });

  it("tells of a mouse over a mark and when it leaves; not of a finger, which presses", async () => {
    const onPoint = vi.fn();
    mount(exampleCareer, {}, { onPoint, onSelect: vi.fn() });
    const user = userEvent.setup();
    await user.hover(mark("billing"));
    expect(onPoint).toHaveBeenLastCalledWith("billing");
    await user.unhover(mark("billing"));
    expect(onPoint).toHaveBeenLastCalledWith(null);
    fireEvent.pointerOver(mark("template"), { pointerType: "touch" });
    expect(onPoint).not.toHaveBeenCalledWith("template");
    fireEvent.pointerOver(mark("template"), { pointerType: "mouse" });
    expect(onPoint).toHaveBeenLastCalledWith("template");
  });

  it("names roles, once for promotions at one employer", () => {
    mount(promotions);
    // Before the break and after it; the promotion in between repeats the title only.
    expect(screen.getAllByText("Acme")).toHaveLength(2);
    expect(screen.getByText("Senior Engineer")).toBeInTheDocument();
    // On two lines: its bar is narrow.
    expect(screen.getByText("Parental")).toBeInTheDocument();
    expect(screen.getByText("leave")).toBeInTheDocument();
  });

  it("lets a role that the viewport cuts run past the plot under a veil, and no other", () => {
    const career = careerOf([makeRole({ start: "2022-04", end: null })]);
    const draw = (viewport: Interval): readonly (readonly (string | null)[])[] => {
      const placement = createArcPlacer(career, null)({ width: 1184, height: 631, form: "wide", viewport, emphasis: { matches: null, selected: null }, title: { width: 0, height: 0 } });
      if (!placement) throw new Error("nothing to place");
      const { container, unmount } = render(<CareerArc placement={placement} idPrefix="" label="Career arc" nodeLabel={(id) => id} nodeHref={() => ""} tabStop={null} filtered={false} />);
      const found = [...container.querySelectorAll("rect.bar, rect[fill^='url(#fade0']")].map((rect) => ["x", "width", "fill"].map((name) => rect.getAttribute(name)));
      unmount();
      return found;
    };
    expect(draw({ from: Date.UTC(2023, 0), to: Date.UTC(2024, 0) })).toEqual([["108", "956", null], ["108", "16", "url(#fade00)"], ["1048", "16", "url(#fade01)"]]);
    expect(draw({ from: Date.UTC(2022, 3), to: Date.UTC(2024, 0) })).toEqual([["120", "944", null], ["1048", "16", "url(#fade01)"]]);
    expect(draw({ from: Date.UTC(2022, 0), to: career.asOf })).toHaveLength(1);
  });

  it("says since when an ongoing role goes on", () => {
    mount(ongoing);
    expect(screen.getByText("Apr 2022 – now")).toBeInTheDocument();
  });
});
