// @vitest-environment jsdom
import { setWidth } from "../../support/render.js";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { indexOf } from "../../../src/layout/arcIndex.js";
import type { Career } from "../../../src/model/career.js";
import { createTimelineStore, type TimelineStore } from "../../../src/state/store.js";
import type { ViewState } from "../../../src/state/viewState.js";
import { ArcLegend } from "../../../src/views/ArcLegend.js";
import { Below } from "../../../src/views/Below.js";
import { exploring } from "../../../src/views/explore/exploring.js";
import { instrument } from "../../../src/views/explore/instrument.js";
import { Timeline } from "../../../src/views/Timeline.js";
import { firstCareer, oneRole, someAchievements } from "../../support/careers.js";
import { makeAchievement } from "../../support/document.js";

vi.mock("../../../src/views/hooks/motion.js", () => ({ reducedMotion: () => true, loadMotion: () => null }));

const mount = (view: Partial<ViewState> = {}, career: Career = firstCareer): TimelineStore => mountAgain(view, career).store;
function mountAgain(view: Partial<ViewState> = {}, career: Career = firstCareer): { readonly store: TimelineStore; readonly unmount: () => void } {
  const store = createTimelineStore(career, view);
  setWidth(1184);
  const { unmount } = render(<Timeline store={store} idPrefix="" below={<Below />} legend={<ArcLegend />} exploring={{ ...exploring, Tools: instrument.Explore, instrument: { load: async () => undefined, loaded: () => instrument } }} />);
  return { store, unmount };
}
const slider = (): HTMLElement => screen.getByRole("slider", { name: "Time in view" });
const tool = (name: string): HTMLElement => screen.getByRole("button", { name });
const ranges = (): HTMLElement => screen.getByRole("navigation", { name: "Ranges" });
const year = (of: number): { readonly from: number; readonly to: number } => ({ from: Date.UTC(of, 0), to: Date.UTC(of + 1, 0) });
const spanOf = (store: TimelineStore): number => {
  const { viewport } = store.getState();
  return viewport ? viewport.to - viewport.from : Infinity;
};

describe("the tools", () => {
  it("are there for a career that has a date, and say that all of it is shown", () => {
    mount();
    expect(slider()).toHaveAttribute("aria-valuetext", expect.stringMatching(/^[A-Z][a-z]+\s201\d to [A-Z][a-z]+\s202\d$/));
    expect(screen.getByText("Whole career", { ignore: "button" })).toBeVisible();
    expect(screen.queryByRole("navigation", { name: "Ranges" })).toBeNull();
  });

  it("are not there where there is nothing to look at", () => {
    mount({}, { ...oneRole([]), roles: [] });
    expect(screen.queryByRole("slider")).toBeNull();
  });

  it("lead closer and back, and have nowhere to go at the whole", async () => {
    const store = mount();
    expect(tool("Further away")).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(tool("Closer"));
    await userEvent.click(tool("Closer"));
    const twice = spanOf(store);
    await userEvent.click(tool("Further away"));
    expect(spanOf(store)).toBeGreaterThan(twice);
    await userEvent.click(tool("The whole career"));
    expect(store.getState().viewport).toBeNull();
  });

  it("list the keys, until Escape", async () => {
    mount();
    await userEvent.click(tool("Keys and gestures"));
    expect(screen.getByRole("group", { name: "Keys and gestures" })).toHaveTextContent("Double-click on a role");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("group", { name: "Keys and gestures" })).toBeNull();
  });

  it("close the help on Escape and do nothing else with it, wherever the focus is", async () => {
    const store = mount({ viewport: year(2021) });
    await userEvent.click(tool("Keys and gestures"));
    fireEvent.keyDown(slider(), { key: "Escape" });
    expect(screen.queryByRole("group", { name: "Keys and gestures" })).toBeNull();
    expect(store.getState().viewport).toEqual(year(2021));
    expect(tool("Keys and gestures")).toHaveFocus();
    fireEvent.keyDown(slider(), { key: "Escape" });
    expect(store.getState().viewport).toBeNull();
  });

  it("say where they have led, and that it is the whole again", async () => {
    mount();
    expect(document.querySelector(".inview [aria-live]")).toBeEmptyDOMElement();
    await userEvent.click(tool("Closer"));
    await screen.findByText(/^[A-Z][a-z]+ 20\d\d to [A-Z][a-z]+ 20\d\d: \d of 9 marks in view$/);
    await userEvent.click(tool("The whole career"));
    await screen.findByText("Whole career: 9 of 9 marks in view");
  });

  it("are one stop of the Tab key, and the overview another", () => {
    mount();
    const box = slider().parentElement as HTMLElement;
    expect(box.querySelectorAll('[tabindex="0"]')).toHaveLength(2);
  });
});

