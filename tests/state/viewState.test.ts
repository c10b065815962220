import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../../src/model/select.js";
import { DEFAULT_VIEW_STATE, mergeView, normalizeView, viewOf, type ViewState } from "../../src/state/viewState.js";
import { exampleCareer } from "../model/example.js";
import { viewportBounds } from "../../src/layout/viewport.js";

const bounds = viewportBounds({ from: Date.UTC(2018, 0), to: Date.UTC(2026, 0) });
const normal = (view: ViewState): ViewState => normalizeView(view, exampleCareer, () => bounds);

describe("DEFAULT_VIEW_STATE", () => {
  it("is frozen to the last list, so that one page cannot leak into another", () => {
    const frozen = [DEFAULT_VIEW_STATE, DEFAULT_VIEW_STATE.sort, NO_FILTERS, NO_FILTERS.domains, NO_FILTERS.skills, NO_FILTERS.organizations];
    expect(frozen.map((object) => Object.isFrozen(object))).toEqual(frozen.map(() => true));
  });
});

describe("mergeView", () => {
  it("gives the same object back where nothing changes", () => {
    const copy: ViewState = { ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, domains: [] }, sort: { ...DEFAULT_VIEW_STATE.sort } };
    expect(mergeView(DEFAULT_VIEW_STATE, copy)).toBe(DEFAULT_VIEW_STATE);
    expect(mergeView(DEFAULT_VIEW_STATE, {})).toBe(DEFAULT_VIEW_STATE);
    const moved = mergeView(DEFAULT_VIEW_STATE, { viewport: { from: 0, to: 1 } });
    expect(mergeView(moved, { viewport: { from: 0, to: 1 } })).toBe(moved);
  });
  it("keeps the identity of the filters when another part changes", () => {
    const before = { ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, domains: ["payments"] } };
    const after = mergeView(before, { filters: { ...NO_FILTERS, domains: ["payments"] }, theme: "dark" });
    expect(after.filters).toBe(before.filters);
    expect(after.theme).toBe("dark");
  });
  it.each<Partial<ViewState>>([{ filters: { ...NO_FILTERS, text: "a" } }, { filters: { ...NO_FILTERS, period: { from: "2020", to: null } } }, { at: "billing" }, { viewport: { from: 0, to: 1 } }, { list: "table" }, { sort: { by: "title", direction: "descending" } }, { sort: { by: "when", direction: "ascending" } }, { theme: "light" }])("takes %j over", (patch) => {
    expect(mergeView(DEFAULT_VIEW_STATE, patch)).toEqual({ ...DEFAULT_VIEW_STATE, ...patch });
  });
});

describe("normalizeView", () => {
  it("leaves out what the career does not have", () => {
    const view: ViewState = { ...DEFAULT_VIEW_STATE, at: "gone", filters: { ...NO_FILTERS, skills: ["redis", "go", "gone"] }, list: "table" };
    expect(normal(view)).toEqual({ ...view, at: null, filters: { ...NO_FILTERS, skills: ["go", "redis"] } });
    expect(normal({ ...view, at: "billing" }).at).toBe("billing");
  });
  it("gives the same filters back where nothing changes", () => {
    const view: ViewState = { ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, skills: ["go", "redis"] } };
    expect(normal(view).filters).toBe(view.filters);
  });
  it("keeps a viewport inside the career, and takes one that shows all of it for none", () => {
    const at = (viewport: ViewState["viewport"], of = normal): ViewState["viewport"] => of({ ...DEFAULT_VIEW_STATE, viewport }).viewport;
    const inside = { from: Date.UTC(2020, 0), to: Date.UTC(2021, 0) };
    expect(at(inside)).toBe(inside);
    expect(at({ from: Date.UTC(2000, 0), to: Date.UTC(2021, 0) })).toEqual({ from: bounds.whole.from, to: Date.UTC(2021, 0) });
    expect(at({ from: Date.UTC(2000, 0), to: Date.UTC(2100, 0) })).toBeNull();
    expect(at({ from: Date.UTC(1990, 0), to: Date.UTC(1991, 0) })).toBeNull();
    expect(at(inside, (view) => normalizeView(view, exampleCareer, () => null))).toBeNull();
  });
});

it("viewOf takes the view out of a larger state", () => {
  expect(viewOf(Object.assign({ career: exampleCareer }, DEFAULT_VIEW_STATE))).toEqual(DEFAULT_VIEW_STATE);
});
