// @vitest-environment jsdom
import { ArcLegend } from "../../src/views/ArcLegend.js";
import { Below } from "../../src/views/Below.js";
import { chip, details, mark, mountTimeline, observing, setWidth } from "../support/render.js";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { createTimelineStore } from "../../src/state/store.js";
import { NO_FILTERS } from "../../src/model/select.js";
import { Timeline } from "../../src/views/Timeline.js";
import { exampleCareer } from "../model/example.js";
import { firstCareer, oneRole, someAchievements } from "../support/careers.js";

describe("the way into the details and back", () => {
  it("leads from a mark to the words, and back to the mark on Escape", async () => {
    const { user } = mountTimeline(exampleCareer);
    await user.click(mark("Live event"));
    expect(within(details()).getByRole("heading", { name: "Live event on own cache" })).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    expect(mark("Live event")).toHaveFocus();
  });

  it("leads from a figure of the header, and back to it by the button", async () => {
    const { user } = mountTimeline(exampleCareer);
    const figure = within(screen.getByRole("banner")).getByRole("link", { name: /3M\s*users/ });
    await user.click(figure);
    await user.click(within(details()).getByRole("button", { name: "Close details" }));
    expect(figure).toHaveFocus();
  });

  it("goes back to where it began, however far somebody paged", async () => {
    const { user } = mountTimeline(exampleCareer);
    const row = within(screen.getByRole("region", { name: "Achievements" })).getByRole("link", { name: /^Billing system/ });
    await user.click(row);
    await user.click(within(details()).getByRole("button", { name: /^Next:/ }));
    await user.click(within(details()).getByRole("button", { name: /^Next:/ }));
    expect(within(details()).getAllByRole("heading")[0]).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(row).toHaveFocus();
  });

  it("leads out by Escape where a link led in, before anything has the focus", () => {
    const { store } = mountTimeline(exampleCareer, { view: { at: "billing" } });
    expect(document.body).toHaveFocus();
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(store.getState().at).toBeNull();
  });

  it("leads out by Escape from anywhere on the page, but from what closes by itself", () => {
    const { store } = mountTimeline(exampleCareer, { view: { at: "billing" } });
    render(<><button>Print</button><select aria-label="Colours" /><dialog open><button>Save</button></dialog></>);
    for (const kept of [screen.getByRole("combobox", { name: "Colours" }), screen.getByRole("button", { name: "Save" })]) fireEvent.keyDown(kept, { key: "Escape" });
    expect(store.getState().at).toBe("billing");
    fireEvent.keyDown(screen.getByRole("button", { name: "Print" }), { key: "Escape" });
    expect(store.getState().at).toBeNull();
    expect(mark("Billing")).toHaveFocus();
  });

  it("closes an open menu first", async () => {
    const { user } = mountTimeline(exampleCareer, { view: { at: "billing" } });
    await user.click(screen.getByRole("button", { name: "Skill" }));
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: "Skill" })).toHaveAttribute("aria-expanded", "false");
    expect(details()).toBeInTheDocument();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
  });

  it("opens with what a link asks for", () => {
    mountTimeline(exampleCareer, { view: { at: "billing" } });
    expect(within(details()).getByRole("heading", { name: "Billing system" })).toBeInTheDocument();
    expect(mark("Billing system")).toHaveAttribute("aria-current", "true");
  });

  it("keeps what is selected while a filter leaves it out, and says so", async () => {
    const { user } = mountTimeline(exampleCareer, { view: { at: "billing" } });
    await user.click(chip("APIs"));
    expect(within(details()).getByRole("heading", { name: "Billing system" })).toBeInTheDocument();
    expect(within(details()).getByText(/^not\b/)).toBeInTheDocument();
  });
});

describe("what is said aloud", () => {
  it("is where a filter came to, once it has come to rest, and nothing when the page opens", () => {
    vi.useFakeTimers();
    const { store } = mountTimeline(exampleCareer);
    act(() => void vi.advanceTimersByTime(5000));
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    act(() => store.actions.setText("c"));
    act(() => void vi.advanceTimersByTime(300));
    act(() => store.actions.setText("cache"));
    act(() => void vi.advanceTimersByTime(300));
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    act(() => void vi.advanceTimersByTime(300));
    expect(screen.getByRole("status")).toHaveTextContent("2 of 9 achievements match. “cache”.");
    act(() => store.actions.select("billing"));
    act(() => void vi.advanceTimersByTime(5000));
    expect(screen.getByRole("status")).toHaveTextContent("2 of 9 achievements match. “cache”.");
    act(() => store.actions.clear());
    act(() => void vi.advanceTimersByTime(500));
    expect(screen.getByRole("status")).toHaveTextContent("9 achievements, no filter.");
  });
});

