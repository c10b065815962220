// @vitest-environment jsdom
import { chip, chips, mountView, namesOf } from "../support/render.js";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FilterBar } from "../../src/views/FilterBar.js";
import { exampleCareer } from "../model/example.js";
import { oneRole, sampleCareer, someAchievements } from "../support/careers.js";

const names = (): readonly string[] => namesOf(within(chips()).getAllByRole("button"));
const tally = (): HTMLElement => screen.getByRole("search");

describe("chips", () => {
  it("name each field in use with how many it would leave, then the two questions", () => {
    mountView(<FilterBar />, exampleCareer);
    expect(names()).toEqual(["Payments 4", "Scaling 3", "APIs 2", "Has a number 3", "Has a link 2"]);
    expect(tally()).toHaveTextContent("9 achievements");
  });

  it("are on or off, and say so", async () => {
    const { user } = mountView(<FilterBar />, exampleCareer);
    expect(chip("Payments")).toHaveAttribute("aria-pressed", "false");
    await user.click(chip("Payments"));
    expect(chip("Payments")).toHaveAttribute("aria-pressed", "true");
    expect(tally()).toHaveTextContent("4 of 9");
    await user.click(chip("Payments"));
    expect(chip("Payments")).toHaveAttribute("aria-pressed", "false");
    expect(tally()).toHaveTextContent("9 achievements");
  });

  it("add up within a facet and narrow across facets", async () => {
    const { user } = mountView(<FilterBar />, exampleCareer);
    await user.click(chip("Payments"));
    await user.click(chip("Scaling"));
    expect(tally()).toHaveTextContent("6 of 9");
    await user.click(chip("Has a number"));
    expect(tally()).toHaveTextContent("3 of 9");
    expect(names()).toEqual(["Payments 2", "Scaling 1", "APIs 0", "Has a number 3", "Has a link 1"]);
  });

  it("are one tab stop, moved through with arrows, Home and End", async () => {
    const { user } = mountView(<FilterBar />, exampleCareer);
    await user.tab();
    expect(chip("Payments")).toHaveFocus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(chip("APIs")).toHaveFocus();
    await user.keyboard("{End}");
    expect(chip("Has a link")).toHaveFocus();
    await user.keyboard("{ArrowRight}");
    expect(chip("Has a link")).toHaveFocus();
    await user.keyboard("{Home} ");
    expect(chip("Payments")).toHaveAttribute("aria-pressed", "true");
    await user.tab();
    expect(screen.getByRole("button", { name: "Skill" })).toHaveFocus();
    await user.tab({ shift: true });
    expect(chip("Payments")).toHaveFocus();
  });

  it("ask no question that everything or nothing answers", () => {
    mountView(<FilterBar />, oneRole(someAchievements(3)));
    expect(names()).toEqual(["Payments 3"]);
  });
});

describe("clearing", () => {
  it("is offered once something is asked for, and takes it all away", async () => {
    const { user, store } = mountView(<FilterBar />, exampleCareer);
    expect(screen.queryByRole("button", { name: "Clear" })).not.toBeInTheDocument();
    await user.click(chip("Has a link"));
    await user.type(screen.getByRole("searchbox", { name: "Find in text" }), "integration");
    expect(tally()).toHaveTextContent("1 of 9");
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(store.getState().filters.text).toBe("");
    expect(screen.getByRole("searchbox", { name: "Find in text" })).toHaveValue("");
    expect(tally()).toHaveTextContent("9 achievements");
  });
});

describe("menus", () => {
  it("narrow by skill and by employer, and say how many are chosen", async () => {
    const { user } = mountView(<FilterBar />, exampleCareer);
    await user.click(screen.getByRole("button", { name: "Skill" }));
    await user.click(screen.getByRole("checkbox", { name: /^Go/ }));
    await user.click(screen.getByRole("checkbox", { name: /^Redis/ }));
    expect(tally()).toHaveTextContent("5 of 9");
    await user.click(screen.getByRole("button", { name: "Employer" }));
    await user.click(screen.getByRole("checkbox", { name: /^17Live/ }));
    expect(tally()).toHaveTextContent("3 of 9");
    expect(screen.getByRole("button", { name: /^Skill\s*2$/ })).toBeInTheDocument();
  });
});

describe("a career without achievements", () => {
  it("has nothing to filter", () => {
    mountView(<FilterBar />, sampleCareer("empty"));
    expect(screen.queryByRole("search")).not.toBeInTheDocument();
  });
});
