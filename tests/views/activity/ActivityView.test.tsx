// @vitest-environment jsdom
import { setWidth } from "../../support/render.js";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Career } from "../../../src/model/career.js";
import { createCareer } from "../../../src/model/createCareer.js";
import { NO_FILTERS } from "../../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../../src/state/store.js";
import type { ViewState } from "../../../src/state/viewState.js";
import { PageActivity } from "../../../src/views/activity/PageActivity.js";
import { exploring } from "../../../src/views/explore/exploring.js";
import { instrument } from "../../../src/views/explore/instrument.js";
import { Timeline } from "../../../src/views/Timeline.js";
import { AS_OF, firstCareer, sampleCareer } from "../../support/careers.js";
import { makeDocument, makeRole } from "../../support/document.js";
import { ArcLegend } from "../../../src/views/ArcLegend.js";

vi.mock("../../../src/views/hooks/motion.js", () => ({ reducedMotion: () => true, loadMotion: () => null }));

const career = createCareer(makeDocument({
  roles: [makeRole({ start: "2018-01", end: "2021-12" })],
  activity: { unit: "commits", source: "git log", series: [{ skill: "go", counts: { "2019-03-04": 30, "2019-04-05": 1, "2020": 12 } }, { domain: "payments", counts: { "2019-03-09": 10 } }] },
}), AS_OF);

function mount(view: Partial<ViewState> = {}, of: Career = career): TimelineStore {
  const store = createTimelineStore(of, view);
  setWidth(1184);
  render(<Timeline store={store} idPrefix="" below={null} legend={<ArcLegend />} activity={<PageActivity />} exploring={{ ...exploring, Tools: instrument.Explore, instrument: { load: async () => undefined, loaded: () => instrument } }} />);
  return store;
}
const slider = (): HTMLElement => screen.getByRole("slider", { name: "Commits over time" });
const value = (): string | null => slider().getAttribute("aria-valuetext");
const press = (key: string): boolean => fireEvent.keyDown(slider(), { key });

describe("activity under the arc", () => {
  it("is not there for a career that has none, or none to be seen", () => {
    mount({}, firstCareer);
    expect(screen.queryByText(/\(computed\)/)).toBeNull();
    mount({}, createCareer(makeDocument({ activity: { unit: "commits", series: [{ skill: "go", counts: { "2020": 1 }, visibility: "private" }] } }), AS_OF));
    expect(screen.queryByText(/ by year$/)).toBeNull();
  });

  it("says in one sentence what it is", () => {
    mount();
    expect(screen.getByText(/^Commits per week, from git log: 53 shown, at most 40 in a bar \(computed\)\. Counts of a whole month or year are spread evenly\.$/)).toBeVisible();
  });

  it("has the same facts as a table, with whose they are", () => {
    mount();
    const rows = within(screen.getByRole("table", { hidden: true })).getAllByRole("row", { hidden: true }).map((row) => [...row.children].map((cell) => cell.textContent.replaceAll("\u00a0", " ")));
    expect(rows).toEqual([
      ["Year", "Commits", "Of which"], ["2019", "41", "Go 31, Payments 10"], ["2020", "12", "Go 12"], ["All", "53", "Go 43, Payments 10"],
    ]);
  });

  it("is one stop of the keyboard that begins at the fullest bar, and reads any other", () => {
    mount();
    act(() => slider().focus());
    expect(value()).toBe("4 to 10 March 2019: 40 commits");
    expect(screen.getByText("4 to 10 March 2019: 40 commits")).toBeVisible();
    press("ArrowRight");
    expect(value()).toBe("11 to 17 March 2019: 0 commits");
    press("ArrowLeft");
    press("ArrowDown");
    expect(value()).toBe("25 February to 3 March 2019: 0 commits");
    press("PageUp");
    expect(value()).toBe("6 to 12 May 2019: 0 commits");
    press("End");
    expect(value()).toBe("27 December 2021 to 2 January 2022: 0 commits");
    press("ArrowRight");
    expect(value()).toBe("27 December 2021 to 2 January 2022: 0 commits");
    press("Home");
    expect(value()).toBe("1 to 7 January 2018: 0 commits");
    expect(slider()).toHaveAttribute("aria-valuenow", slider().getAttribute("aria-valuemin"));
    act(() => slider().blur());
    expect(screen.queryByText(/January 2018: 0 commits/)).toBeNull();
  });

  it("keeps keys to itself that are its own, and no others", () => {
    mount();
    expect(press("ArrowRight")).toBe(false);
    expect(press("Tab")).toBe(true);
    expect(fireEvent.keyDown(slider(), { key: "ArrowLeft", altKey: true })).toBe(true);
  });

  it("reads what is pointed at, and keeps what is pressed", () => {
    mount();
    vi.spyOn(slider(), "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 1184, 48));
    // The plot runs from 120 to 1052: a day is 0.638 px.
    fireEvent.pointerMove(slider(), { clientX: 120 + 0.638 * 459 });
    expect(screen.getByText("1 to 7 April 2019: 1")).toBeVisible();
    fireEvent.pointerLeave(slider());
    expect(screen.queryByText("1 to 7 April 2019: 1")).toBeNull();
    fireEvent.pointerDown(slider(), { clientX: 5000, button: 0 });
    expect(value()).toBe("27 December 2021 to 2 January 2022: 0 commits");
  });

  it("shows the part that was asked for, and what that is", () => {
    const store = mount({ filters: { ...NO_FILTERS, domains: ["payments"] } });
    expect(screen.getByText(/: 10 of 53 shown are of Payments, /)).toBeVisible();
    expect(value()).toBe("4 to 10 March 2019: 10 of 40 commits");
    act(() => store.actions.setFilters({ ...NO_FILTERS, period: { from: "2019-04", to: "2019" } }));
    expect(screen.getByText(/: 1 of 53 shown are from April 2019 to 2019, /)).toBeVisible();
    act(() => store.actions.setFilters({ ...NO_FILTERS, text: "zzz" }));
    expect(screen.getByText(/: 53 shown, .* Only field, skill and period narrow these counts\.$/)).toBeVisible();
  });

  it("follows what is looked at, to bars of a day", () => {
    const store = mount();
    act(() => store.actions.setViewport({ from: Date.UTC(2019, 2, 1), to: Date.UTC(2019, 3, 1) }));
    expect(screen.getByText(/^Commits per day, from git log: 40 of 53 shown, at most 30 in a bar \(computed\)\.$/)).toBeVisible();
    expect(value()).toBe("4 March 2019: 30 commits");
  });

  it("comes closer and goes back with the arc's own keys", () => {
    const store = mount();
    act(() => slider().focus());
    press("+");
    expect(store.getState().viewport).not.toBeNull();
    press("0");
    expect(store.getState().viewport).toBeNull();
  });

  it("is a table alone where there is no time to draw", () => {
    mount({}, { ...career, roles: [], achievements: [] });
    expect(screen.queryByRole("slider", { name: "Commits over time" })).toBeNull();
    expect(screen.getByText("Commits by year")).toBeVisible();
  });

  it("sums up what the made-up career has", () => {
    mount({}, sampleCareer("commits"));
    expect(screen.getByText(/: 3,190 shown, /)).toBeVisible();
  });
});
