// @vitest-environment jsdom
import "../support/render.js";
import { render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useState, type ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { FacetMenu } from "../../src/views/FacetMenu.js";

const LABELS = ["Go", "Redis", "Temporal", "Élan", "Kafka", "SQL", "Rust", "C"];
const options = (n: number) => LABELS.slice(0, n).map((label) => ({ id: label.toLowerCase(), label, aliases: label === "Go" ? ["Golang"] : [] }));

function Menu({ n, start = [] }: { readonly n: number; readonly start?: readonly string[] }): ReactNode {
  const [chosen, setChosen] = useState(start);
  return (
    <>
      <FacetMenu
        stop="Skill" name="Skill" many="skills" options={options(n)} counts={new Map([["go", 3], ["redis", 0]])} chosen={chosen}
        onToggle={(id) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])}
        onClear={() => setChosen([])}
      />
      <button type="button">elsewhere</button>
    </>
  );
}

function mount(n: number, start: readonly string[] = []): UserEvent {
  render(<Menu n={n} start={start} />);
  return userEvent.setup();
}

const button = (): HTMLElement => screen.getByRole("button", { name: /^Skill/ });
const shown = (): readonly (string | null)[] => screen.queryAllByRole("checkbox").map((box) => box.parentElement?.textContent ?? null);

describe("FacetMenu", () => {
  it("opens on a press and says so", async () => {
    const user = mount(8);
    expect(button()).toHaveAttribute("aria-expanded", "false");
    await user.click(button());
    expect(button()).toHaveAttribute("aria-expanded", "true");
    const group = screen.getByRole("group", { name: "Skill" });
    expect(button()).toHaveAttribute("aria-controls", group.id);
    expect(within(group).getByRole("searchbox")).toHaveFocus();
  });

  it("has no field where there is little to find, and begins with the first option", async () => {
    const user = mount(4);
    await user.click(button());
    expect(screen.queryByRole("searchbox")).not.toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: /Go/ })).toHaveFocus();
  });

  it("goes to the next option that begins with a letter, round and round, and ticks nothing by it", async () => {
    const user = mount(8);
    await user.click(button());
    await user.keyboard("{ArrowDown}");
    for (const [letter, name] of [["s", /SQL/], ["T", /Temporal/], ["e", /Élan/], ["g", /Go/], ["g", /Go/], ["x", /Go/]] as const) {
      await user.keyboard(letter);
      expect(screen.getByRole("checkbox", { name }), letter).toHaveFocus();
    }
    expect(screen.queryByRole("checkbox", { checked: true })).not.toBeInTheDocument();
    expect(screen.getByRole("searchbox")).toHaveValue("");
  });

  it("brings up no keyboard under a finger: the focus is on the first option, and there again once cleared", async () => {
    vi.stubGlobal("matchMedia", (media: string) => ({ matches: media === "(pointer: coarse)" }));
    const user = mount(8, ["redis"]);
    await user.click(button());
    const first = screen.getByRole("checkbox", { name: /Go/ });
    expect(first).toHaveFocus();
    expect(screen.getByRole("searchbox")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear skills" }));
    expect(first).toHaveFocus();
    // No option is left to focus then.
    await user.click(screen.getByRole("checkbox", { name: /SQL/ }));
    await user.type(screen.getByRole("searchbox"), "zz");
    await user.click(screen.getByRole("button", { name: "Clear skills" }));
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });

  it("lists every option with how many it would leave, none included", async () => {
    const user = mount(3);
    await user.click(button());
    expect(shown()).toEqual(["Go3", "Redis0", "Temporal0"]);
  });

  it("checks and unchecks, and counts what is chosen", async () => {
    const user = mount(3);
    await user.click(button());
    await user.click(screen.getByRole("checkbox", { name: /Redis/ }));
    await user.keyboard("{ArrowUp} ");
    expect(screen.getByRole("checkbox", { name: /Go/ })).toBeChecked();
    expect(button()).toHaveAccessibleName(/^Skill\s*2$/);
    await user.click(screen.getByRole("button", { name: "Clear skills" }));
    expect(screen.getByRole("checkbox", { name: /Go/ })).not.toBeChecked();
    expect(screen.queryByRole("button", { name: "Clear skills" })).not.toBeInTheDocument();
  });

  it("finds by label and by other name, without accents and capitals", async () => {
    const user = mount(8);
    await user.click(button());
    const field = screen.getByRole("searchbox", { name: "Find among the skills" });
    expect(field).toHaveFocus();
    await user.type(field, "GOLANG");
    expect(shown()).toEqual(["Go3"]);
    await user.clear(field);
    await user.type(field, " elan ");
    expect(shown()).toEqual(["Élan0"]);
    await user.clear(field);
    await user.type(field, "zz");
    expect(shown()).toEqual([]);
    expect(screen.getByText("None of the skills has these letters.")).toBeInTheDocument();
  });

  it("moves with the arrows, from the field into the list, and stops at both ends", async () => {
    const user = mount(8);
    await user.click(button());
    await user.keyboard("{ArrowUp}{ArrowDown}");
    expect(screen.getByRole("checkbox", { name: /Go/ })).toHaveFocus();
    await user.keyboard("{ArrowDown>20/}");
    expect(screen.getByRole("checkbox", { name: /^C/ })).toHaveFocus();
  });

  it("closes on Escape and gives the focus back", async () => {
    const user = mount(8);
    await user.click(button());
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("group")).not.toBeInTheDocument();
    expect(button()).toHaveFocus();
  });

  it.each<readonly [string, (user: UserEvent) => Promise<void>]>([
    ["a press elsewhere", (user) => user.click(screen.getByRole("button", { name: "elsewhere" }))],
    ["the focus going elsewhere", (user) => user.keyboard("{Tab>4/}")],
    ["a press on its own button", (user) => user.click(button())],
  ])("closes on %s", async (_, act) => {
    const user = mount(3);
    await user.click(button());
    await act(user);
    expect(screen.queryByRole("group")).not.toBeInTheDocument();
  });

  it("is not there where there is nothing to choose from, unless something is chosen", () => {
    const { rerender } = render(<Menu n={1} />);
    expect(screen.queryByRole("button", { name: "Skill" })).not.toBeInTheDocument();
    rerender(<Menu key="chosen" n={1} start={["go"]} />);
    expect(button()).toBeInTheDocument();
  });
});
