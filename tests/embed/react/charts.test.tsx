// @vitest-environment jsdom
import { arc, mark, setWidth } from "../../support/render.js";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CareerArc } from "../../../src/embed/react/CareerArcChart.js";
import { MetricChart } from "../../../src/embed/react/MetricChart.js";
import { SkillGrowth } from "../../../src/embed/react/SkillGrowthChart.js";
import { metricText } from "../../../src/model/metricText.js";
import { firstDocument, sampleCareers } from "../../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../../support/document.js";

const AS_OF = "2026-11-22";
const first = { career: firstDocument, asOf: AS_OF };
const viewBox = (): string | null => arc().getAttribute("viewBox");

describe("CareerArc", () => {
  it("is named, and draws for the room there is", () => {
    render(<CareerArc {...first} />);
    expect(arc()).toHaveAccessibleName(/^Career arc: 9 achievements/);
    expect(viewBox()).toMatch(/^0 0 1184 /);
    setWidth(400);
    expect(viewBox()).toMatch(/^0 0 400 /);
  });

  it("or for the size that is asked for", () => {
    render(<CareerArc {...first} width={700} height={300} />);
    expect(viewBox()).toBe("0 0 700 300");
  });

  it("lets a mark be selected and let go of", async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn();
    render(<CareerArc {...first} onSelect={onSelect} />);
    const current = (): string | null => mark("A new billing system").getAttribute("aria-current");
    await user.click(mark("A new billing system"));
    expect(current()).toBe("true");
    await user.click(mark("A new billing system"));
    expect(current()).toBeNull();
    await user.click(mark("A new billing system"));
    await user.keyboard("{Escape}");
    expect(current()).toBeNull();
    expect(onSelect.mock.calls).toEqual([["billing-system"], [null], ["billing-system"], [null]]);
  });

  it("can be the host's to select", async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn();
    render(<CareerArc {...first} state={{ at: "user-cache", filters: { domains: ["payments"] } }} onSelect={onSelect} pageHref="/career" />);
    await user.click(mark("A new billing system"));
    expect(onSelect.mock.calls).toEqual([["billing-system"]]);
    expect(mark("A separate cache for user data")).toHaveAttribute("aria-current", "true");
    expect(mark("A new billing system")).toHaveAttribute("href", "/career?at=billing-system");
  });

  it("is moved along with the keys", async () => {
    const user = userEvent.setup();
    render(<CareerArc {...first} />);
    await user.tab();
    await user.keyboard("{ArrowRight}");
    expect(within(arc()).getAllByRole("link")[1]).toHaveFocus();
  });
});

describe("SkillGrowth", () => {
  it("is named and says in words what it draws, as many as are asked for", () => {
    const { rerender } = render(<SkillGrowth {...first} />);
    const group = screen.getByRole("group", { name: /^Skill growth/ });
    const all = within(group).getAllByRole("listitem").length;
    expect(all).toBeGreaterThan(3);
    expect(within(group).getAllByRole("listitem")[0]).toHaveTextContent(/achievements/);
    rerender(<SkillGrowth {...first} limit={3} label="Skills of mine" filters={{ domains: ["payments"] }} />);
    expect(within(screen.getByRole("group", { name: "Skills of mine" })).getAllByRole("listitem")).toHaveLength(3);
    expect(screen.getAllByRole("listitem")[0]).toHaveTextContent(/ of /);
  });
});

describe("MetricChart", () => {
  it("shows the figure of an achievement, what it measures, and whose it is", () => {
    render(<MetricChart {...first} achievement="package-guidelines" />);
    const figure = screen.getByRole("figure");
    expect(figure).toHaveTextContent("3 → ½");
    expect(figure).toHaveTextContent("computed");
    expect(figure).toHaveTextContent("Carousell, guidelines");
  });

  it.each(sampleCareers.filter(([name]) => ["career", "nurse", "long-names"].includes(name)))("every figure of %s", (_, career) => {
    for (const { id, metrics } of career.achievements) {
      metrics.forEach((metric, index) => {
        const { unmount } = render(<MetricChart career={career.document} asOf={AS_OF} achievement={id} metric={index} />);
        expect(screen.getByRole("figure").textContent?.replaceAll("\u00a0", " ")).toContain(metricText(metric).number.replaceAll("\u00a0", " "));
        unmount();
      });
    }
  });

  it.each<readonly [string, number | undefined, string]>([
    ["nothing", undefined, 'This career cannot be shown: no achievement has the id "nothing" at achievement.'],
    ["payment-interface", 1, 'This career cannot be shown: the achievement "payment-interface" has no metric 1, only 0 to 0 at metric.'],
  ])("says so where there is no such figure: %s, %s", (achievement, metric, sentence) => {
    const onError = vi.fn();
    render(<MetricChart {...first} achievement={achievement} metric={metric} onError={onError} />);
    expect(screen.getByRole("alert")).toHaveTextContent(sentence);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("takes the featured figure where none is named", () => {
    const achievement = makeAchievement({ metrics: [{ kind: "count", n: 7, of: "servers", quote: "7" }, { kind: "count", n: 9, of: "teams", quote: "9", featured: true }] });
    render(<MetricChart career={makeDocument({ roles: [makeRole({ achievements: [achievement] })] })} asOf={AS_OF} achievement={achievement.id} />);
    expect(screen.getByRole("figure")).toHaveTextContent(/^9 teams/);
  });
});