describe("keys", () => {
  it("move the overview's window", () => {
    const store = mount({ viewport: year(2021) });
    slider().focus();
    fireEvent.keyDown(slider(), { key: "ArrowRight" });
    expect(store.getState().viewport?.from).toBeGreaterThan(year(2021).from);
    fireEvent.keyDown(slider(), { key: "Home" });
    expect(store.getState().viewport?.from).toBe(store.getState().selectors.bounds()?.whole.from);
    fireEvent.keyDown(slider(), { key: "+" });
    expect(spanOf(store)).toBeLessThan(year(2021).to - year(2021).from);
    fireEvent.keyDown(slider(), { key: "0" });
    expect(store.getState().viewport).toBeNull();
  });

  it("make it longer at its end with Shift", () => {
    const store = mount({ viewport: year(2021) });
    fireEvent.keyDown(slider(), { key: "ArrowRight", shiftKey: true });
    expect(store.getState().viewport?.from).toBe(year(2021).from);
    expect(spanOf(store)).toBeGreaterThan(year(2021).to - year(2021).from);
  });

  it("go from mark to mark beyond the edge of the viewport, and step back out", async () => {
    const store = mount({ viewport: year(2024) });
    const marks = (): Element[] => [...document.querySelectorAll(".live [data-item]")];
    act(() => (marks().at(-1) as SVGElement).focus());
    fireEvent.keyDown(marks().at(-1) as Element, { key: "." });
    await act(() => new Promise((done) => requestAnimationFrame(done)));
    expect(store.getState().viewport?.to).toBeGreaterThan(year(2024).to);
    expect(document.activeElement).toBe(marks().at(-1));
    fireEvent.keyDown(document.activeElement as Element, { key: "Escape" });
    expect(store.getState().viewport).toBeNull();
  });

  it("are left alone in fields and outside", async () => {
    const store = mount({ viewport: year(2021) });
    const field = screen.getByRole("searchbox");
    fireEvent.keyDown(field, { key: "+" });
    fireEvent.keyDown(screen.getByLabelText("From"), { key: "ArrowRight" });
    expect(store.getState().viewport).toEqual(year(2021));
  });
});

