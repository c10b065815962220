// @vitest-environment jsdom
import { chip, chips, mountView, namesOf } from "../support/render.js";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../../src/model/select.js";
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
    const employer = screen.getByRole("button", { name: "Employer" });
    await user.keyboard("{End}");
    expect(employer).toHaveFocus();
    await user.keyboard("{ArrowRight}");
    expect(employer).toHaveFocus();
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(chip("Has a link")).toHaveFocus();
    await user.keyboard("{Home} ");
    expect(chip("Payments")).toHaveAttribute("aria-pressed", "true");
    await user.tab();
    expect(screen.getByRole("searchbox")).toHaveFocus();
    await user.tab({ shift: true });
    expect(chip("Payments")).toHaveFocus();
  });

  it("ask no question that everything or nothing answers", () => {
    mountView(<FilterBar />, oneRole(someAchievements(3)));
    expect(names()).toEqual(["Payments 3"]);
  });
});

describe("a period", () => {
  const period = (words: string): HTMLElement => within(chips()).getByRole("button", { name: words });
  const from2020 = { filters: { ...NO_FILTERS, period: { from: "2020", to: "2021-06" } } };

  it("is one more pressed chip with its words, the last before the lists", async () => {
    const { store, user } = mountView(<FilterBar />, exampleCareer, { view: from2020 });
    expect(names().at(-1)).toBe("2020 to Jun 2021");
    expect(period("2020 to Jun 2021")).toHaveAttribute("aria-pressed", "true");
    expect(tally()).toHaveTextContent("4 of 9");
    await user.tab();
    await user.keyboard("{End}{ArrowLeft}{ArrowLeft}");
    expect(period("2020 to Jun 2021")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(store.getState().filters).toEqual(NO_FILTERS);
    expect(names()).not.toContain("2020 to Jun 2021");
  });

  it("leaves focus in the bar when it goes, pressed itself or cleared with the rest", async () => {
    for (const button of ["2020 to Jun 2021", "Clear"]) {
      const { user, unmount } = mountView(<FilterBar />, exampleCareer, { view: from2020 });
      await user.tab();
      await user.keyboard("{End}");
      await user.click(screen.getByRole("button", { name: button }));
      expect(chip("Payments")).toHaveFocus();
      expect(tally()).toHaveTextContent("9 achievements");
      unmount();
    }
  });

  it("stands in the bar where there is no other chip, and leaves focus to the search", async () => {
    const { user } = mountView(<FilterBar />, oneRole(someAchievements(3, { domains: [] })), { view: { filters: { ...NO_FILTERS, period: { from: "2000", to: null } } } });
    expect(names()).toEqual(["Since 2000"]);
    await user.click(period("Since 2000"));
    expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
    expect(screen.getByRole("searchbox", { name: "Find in text" })).toHaveFocus();
  });

  it("is not asked about where none is set", () => {
    mountView(<FilterBar />, exampleCareer);
    expect(names()).toHaveLength(5);
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

it("leaves focus at the chip that was last at hand when all is cleared", async () => {
  const { user } = mountView(<FilterBar />, exampleCareer);
  await user.click(chip("Scaling"));
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(chip("Scaling")).toHaveFocus();
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
