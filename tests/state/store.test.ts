import { describe, expect, it, vi } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import { NO_FILTERS } from "../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import { DEFAULT_VIEW_STATE, viewOf, type ViewState } from "../../src/state/viewState.js";
import { AS_OF, exampleCareer } from "../model/example.js";
import { makeDocument } from "../support/document.js";

const viewIn = (store: TimelineStore): ViewState => viewOf(store.getState());
const otherCareer = createCareer(makeDocument(), AS_OF);

describe("createTimelineStore", () => {
  it("starts at the defaults, or at what it is given", () => {
    expect(viewIn(createTimelineStore(exampleCareer))).toEqual(DEFAULT_VIEW_STATE);
    const store = createTimelineStore(exampleCareer, { at: "billing", theme: "dark", filters: { ...NO_FILTERS, skills: ["redis", "go", "cobol"] } });
    expect(viewIn(store)).toEqual({ ...DEFAULT_VIEW_STATE, at: "billing", theme: "dark", filters: { ...NO_FILTERS, skills: ["go", "redis"] } });
    // The server renders this one.
    expect(viewOf(store.getInitialState())).toEqual(viewIn(store));
    expect(createTimelineStore(exampleCareer, { at: "gone" }).getState().at).toBeNull();
  });

  it("shares nothing with another store", () => {
    const [one, two] = [createTimelineStore(exampleCareer), createTimelineStore(exampleCareer)];
    one.actions.toggle("domains", "payments");
    one.actions.select("billing");
    expect(viewIn(two)).toEqual(DEFAULT_VIEW_STATE);
    expect(one.getState().selectors).not.toBe(two.getState().selectors);
  });

  it("sets and clears each facet", () => {
    const store = createTimelineStore(exampleCareer);
    const { actions } = store;
    actions.toggle("domains", "scaling");
    actions.toggle("domains", "payments");
    actions.toggle("skills", "go");
    actions.toggle("organizations", "carousell");
    actions.setText(" go");
    actions.setHasNumber(true);
    actions.setHasLink(true);
    const all = { domains: ["payments", "scaling"], skills: ["go"], organizations: ["carousell"], period: null, text: " go", hasNumber: true, hasLink: true };
    expect(store.getState().filters).toEqual(all);
    actions.clear("domains");
    actions.toggle("skills", "go");
    expect(store.getState().filters).toEqual({ ...all, domains: [], skills: [] });
    actions.clear();
    expect(store.getState().filters).toEqual(NO_FILTERS);
    actions.setFilters({ ...NO_FILTERS, domains: ["payments", "gone"] });
    expect(store.getState().filters.domains).toEqual(["payments"]);
  });

  it("takes a period as it is understood, clears it alone, and tells nobody of the same one again", () => {
    const store = createTimelineStore(exampleCareer, { filters: { ...NO_FILTERS, text: "a", period: { from: "2022", to: "2020" } } });
    expect(store.getState().filters.period).toEqual({ from: "2020", to: "2022" });
    let told = 0;
    store.subscribe(() => (told += 1));
    store.actions.setFilters({ ...NO_FILTERS, text: "a", period: { from: "2020", to: "2022" } });
    expect(told).toBe(0);
    store.actions.clear("period");
    expect(store.getState().filters).toEqual({ ...NO_FILTERS, text: "a" });
    expect(told).toBe(1);
  });

  it("sets list, sort and theme", () => {
    const store = createTimelineStore(exampleCareer);
    store.actions.setList("table");
    store.actions.setSort({ by: "title", direction: "ascending" });
    store.actions.setTheme("light");
    expect(viewIn(store)).toEqual({ ...DEFAULT_VIEW_STATE, list: "table", sort: { by: "title", direction: "ascending" }, theme: "light" });
  });

  it("looks at a stretch of time, inside the career, and at all of it again", () => {
    const store = createTimelineStore(exampleCareer);
    const heard = vi.fn();
    store.subscribe(heard);
    const whole = store.getState().selectors.bounds()?.whole ?? { from: 0, to: 1 };
    store.actions.setViewport({ from: whole.from - 1e12, to: Date.UTC(2020, 0) });
    expect(store.getState().viewport).toEqual({ from: whole.from, to: Date.UTC(2020, 0) });
    store.actions.setViewport({ from: whole.from, to: Date.UTC(2020, 0) });
    expect(heard).toHaveBeenCalledTimes(1);
    store.actions.setViewport(whole);
    expect(store.getState().viewport).toBeNull();
  });

  it("selects by id, and ignores an id that is not there", () => {
    const { actions, getState } = createTimelineStore(exampleCareer);
    actions.select("billing");
    actions.select("nobody");
    expect(getState().at).toBe("billing");
    actions.select(null);
    expect(getState().at).toBeNull();
  });

  it("steps through the matches in time and stays at either end", () => {
    const { actions, getState } = createTimelineStore(exampleCareer, { filters: { ...NO_FILTERS, organizations: ["17live"] } });
    const steps = (step: () => void, n: number): (string | null)[] => Array.from({ length: n }, () => {
      step();
      return getState().at;
    });
    expect(steps(actions.selectNext, 5)).toEqual(["template", "user-cache", "live-event", "billing", "billing"]);
    expect(steps(actions.selectPrevious, 4)).toEqual(["live-event", "user-cache", "template", "template"]);
    actions.select(null);
    expect(steps(actions.selectPrevious, 1)).toEqual(["billing"]);
    actions.setText("zzzz");
    expect(steps(actions.selectNext, 1)).toEqual(["billing"]);
  });

  it("keeps the selection while a filter dims it", () => {
    const { actions, getState } = createTimelineStore(exampleCareer, { at: "billing" });
    actions.toggle("organizations", "carousell");
    expect(getState().at).toBe("billing");
  });

  it("takes a whole view from a link", () => {
    const store = createTimelineStore(exampleCareer, { theme: "dark" });
    store.actions.replaceView({ ...DEFAULT_VIEW_STATE, list: "table", at: "nobody", filters: { ...NO_FILTERS, domains: ["scaling", "gone", "payments"] } });
    expect(viewIn(store)).toEqual({ ...DEFAULT_VIEW_STATE, list: "table", filters: { ...NO_FILTERS, domains: ["payments", "scaling"] } });
  });

  it("tells its listeners of changes only, and keeps what did not change", () => {
    const store = createTimelineStore(exampleCareer, { at: "billing", filters: { ...NO_FILTERS, domains: ["payments"] } });
    const { filters } = store.getState();
    const listener = vi.fn();
    const unsubscribe = store.subscribe(listener);
    const { actions } = store;
    actions.select("billing");
    actions.select("nobody");
    actions.setText("");
    actions.setHasNumber(false);
    actions.clear("skills");
    actions.setFilters({ ...NO_FILTERS, domains: ["payments"] });
    actions.toggle("skills", "cobol");
    actions.setList("list");
    actions.setSort({ ...DEFAULT_VIEW_STATE.sort });
    actions.setTheme("system");
    actions.replaceView(viewIn(store));
    actions.replaceCareer(exampleCareer);
    expect(listener).not.toHaveBeenCalled();
    actions.setTheme("dark");
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.getState().filters).toBe(filters);
    unsubscribe();
    actions.setTheme("light");
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("takes another career and drops what it does not have", () => {
    const store = createTimelineStore(exampleCareer, { at: "billing", list: "table", filters: { ...NO_FILTERS, domains: ["payments", "scaling"], organizations: ["carousell"], text: "go" } });
    const before = store.getState().selectors;
    store.actions.replaceCareer(otherCareer);
    expect(viewIn(store)).toEqual({ ...DEFAULT_VIEW_STATE, list: "table", filters: { ...NO_FILTERS, domains: ["payments"], text: "go" } });
    const { career, selectors, filters } = store.getState();
    expect(career).toBe(otherCareer);
    expect(selectors).not.toBe(before);
    expect([...selectors.matches(filters)]).toEqual(["billing-service"]);
  });
});
