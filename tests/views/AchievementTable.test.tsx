// @vitest-environment jsdom
import { mountView } from "../support/render.js";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../../src/model/select.js";
import { AchievementTable } from "../../src/views/AchievementTable.js";
import { exampleCareer } from "../model/example.js";
import { oneRole, someAchievements } from "../support/careers.js";

const header = (name: string): HTMLElement => screen.getByRole("columnheader", { name: new RegExp(`^${name}`) });
/** The cell of a row under a heading, wherever the columns stand. */
function cell(row: string, column: string): HTMLElement {
  const place = screen.getAllByRole("columnheader").findIndex((each) => each.textContent?.startsWith(column));
  const found = screen.getByRole<HTMLTableRowElement>("row", { name: new RegExp(row) }).cells[place];
  if (!found) throw new Error(`no cell ${column} of ${row}`);
  return found;
}
const titles = (): readonly (string | null)[] => screen.getAllByRole("rowheader").map((each) => each.textContent);
const sorted = (): readonly (readonly [string | null, string | null])[] =>
  screen.getAllByRole("columnheader").filter((each) => each.hasAttribute("aria-sort")).map((each) => [each.textContent?.split(" ")[0] ?? null, each.getAttribute("aria-sort")]);

describe("AchievementTable", () => {
  it("has a row for every achievement and, last, for what is tied to no role", () => {
    mountView(<AchievementTable />, exampleCareer);
    expect(titles()).toHaveLength(10);
    expect(titles().at(-1)).toBe("9 years with payments.");
    expect(screen.getByRole("region", { name: "Table of achievements" })).toHaveAttribute("tabindex", "0");
  });

  it("says when, where, with what figures, fields and skills", () => {
    mountView(<AchievementTable />, exampleCareer);
    expect(cell("One interface for payments", "When")).toHaveTextContent(/^Jan – Mar 2024$/);
    expect(cell("One interface for payments", "Where")).toHaveTextContent(/^Carousell\s*Lead Engineer$/);
    expect(cell("One interface for payments", "Figures")).toHaveTextContent(/^−75%\sintegration time$/);
    expect(cell("First workflows", "Field, skills")).toHaveTextContent(/^Scaling, Payments, Temporal, Go$/);
    expect(cell("Order flow rebuilt", "Figures")).toHaveTextContent(/^none$/);
  });

  it("begins with the newest and says so", () => {
    mountView(<AchievementTable />, exampleCareer);
    expect(sorted()).toEqual([["When", "descending"]]);
    expect(titles()[0]).toBe("Guidelines for packages");
  });

  it("sorts by the heading pressed, and the other way round when pressed again", async () => {
    const { user, store } = mountView(<AchievementTable />, exampleCareer);
    await user.click(within(header("Achievement")).getByRole("button"));
    expect(sorted()).toEqual([["Achievement", "descending"]]);
    const down = titles().slice(0, 9);
    expect(down).toEqual([...down].sort((a, b) => (b ?? "").localeCompare(a ?? "", "en")));
    await user.click(within(header("Achievement")).getByRole("button"));
    expect(sorted()).toEqual([["Achievement", "ascending"]]);
    expect(titles().slice(0, 9)).toEqual([...down].reverse());
    await user.click(within(header("Where")).getByRole("button"));
    expect(sorted()).toEqual([["Where", "descending"]]);
    expect(store.getState().sort).toEqual({ by: "organization", direction: "descending" });
  });

  it("keeps only what matches", () => {
    mountView(<AchievementTable />, exampleCareer, { view: { filters: { ...NO_FILTERS, domains: ["apis"] } } });
    expect(titles()).toEqual(["Guidelines for packages", "Microservices template"]);
  });

  it("selects by title", async () => {
    const { user, store } = mountView(<AchievementTable />, exampleCareer);
    await user.click(screen.getByRole("button", { name: "Billing system" }));
    expect(store.getState().at).toBe("billing");
  });

  it("of a career that is too large for all at once goes on with the first of what is new, to the end", async () => {
    const { user } = mountView(<AchievementTable />, oneRole(someAchievements(201)));
    for (const count of [40, 140]) {
      await user.click(screen.getByRole("button", { name: /^Show/ }));
      expect(within(screen.getAllByRole("rowheader")[count] ?? document.body).getByRole("button")).toHaveFocus();
    }
    expect(screen.queryByRole("button", { name: /^Show/ })).toBeNull();
  });
});
