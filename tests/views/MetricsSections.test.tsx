// @vitest-environment jsdom
import { mountView, namesOf } from "../support/render.js";
import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Career } from "../../src/model/career.js";
import type { Metric } from "../../src/model/document.js";
import { createCareer } from "../../src/model/createCareer.js";
import { MetricsSections } from "../../src/views/MetricsSections.js";
import { AS_OF, firstCareer, oneRole, sampleCareer, someAchievements } from "../support/careers.js";
import { makeDocumentWithMetrics } from "../support/document.js";

const withMetrics = (...metrics: readonly Metric[]): Career => createCareer(makeDocumentWithMetrics(metrics), AS_OF);
const items = (): readonly string[] => namesOf(screen.getAllByRole("listitem"));

const share: Metric = { kind: "share", part: 65, whole: 100, of: "orders", quote: "65% of orders" };
const zero: Metric = { kind: "level", value: 0, unit: "incidents", of: "after launch", quote: "zero incidents" };
const review: Metric = { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review time", quote: "from 3 days to half a day" };
const faster: Metric = { kind: "percent_change", percent: 75, direction: "down", of: "integration time", quote: "75%", note: "per provider" };

describe("MetricsSections", () => {
  it("shows every figure of a career once", () => {
    mountView(<MetricsSections />, firstCareer);
    expect(screen.getAllByRole("listitem")).toHaveLength(firstCareer.achievements.flatMap(({ metrics }) => metrics).length);
  });

  it("keeps changes and parts apart from figures that stand alone, a zero among them", () => {
    mountView(<MetricsSections />, withMetrics(share, zero, review));
    const changed = within(screen.getByRole("region", { name: "What changed" }));
    const ledger = within(screen.getByRole("region", { name: "Counts, times and firsts" }));
    expect(changed.getAllByRole("listitem")).toHaveLength(2);
    expect(namesOf(ledger.getAllByRole("listitem"))).toEqual([expect.stringMatching(/^0 incidents/)]);
  });

  it("says in words what a change chart shows, and that the percent was computed", () => {
    mountView(<MetricsSections />, withMetrics(review));
    expect(screen.getByRole("heading", { level: 3 })).toHaveAccessibleName(/^Review time: 3 → ½\sday \(−83%, computed\)$/);
  });

  it("names a share's whole", () => {
    mountView(<MetricsSections />, withMetrics(share));
    expect(screen.getByRole("heading", { level: 3 })).toHaveTextContent(/^65%\s*of orders$/);
  });

  it("says what an open end means only where there is one", () => {
    const { unmount } = mountView(<MetricsSections />, withMetrics(review));
    expect(screen.queryByText(/open ends/i)).not.toBeInTheDocument();
    unmount();
    mountView(<MetricsSections />, withMetrics(faster));
    expect(screen.getByText(/open ends/i)).toBeInTheDocument();
    expect(items()[0]).toContain("per provider");
  });

  it("gives each its source", () => {
    mountView(<MetricsSections />, withMetrics(zero));
    expect(items()[0]).toMatch(/Acme, Billing service$/);
  });

  it("shows of a filtered career what matches, and counts the rest", () => {
    const { store } = mountView(<MetricsSections />, firstCareer);
    const all = items().length;
    act(() => store.actions.toggle("domains", "payments"));
    const others = screen.getAllByText(/others are outside this filter\./).map((line) => parseInt(line.textContent ?? "", 10));
    expect(others).toEqual([4, 11]);
    expect(items()).toHaveLength(all - 15);
    act(() => store.actions.setText("zzzz"));
    expect(screen.getAllByText(/^All \d+ are outside this filter\.$/)).toHaveLength(2);
    expect(screen.queryAllByRole("list")).toEqual([]);
  });

  it("begins short where there are many", async () => {
    const { user } = mountView(<MetricsSections />, withMetrics(...Array.from({ length: 10 }, () => faster)));
    await user.click(screen.getByRole("button", { name: "Show all 10 changes" }));
    expect(screen.getByRole("button", { name: "Show the first 9" })).toBeInTheDocument();
  });

  it("of a career that is too large for all at once goes on with the first of what is new, to the end", async () => {
    const many = oneRole(someAchievements(230, { metrics: [faster, share, zero], text: "75%; 65% of orders; zero incidents" }));
    const { user } = mountView(<MetricsSections />, many);
    for (const [what, begun] of [["changes", 9], ["shares", 8], ["figures", 24]] as const) {
      const more = (): HTMLElement | null => screen.queryByRole("button", { name: new RegExp(`further ${what}$`) });
      const rows = (list: Element | null | undefined): HTMLElement[] => (list instanceof HTMLElement ? within(list).getAllByRole("listitem") : []);
      const list = more()?.previousElementSibling;
      let last: HTMLElement | null = null;
      for (let count: number = begun; count < 230; count += 100) {
        const button = more();
        expect(button).not.toBeNull();
        if (button) await user.click(button);
        expect(rows(list)[count]).toHaveFocus();
        // It takes the focus once, and is no stop after that.
        expect(last?.hasAttribute("tabindex") ?? false).toBe(false);
        last = rows(list)[count] ?? null;
      }
      expect(more()).toBeNull();
      expect(rows(list)).toHaveLength(230);
    }
  });

  it("is not there where nothing was measured", () => {
    mountView(<MetricsSections />, sampleCareer("no-metrics"));
    expect(screen.queryByRole("heading")).not.toBeInTheDocument();
  });
});
