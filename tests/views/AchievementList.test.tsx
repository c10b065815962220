// @vitest-environment jsdom
import { mountView, namesOf } from "../support/render.js";
import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { AchievementDocument } from "../../src/model/document.js";
import { NO_FILTERS } from "../../src/model/select.js";
import { AchievementList } from "../../src/views/AchievementList.js";
import { exampleCareer } from "../model/example.js";
import { careerOf, sampleCareer } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

const rows = (): readonly HTMLElement[] => screen.getAllByRole("link").filter((link) => link.hasAttribute("data-item"));
const ids = (): readonly (string | null)[] => rows().map((row) => row.getAttribute("data-item"));
const headings = (): readonly string[] => namesOf(screen.getAllByRole("heading", { level: 3 }));
const payments = { view: { filters: { ...NO_FILTERS, domains: ["payments"] } } };

describe("order", () => {
  it("is the newest role first, and within it the newest first", () => {
    mountView(<AchievementList />, exampleCareer);
    expect(headings()).toEqual(["Carousell Lead EngineerMar 2022 – Oct 2025", "17Live Senior EngineerMar 2018 – Mar 2022", expect.stringMatching(/no role/)]);
    const centreOf = new Map(exampleCareer.achievements.map(({ id, centre }) => [id, centre]));
    const centres = ids().map((id) => centreOf.get(id ?? "") ?? NaN);
    expect(centres).toEqual([...centres].sort((a, b) => b - a));
    expect(ids()).toHaveLength(9);
  });

  it("keeps only what matches, and only roles that have some", () => {
    mountView(<AchievementList />, exampleCareer, { view: { filters: { ...NO_FILTERS, text: "billing" } } });
    expect(headings()).toEqual(["17Live Senior EngineerMar 2018 – Mar 2022"]);
    expect(ids()).toEqual(["billing"]);
  });

  it("gives a role without achievements its place while nothing is filtered", () => {
    const career = careerOf([makeRole(), { id: "leave", title: "Leave", kind: "break", start: "2022-01", end: "2022-03" }]);
    const { unmount } = mountView(<AchievementList />, career);
    expect(headings()).toEqual(["LeaveJan – Mar 2022", "Acme EngineerJan 2020 – Dec 2021"]);
    unmount();
    mountView(<AchievementList />, career, payments);
    expect(headings()).toEqual(["Acme EngineerJan 2020 – Dec 2021"]);
  });
});

describe("a row", () => {
  it("has its figures in words, and its date where one is stated", () => {
    mountView(<AchievementList />, exampleCareer);
    expect(screen.getByRole("link", { name: /^Live event on own cache/ })).toHaveTextContent(/3M\susers.*Jun 2020/);
    expect(screen.getByRole("link", { name: /^Billing system/ })).toHaveTextContent(/^Billing system$/);
    expect(screen.getByRole("link", { name: /^Order flow rebuilt/ })).toHaveTextContent(/begun between Mar and Jun 2022/);
  });

  it("says a stated date for machines, too, as precisely as it is stated", () => {
    const dated = (id: string, from: string, to: string): AchievementDocument => makeAchievement({ id, when: { from, to } });
    mountView(<AchievementList />, careerOf([makeRole({ achievements: [dated("day", "2020-03-09", "2020-03-09"), dated("month", "2021-02", "2021-02"), dated("stretch", "2020", "2021-03"), makeAchievement({ id: "begun", when: { from: "2020-05", to: "2020-05", of: "start" } }), makeAchievement({ id: "since", when: { from: "2020-06" } })] })]));
    const timesOf = (id: string): readonly string[] => [...(rows().find((row) => row.getAttribute("data-item") === id)?.querySelectorAll("time") ?? [])].map((time) => `${time.dateTime}: ${time.textContent ?? ""}`);
    expect(timesOf("day")).toEqual(["2020-03-09: 9 Mar 2020"]);
    expect(timesOf("month")).toEqual(["2021-02: Feb 2021"]);
    expect(timesOf("stretch")).toEqual(["2020: 2020", "2021-03: Mar 2021"]);
    expect([...timesOf("begun"), ...timesOf("since")]).toEqual([]);
  });

  it("selects, is then the current one, and is the only one", async () => {
    const { user, store } = mountView(<AchievementList />, exampleCareer);
    await user.click(screen.getByRole("link", { name: /^Billing system/ }));
    expect(store.getState().at).toBe("billing");
    expect(rows().filter((row) => row.getAttribute("aria-current") === "true")).toEqual([screen.getByRole("link", { name: /^Billing system/ })]);
  });

  it.each(["Control", "Meta", "Shift"])("leaves a press with %s to the browser", async (key) => {
    const { user, store } = mountView(<AchievementList />, exampleCareer);
    await user.keyboard(`{${key}>}`);
    await user.click(screen.getByRole("link", { name: /^Billing system/ }));
    expect(store.getState().at).toBeNull();
  });

  it("has its full text in the page, with the words its figures were read from marked", () => {
    mountView(<AchievementList />, exampleCareer);
    expect(screen.getAllByRole("mark").map((mark) => mark.textContent)).toEqual(expect.arrayContaining(["3M users", "75%", "100%"]));
    expect(screen.getByRole("link", { name: "https://example.org/billing" })).toHaveAttribute("href", "https://example.org/billing");
  });

  it("is where a mark's link leads", () => {
    mountView(<AchievementList />, exampleCareer, { idPrefix: "x-" });
    const row = screen.getByRole("link", { name: /^Billing system/ });
    expect(row).toHaveAttribute("href", "#x-a-billing");
    expect(document.getElementById("x-a-billing")).toContainElement(row);
  });
});

describe("keys", () => {
  it("take one tab stop for all rows, and move through them across roles", async () => {
    const { user } = mountView(<AchievementList />, exampleCareer);
    expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
    await user.tab();
    expect(rows()[0]).toHaveFocus();
    await user.keyboard("{ArrowDown>5/}");
    expect(rows()[5]).toHaveFocus();
    expect(rows().filter((row) => row.tabIndex === 0)).toEqual([rows()[5]]);
    await user.keyboard("{ArrowUp}");
    expect(rows()[4]).toHaveFocus();
  });

  it("begin at the first again when the current row is filtered away", async () => {
    const { user, store } = mountView(<AchievementList />, exampleCareer);
    await user.tab();
    await user.keyboard("{End}");
    expect(rows().at(-1)).toHaveFocus();
    act(() => store.actions.setText("invoices"));
    expect(rows().map((row) => row.tabIndex)).toEqual([0]);
  });
});

describe("claims", () => {
  it("stand last, and not among what a filter asks for", () => {
    const { unmount } = mountView(<AchievementList />, exampleCareer);
    const last = screen.getAllByRole("list").at(-1);
    expect(last).toHaveTextContent(/^9 years with payments\./);
    unmount();
    mountView(<AchievementList />, exampleCareer, payments);
    expect(screen.queryByText(/9 years/)).not.toBeInTheDocument();
  });
});

describe("a long list", () => {
  it("begins short and says what more there is", async () => {
    const { user } = mountView(<AchievementList />, sampleCareer("dense"));
    const more = screen.getByRole("button", { name: "Show all 60 achievements" });
    expect(more).toHaveAttribute("aria-expanded", "false");
    await user.click(more);
    expect(screen.getByRole("button", { name: "Show the first 14" })).toHaveAttribute("aria-expanded", "true");
    // The first of what is new.
    expect(rows()[14]).toHaveFocus();
  });

  it("is short of nothing where a filter leaves few", () => {
    mountView(<AchievementList />, careerOf([makeRole({ achievements: [makeAchievement()] })]));
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });
});