describe("a range", () => {
  it("says what reaches into it, and is left by its breadcrumb", async () => {
    const store = mount({ viewport: year(2020) });
    expect(screen.getByText(/^\d of 9 marks$/)).toBeVisible();
    expect(within(ranges()).getByText("Jan 2020 to Dec 2020")).toBeVisible();
    await userEvent.click(within(ranges()).getByRole("button", { name: "Whole career" }));
    expect(store.getState().viewport).toBeNull();
  });

  it("says why nothing stands in it", () => {
    const store = mount({}, oneRole([makeAchievement({ id: "a" })], { start: "2016", end: "2023" }));
    expect(screen.queryByText(/^No mark in this range/)).toBeNull();
    act(() => store.actions.setViewport(year(2017)));
    expect(screen.getByText("No mark in this range: the line rises because undated work is spread over its role.")).toBeVisible();
    act(() => store.actions.setViewport({ from: year(2017).from, to: year(2022).to }));
    expect(screen.queryByText(/^No mark in this range/)).toBeNull();
  });

  it("is what skills and figures below are counted for, too", () => {
    mount({ viewport: year(2019) });
    expect(screen.getByRole("region", { name: "What changed" })).toHaveTextContent(/others are outside this range/);
    expect(screen.getByRole("region", { name: "Skill growth" })).toHaveTextContent("In view: Jan 2019 to Dec 2019");
    expect(screen.getByRole("region", { name: /^Jan\s2019 to Dec\s2019$/ })).toHaveTextContent("Height: achievements since the left edge.");
  });

  it("is said under the title, where that is the filter’s", () => {
    const store = mount({ viewport: year(2019) });
    act(() => store.actions.toggle("domains", "payments"));
    const under = (): HTMLElement => screen.getByText(/^Height: achievements/);
    expect(under()).toHaveTextContent("Height: achievements since the left edge. In view: Jan 2019 to Dec 2019.");
    act(() => store.actions.setViewport(year(2021)));
    expect(under()).toHaveTextContent("In view: Jan 2021 to Dec 2021.");
    act(() => store.actions.setViewport(null));
    expect(screen.queryByText(/In view: .* to /)).toBeNull();
  });

  it("can be kept: then the lists below are of it, too, and Escape leads out step by step", async () => {
    const store = mount({ viewport: { from: year(2019).from, to: year(2021).to } });
    await userEvent.click(tool("Show only this range below"));
    expect(store.getState().filters.period).toEqual({ from: "2019-01-01", to: "2021-12-31" });
    act(() => store.actions.setViewport(year(2020)));
    await userEvent.click(tool("Show only this range below"));
    expect(store.getState().filters.period).toEqual({ from: "2020-01-01", to: "2020-12-31" });
    expect(within(ranges()).getAllByRole("listitem").map((item) => item.textContent?.replaceAll("\u00a0", " "))).toEqual(["Whole career", "Jan 2019 to Dec 2021", "Jan 2020 to Dec 2020"]);
    fireEvent.keyDown(slider(), { key: "Escape" });
    expect(store.getState().filters.period).toEqual({ from: "2019-01-01", to: "2021-12-31" });
    expect(store.getState().viewport).toEqual({ from: year(2019).from, to: year(2021).to });
    fireEvent.keyDown(slider(), { key: "Escape" });
    expect(store.getState().filters.period).toBeNull();
    expect(store.getState().viewport).toBeNull();
  });

  it("is opened on by a link that names a period", () => {
    const store = mount({ filters: { ...createTimelineStore(firstCareer).getState().filters, period: { from: "2020", to: "2021" } } });
    expect(store.getState().viewport).toEqual({ from: year(2020).from, to: year(2021).to });
  });

  it("is called what the link asked for, where the career does not reach as far, and is left by one Escape", () => {
    const store = mount({ filters: { ...createTimelineStore(firstCareer).getState().filters, period: { from: "1900", to: "1901" } } });
    const steps = (): unknown[] => within(ranges()).getAllByRole("listitem").map((item) => item.textContent);
    expect(steps()).toEqual(["Whole career", "1900 to 1901"]);
    expect(screen.queryByRole("button", { name: "Show only this range below" })).toBeNull();
    fireEvent.keyDown(slider(), { key: "Escape" });
    expect(store.getState().filters.period).toBeNull();
    expect(screen.queryByRole("navigation", { name: "Ranges" })).toBeNull();
  });

  it("is no period any more where the whole is kept, or left by Escape", async () => {
    for (const leave of [() => userEvent.click(tool("Show only this range below")), () => fireEvent.keyDown(slider(), { key: "Escape" })]) {
      const { unmount, store } = mountAgain({ viewport: year(2020) });
      await userEvent.click(tool("Show only this range below"));
      fireEvent.keyDown(slider(), { key: "0" });
      expect([store.getState().viewport, store.getState().filters.period]).toEqual([null, { from: "2020-01-01", to: "2020-12-31" }]);
      await leave();
      expect([store.getState().viewport, store.getState().filters.period]).toEqual([null, null]);
      unmount();
    }
  });

  it("is a step inside of those only that hold all of it", async () => {
    const store = mount({ viewport: year(2020) });
    const kept = [{ from: year(2019).from, to: year(2021).to }, year(2022)];
    await userEvent.click(tool("Show only this range below"));
    for (const range of kept) {
      act(() => store.actions.setViewport(range));
      await userEvent.click(tool("Show only this range below"));
      expect(within(ranges()).getAllByRole("listitem")).toHaveLength(2);
      expect(store.getState().filters.period?.from).toBe(new Date(range.from).toISOString().slice(0, 10));
    }
    fireEvent.keyDown(slider(), { key: "Escape" });
    expect(store.getState().viewport).toBeNull();
  });

  it("leaves a date alone while it is typed, until somebody else moves the viewport", () => {
    const store = mount({ viewport: year(2020) });
    const from = screen.getByLabelText<HTMLInputElement>("From");
    fireEvent.change(from, { target: { value: "2020-03-01" } });
    expect(store.getState().viewport?.from).toBe(Date.UTC(2020, 2));
    fireEvent.change(from, { target: { value: "0002-03-01" } });
    expect(from.value).toBe("0002-03-01");
    act(() => store.actions.setViewport(year(2021)));
    expect(from.value).toBe("2021-01-01");
    fireEvent.change(from, { target: { value: "2019-03-01" } });
    expect(store.getState().viewport).toEqual({ from: Date.UTC(2019, 2), to: year(2021).to });
    fireEvent.change(from, { target: { value: "0001-01-01" } });
    fireEvent.blur(from);
    expect(store.getState().viewport?.from).toBe(store.getState().selectors.bounds()?.whole.from);
  });

  it("can be typed as two dates", () => {
    const store = mount({ viewport: year(2020) });
    fireEvent.change(screen.getByLabelText("From"), { target: { value: "2019-06-01" } });
    expect(store.getState().viewport).toEqual({ from: Date.UTC(2019, 5), to: year(2020).to });
    fireEvent.change(screen.getByLabelText("to"), { target: { value: "2019-12-31" } });
    expect(store.getState().viewport).toEqual({ from: Date.UTC(2019, 5), to: Date.UTC(2020, 0) });
    fireEvent.change(screen.getByLabelText("to"), { target: { value: "" } });
    expect(store.getState().viewport).toEqual({ from: Date.UTC(2019, 5), to: Date.UTC(2020, 0) });
  });

  it("keeps the date that is typed, and lets the other give way", () => {
    const store = mount({ viewport: year(2021) });
    fireEvent.change(screen.getByLabelText("to"), { target: { value: "2019-06-01" } });
    expect(store.getState().viewport).toEqual({ from: Date.UTC(2019, 4, 19), to: Date.UTC(2019, 5, 2) });
    expect([screen.getByLabelText("From"), screen.getByLabelText("to")].map((field) => (field as HTMLInputElement).value)).toEqual(["2019-05-19", "2019-06-01"]);
  });

  it("shows in the dates what is shown, once they are left", () => {
    const store = mount({ viewport: year(2021) });
    const whole = store.getState().selectors.bounds()?.whole;
    const [from, to] = [screen.getByLabelText<HTMLInputElement>("From"), screen.getByLabelText<HTMLInputElement>("to")];
    fireEvent.change(from, { target: { value: "1999-01-01" } });
    // It may be on its way to another one.
    expect(store.getState().viewport).toEqual(year(2021));
    fireEvent.blur(from);
    expect(store.getState().viewport).toEqual({ from: whole?.from, to: year(2021).to });
    expect(from.value).toBe(from.min);
    fireEvent.change(from, { target: { value: "2020-01-01" } });
    fireEvent.change(to, { target: { value: "2999-01-01" } });
    fireEvent.blur(to);
    expect(store.getState().viewport).toEqual({ from: year(2020).from, to: whole?.to });
    expect(to.value).toBe(to.max);
    fireEvent.change(to, { target: { value: "" } });
    fireEvent.blur(to);
    expect(to.value).toBe(to.max);
  });

  it("follows what is selected elsewhere", () => {
    const store = mount({ viewport: year(2019) });
    const last = indexOf(firstCareer).inTime.at(-1);
    act(() => store.actions.select(last?.id ?? ""));
    const { viewport } = store.getState();
    expect(viewport && last && viewport.from <= last.centre && last.centre <= viewport.to).toBe(true);
  });
});