describe("room", () => {
  it("is drawn for, once it is known; before that there is a still frame for each kind of page", () => {
    const drawings = (): readonly HTMLElement[] => screen.getAllByRole("group", { name: /^Career arc/ });
    setWidth(0);
    mountTimeline(exampleCareer);
    expect(drawings()).toHaveLength(3);
    for (const drawing of drawings()) expect(within(drawing).getAllByRole("link")).toHaveLength(9);
    setWidth(700);
    expect(drawings()).toHaveLength(1);
  });

  it("is not forgotten while the page is hidden", () => {
    mountTimeline(exampleCareer);
    const words = (): readonly (string | null)[] => within(screen.getByRole("group", { name: /^Career arc/ })).getAllByText(/./).map((element) => element.textContent);
    const before = words();
    setWidth(0);
    expect(words()).toEqual(before);
    setWidth(358);
    expect(words()).not.toEqual(before);
  });
});

describe("another career", () => {
  it("takes the place of the first, and what it does not have is no longer asked for", () => {
    const { store } = mountTimeline(exampleCareer, { view: { at: "billing", filters: { ...NO_FILTERS, domains: ["payments"] } } });
    act(() => store.actions.replaceCareer(oneRole(someAchievements(3))));
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    expect(within(screen.getByRole("group", { name: /^Career arc/ })).getAllByRole("link")).toHaveLength(3);
  });
});

describe("several on one page", () => {
  it("share no id and no filter", async () => {
    const user = userEvent.setup();
    const [a, b] = [createTimelineStore(exampleCareer), createTimelineStore(firstCareer)];
    render(
      <>
        <section aria-label="one"><Timeline store={a} idPrefix="one-" below={<Below />} legend={<ArcLegend />} /></section>
        <section aria-label="two"><Timeline store={b} idPrefix="two-" below={<Below />} legend={<ArcLegend />} /></section>
      </>,
    );
    const one = within(screen.getByRole("region", { name: "one" }));
    const two = within(screen.getByRole("region", { name: "two" }));
    await user.click(one.getByRole("button", { name: /^Payments \d/ }));
    await user.click(one.getByRole("button", { name: "Skill" }));
    expect(one.getByRole("search")).toHaveTextContent("4 of 9");
    expect(two.getByRole("search")).not.toHaveTextContent(/\d of \d/);
    act(() => a.actions.select("billing"));
    act(() => b.actions.select("e-invoices"));
    expect(one.getByRole("complementary")).toBeInTheDocument();
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** What was asked of window and document to listen to and has not been taken back, as "type". */
function watchListeners(): () => readonly string[] {
  const held = new Map<string, number>();
  const count = (by: number) => function (this: EventTarget | undefined, type: string): void {
    const target: unknown = this ?? window;
    if (target === window || target === document || target === globalThis) held.set(type, (held.get(type) ?? 0) + by);
  };
  for (const place of [EventTarget.prototype, globalThis]) {
    for (const [method, by] of [["addEventListener", 1], ["removeEventListener", -1]] as const) {
      const real = place[method];
      const note = count(by);
      vi.spyOn(place, method).mockImplementation(function (this: EventTarget, ...args: unknown[]) {
        note.call(this, String(args[0]));
        return Reflect.apply(real, this ?? globalThis, args);
      });
    }
  }
  return () => [...held].filter(([, n]) => n !== 0).map(([type, n]) => `${type} ${n}`);
}

describe("after it is taken away", () => {
  it("nothing listens, waits or watches any more", () => {
    // React itself listens to each document once, and keeps to it.
    mountTimeline(exampleCareer).unmount();
    const listening = watchListeners();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "requestAnimationFrame", "cancelAnimationFrame"] });
    const { store, unmount } = mountTimeline(exampleCareer);
    fireEvent.click(screen.getByRole("button", { name: "Skill" }));
    act(() => store.actions.select("billing"));
    act(() => store.actions.toggle("domains", "payments"));
    // jsdom tells of a new selection in a timer of its own, at once.
    vi.advanceTimersByTime(0);
    expect(listening()).not.toEqual([]);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    expect(observing()).toBe(1);
    unmount();
    expect(listening()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    expect(observing()).toBe(0);
    act(() => store.actions.clear());
    expect(screen.queryByRole("search")).not.toBeInTheDocument();
  });
});
