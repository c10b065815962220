// @vitest-environment jsdom
import { mark, marks, mountView } from "../support/render.js";
import { act, fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Career } from "../../src/model/career.js";
import { NO_FILTERS } from "../../src/model/select.js";
import type { ViewState } from "../../src/state/viewState.js";
import { ArcSection } from "../../src/views/ArcSection.js";
import { nobody, ties } from "../gallery/careers.js";
import { exampleCareer } from "../model/example.js";
import { oneRole } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

const DESK = { page: 1184, arc: 1184 };
const mount = (career: Career, view: Partial<ViewState> = {}, room: { page: number; arc: number } | null = DESK) => mountView(<ArcSection room={room} legend={null} />, career, { view });

const heading = (): HTMLElement => screen.getByRole("heading", { level: 2 });

describe("marks", () => {
  it("are one per achievement, from the earliest to the latest", () => {
    mount(exampleCareer);
    const inTime = [...exampleCareer.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
    expect(marks().map((each) => each.getAttribute("aria-label")?.split(". ")[0])).toEqual(inTime.map(({ title }) => title));
  });

  it("say figure, title, place and time", () => {
    mount(exampleCareer);
    expect(mark("Live event on own cache")).toHaveAccessibleName(/^Live event on own cache\. 3M\susers\. 17Live\. In June 2020\.$/);
    expect(mark("Billing system")).toHaveAccessibleName(/^Billing system\. 17Live\. Some time in these 4 years and 1 month\./);
  });

  it("select when pressed, and say which is selected", async () => {
    const { user, store } = mount(exampleCareer);
    await user.click(mark("Billing system"));
    expect(store.getState().at).toBe("billing");
    expect(mark("Billing system")).toHaveAttribute("aria-current", "true");
    expect(marks().filter((each) => each.hasAttribute("aria-current"))).toHaveLength(1);
  });

  it("leave a press for a new tab to the browser", () => {
    const { store } = mount(exampleCareer);
    for (const key of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
      // True where nobody has taken the press for itself.
      expect(fireEvent.click(mark("Billing system"), key)).toBe(true);
    }
    expect(store.getState().at).toBeNull();
    expect(fireEvent.click(mark("Billing system"))).toBe(false);
  });

  it("are one tab stop, moved through with the arrows", async () => {
    const { user } = mount(exampleCareer);
    expect(marks().map((each) => each.getAttribute("tabindex"))).toEqual(["0", ...Array.from({ length: 8 }, () => "-1")]);
    await user.tab();
    expect(marks()[0]).toHaveFocus();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
    expect(marks()[1]).toHaveFocus();
    await user.keyboard("{End}{ArrowRight}");
    expect(marks().at(-1)).toHaveFocus();
    expect(marks().filter((each) => each.getAttribute("tabindex") === "0")).toEqual([marks().at(-1)]);
    await user.keyboard("{Home}{ArrowLeft}");
    expect(marks()[0]).toHaveFocus();
  });

  it("lead to their words in the list without a script", () => {
    mountView(<ArcSection room={DESK} legend={null} />, exampleCareer, { idPrefix: "x-" });
    expect(mark("Billing system")).toHaveAttribute("href", "#x-a-billing");
  });
});

describe("words", () => {
  it("restate what is asked for", () => {
    const { store } = mount(exampleCareer);
    expect(heading()).toHaveTextContent("9 achievements, adding up");
    act(() => store.actions.toggle("domains", "payments"));
    expect(heading()).toHaveTextContent("4 in payments");
    expect(screen.getByText(/The rest stays in place, dimmed\.$/)).toBeInTheDocument();
    expect(marks()).toHaveLength(9);
  });

  it("say how many marks are named where not all are", () => {
    mount(ties);
    expect(screen.getByText(/^\d+ of 19 are \w+ here\./)).toBeInTheDocument();
  });

  it("say nothing of it where all are named", () => {
    mount(exampleCareer, { filters: { ...NO_FILTERS, text: "billing" } });
    expect(screen.queryByText(/\d of \d+ are/)).not.toBeInTheDocument();
  });

  it("of a mark without a name appear while it is pointed at or has the focus", async () => {
    const titles = ["Alder", "Beech", "Cedar", "Elm", "Fir", "Hazel", "Holly", "Larch", "Lime", "Maple", "Oak", "Pine", "Plane", "Rowan", "Spruce", "Willow", "Yew", "Zelkova"].flatMap((tree) => [tree, `Old ${tree}`]);
    const { user } = mount(oneRole(titles.map((title) => makeAchievement({ id: title, title, when: { from: "2021-06", to: "2021-06" } })), { start: "2010-01", end: "2022-12" }));
    const said = (): readonly string[] => titles.filter((title) => screen.queryByText(title) !== null);
    const named = said();
    expect(named.length).toBeLessThan(titles.length);
    for (const title of titles) {
      await user.hover(mark(title));
      expect(said()).toContain(title);
      await user.unhover(mark(title));
      expect(said()).toEqual(named);
    }
    await user.tab();
    for (const title of titles) {
      expect(mark(title)).toHaveFocus();
      expect(said()).toContain(title);
      await user.keyboard("{ArrowRight}");
    }
  });
});

describe("without a measured page", () => {
  it("is drawn three times, for the style sheet to choose, and each is whole", () => {
    mount(exampleCareer, {}, null);
    const drawings = screen.getAllByRole("group", { name: /^Career arc/ });
    expect(drawings).toHaveLength(3);
    for (const drawing of drawings) expect(drawing).toHaveAccessibleName("Career arc: 9 achievements, oldest first. Arrow keys move between them.");
  });
});

describe("a career without a dated moment", () => {
  it("has a heading and no drawing", () => {
    mount(nobody);
    expect(heading()).toHaveTextContent("No achievements yet");
    expect(screen.queryByRole("group", { name: /^Career arc/ })).not.toBeInTheDocument();
  });
});