it("says what the dots under the arc are, from where there are any", () => {
  const store = mount({}, oneRole([makeAchievement({ id: "a", when: { from: "2020-02", to: "2020-04" } }), makeAchievement({ id: "b" })], { start: "2018", end: "2022" }));
  expect(screen.queryByText(/Dotted under the arc/)).toBeNull();
  act(() => store.actions.setViewport({ from: Date.UTC(2020, 0), to: Date.UTC(2020, 6) }));
  expect(screen.getByText(/Dotted under the arc: when a mark was/)).toBeVisible();
});

const crowd = oneRole(someAchievements(200).map((achievement, i) => {
  const day = new Date(Date.UTC(2018, 0, 1 + i * 7)).toISOString().slice(0, 10);
  return { ...achievement, when: { from: day, to: day } };
}), { start: "2018", end: "2022" });

it("says what the numbers on the arc are, as long as there are any", () => {
  const store = mount({}, crowd);
  const words = "A number: so many achievements close together.";
  expect(screen.getByText(words)).toHaveTextContent(/\. Press it to come closer\.$/);
  act(() => store.actions.setViewport({ from: Date.UTC(2018, 0), to: Date.UTC(2018, 3) }));
  expect(screen.queryByText(words)).toBeNull();
});

it("says what they are where no mark stands alone", () => {
  mount({}, oneRole(someAchievements(200, { when: { from: "2020-06-15", to: "2020-06-15" } }), { start: "2018", end: "2022" }));
  expect(document.querySelectorAll(".live .node")).toHaveLength(0);
  expect(screen.getByText(/^A number: so many achievements/)).toBeVisible();
});

