// @vitest-environment jsdom
import "../../support/render.js";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { useRoving } from "../../../src/views/hooks/useRoving.js";

function Group({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { stop, groupProps } = useRoving(ids);
  return (
    <div role="toolbar" aria-label="letters" {...groupProps}>
      {ids.map((id) => <button key={id} type="button" data-item={id} tabIndex={stop === id ? 0 : -1}><span>{id}</span></button>)}
      <button type="button">other</button>
    </div>
  );
}

const button = (name: string): HTMLElement => screen.getByRole("button", { name });

describe("useRoving", () => {
  it("stops at the first until another has had the focus", async () => {
    render(<Group ids={["a", "b", "c"]} />);
    const user = userEvent.setup();
    await user.tab();
    expect(button("a")).toHaveFocus();
    await user.keyboard("{ArrowRight}");
    await user.tab();
    await user.tab({ shift: true });
    expect(button("b")).toHaveFocus();
  });

  it.each([["{ArrowRight}", "c"], ["{ArrowDown}", "c"], ["{ArrowLeft}", "a"], ["{ArrowUp}", "a"], ["{Home}", "a"], ["{End}", "d"], ["{ArrowLeft>3/}", "a"], ["{ArrowRight>5/}", "d"]])("moves from b with %s to %s", async (keys, name) => {
    render(<Group ids={["a", "b", "c", "d"]} />);
    button("b").focus();
    await userEvent.setup().keyboard(keys);
    expect(button(name)).toHaveFocus();
  });

  it("takes only the keys that it uses, so that the page can scroll with the others", () => {
    render(<Group ids={["a", "b"]} />);
    button("a").focus();
    // False where somebody has taken the key for itself.
    expect(fireEvent.keyDown(button("a"), { key: "ArrowRight" })).toBe(false);
    expect(fireEvent.keyDown(button("b"), { key: "PageDown" })).toBe(true);
    expect(fireEvent.keyDown(button("b"), { key: "a" })).toBe(true);
    for (const modifier of ["altKey", "ctrlKey", "metaKey"]) expect(fireEvent.keyDown(button("b"), { key: "ArrowLeft", [modifier]: true })).toBe(true);
    expect(button("b")).toHaveFocus();
  });

  it("leaves what is in the group but not one of its items alone", () => {
    render(<Group ids={["a", "b"]} />);
    button("other").focus();
    expect(fireEvent.keyDown(button("other"), { key: "ArrowLeft" })).toBe(true);
    expect(button("other")).toHaveFocus();
  });

  it("stops at the first again when the current one is gone", () => {
    const { rerender } = render(<Group ids={["a", "b", "c"]} />);
    fireEvent.focus(button("c"));
    expect(button("c")).toHaveAttribute("tabindex", "0");
    rerender(<Group ids={["a", "b"]} />);
    expect(button("a")).toHaveAttribute("tabindex", "0");
  });

  it("has no stop where there is nothing", () => {
    render(<Group ids={[]} />);
    expect(screen.getAllByRole("button")).toHaveLength(1);
  });
});
