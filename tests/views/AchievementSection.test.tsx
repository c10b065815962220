// @vitest-environment jsdom
import { mountView } from "../support/render.js";
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { NO_FILTERS, type Filters } from "../../src/model/select.js";
import { AchievementSection } from "../../src/views/AchievementSection.js";
import { exampleCareer } from "../model/example.js";
import { sampleCareer } from "../support/careers.js";

const mount = (filters: Partial<Filters> = {}) => mountView(<AchievementSection />, exampleCareer, { view: { filters: { ...NO_FILTERS, ...filters } } });
const heading = (): HTMLElement => screen.getByRole("heading", { level: 2 });

describe("AchievementSection", () => {
  it("counts what matches in its heading", async () => {
    const { user, store } = mount();
    expect(heading()).toHaveTextContent("Achievements");
    await user.click(screen.getByRole("button", { name: "Table" }));
    expect(store.getState().list).toBe("table");
    expect(await screen.findByRole("table")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Table" })).toHaveAttribute("aria-pressed", "true");
    await user.click(screen.getByRole("button", { name: "List" }));
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
  });

  it.each<readonly [Partial<Filters>, string]>([
    [{ domains: ["payments"] }, "4 achievements match"],
    [{ text: "integration" }, "1 achievement matches"],
    [{ text: "zzz" }, "0 achievements match"],
  ])("says how many match %j", (filters, words) => {
    mount(filters);
    expect(heading()).toHaveTextContent(words);
  });
});

describe("an empty result", () => {
  it("says which filter to relax and does it", async () => {
    // Of APIs none has a link; without the field two have one, without the question two are in it.
    const { user, store } = mount({ domains: ["apis"], hasLink: true });
    expect(screen.getByText(/^Nothing matches all of this\. Without the field filter 2 would\./)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Remove that filter" }));
    expect(store.getState().filters).toEqual({ ...NO_FILTERS, hasLink: true });
    expect(heading()).toHaveTextContent("2 achievements match");
  });

  it("offers to clear everything where no single filter decides", async () => {
    const { user, store } = mount({ text: "zzz", domains: ["apis"], hasLink: true });
    expect(screen.queryByRole("button", { name: "Remove that filter" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear all filters" }));
    expect(store.getState().filters).toEqual(NO_FILTERS);
    expect(heading()).toHaveTextContent("Achievements");
  });

  it("shows no table of nothing", async () => {
    const { user } = mount({ text: "zzz" });
    await user.click(screen.getByRole("button", { name: "Table" }));
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
  });

  it("of a career without achievements is no filter's fault", () => {
    mountView(<AchievementSection />, sampleCareer("empty"));
    expect(screen.getByText(/^No achievements are written down yet\./)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /filter/ })).not.toBeInTheDocument();
    // Its roles are facts, too.
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(4);
  });
});