describe("a focus whose place is gone", () => {
  const clusters = (): SVGElement[] => [...document.querySelectorAll<SVGElement>(".live [data-cluster]")];

  it("goes to what a cluster held, and back to the cluster", () => {
    const store = mount({}, crowd);
    const cluster = clusters()[3];
    const held = (cluster?.getAttribute("data-extent") ?? "").split(" ").map(Number);
    act(() => cluster?.focus());
    fireEvent.click(cluster as Element);
    expect(store.getState().viewport).not.toBeNull();
    const mark = document.activeElement as Element;
    const centre = crowd.achievements.find(({ id }) => id === mark.getAttribute("data-item"))?.centre ?? NaN;
    expect(centre).toBeGreaterThanOrEqual(held[0] ?? Infinity);
    expect(centre).toBeLessThanOrEqual(held[1] ?? -Infinity);
    fireEvent.keyDown(mark, { key: "Escape" });
    expect(store.getState().viewport).toBeNull();
    const [from = 0, to = 0] = (document.activeElement?.getAttribute("data-extent") ?? "").split(" ").map(Number);
    expect(from <= centre && centre <= to).toBe(true);
  });

  it("goes to the overview from the trail of ranges", async () => {
    mount({ viewport: year(2021) });
    await userEvent.click(within(ranges()).getByRole("button", { name: "Whole career" }));
    expect(screen.queryByRole("navigation", { name: "Ranges" })).toBeNull();
    expect(slider()).toHaveFocus();
  });

  it("stays with whoever has left", () => {
    const store = mount({ viewport: year(2021) });
    act(() => tool("Closer").focus());
    act(() => tool("Closer").blur());
    act(() => store.actions.setViewport(null));
    expect(document.body).toHaveFocus();
  });
});
