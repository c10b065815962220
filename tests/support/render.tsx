import { ArcLegend } from "../../src/views/ArcLegend.js";
import { Below } from "../../src/views/Below.js";
import "@testing-library/jest-dom/vitest";
import { act, cleanup, configure, render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, vi, type MockInstance } from "vitest";
import type { Career } from "../../src/model/career.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import type { ViewState } from "../../src/state/viewState.js";
import { TimelineContext } from "../../src/views/hooks/useTimeline.js";
import { facetOptions } from "../../src/views/FacetMenu.js";
import { loadDetails } from "../../src/views/LateDetails.js";
import { Timeline } from "../../src/views/Timeline.js";
import { WAIT_MS } from "./patience.js";

/*
 * For tests of what a visitor meets: import it first. A test may know roles, names and words; never a class or a tag.
 * The page measures itself as wide as `setWidth` says, asks for no motion, and a word on the console fails the test.
 */

// As on a page that has come to rest.
await Promise.all([loadDetails(), facetOptions.load()]);

configure({
  asyncUtilTimeout: WAIT_MS,
  // The sentence says what is missing and what is there instead; the whole page in HTML would bury it.
  getElementError: (message) => new Error(message?.split("Ignored nodes")[0] ?? "not found"),
});

const observers = new Set<FakeResizeObserver>();
let width = 1184;

class FakeResizeObserver implements ResizeObserver {
  private readonly elements = new Set<Element>();
  constructor(private readonly tell: ResizeObserverCallback) {}
  observe(element: Element): void {
    this.elements.add(element);
    observers.add(this);
    this.report();
  }
  unobserve(element: Element): void {
    this.elements.delete(element);
  }
  disconnect(): void {
    this.elements.clear();
    observers.delete(this);
  }
  report(): void {
    // Only the width of the content is ever asked for.
    this.tell([...this.elements].map((target) => ({ target, contentRect: { width } }) as ResizeObserverEntry), this);
  }
}

/** Observers that are still at work. */
export const observing = (): number => observers.size;

/** The page column, in px; those who watch it are told. 0 is a page that is not shown. */
export function setWidth(px: number): void {
  width = px;
  act(() => observers.forEach((observer) => observer.report()));
}

// jsdom cannot tell when a focus is to be seen; here each one is, as with keys.
const matches: unknown = Object.getOwnPropertyDescriptor(Element.prototype, "matches")?.value;
Object.defineProperty(Element.prototype, "matches", {
  configurable: true,
  writable: true,
  value: function (this: Element, selector: string): unknown {
    return typeof matches === "function" ? Reflect.apply(matches, this, [selector.replaceAll(":focus-visible", ":focus")]) : false;
  },
});

let complaints: MockInstance<typeof console.error>;

/** For a test that makes something fail: what was said on the console meanwhile. */
export function expectComplaints(): void {
  expect(complaints).toHaveBeenCalled();
  complaints.mockClear();
}

beforeEach(() => {
  width = 1184;
  vi.stubGlobal("ResizeObserver", FakeResizeObserver);
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: media.includes("reduced-motion"), addEventListener: () => undefined, removeEventListener: () => undefined }));
  // jsdom lays nothing out, so there is nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  const said = complaints.mock.calls.map((words) => words.map(String).join(" "));
  vi.unstubAllGlobals();
  observers.clear();
  expect(said).toEqual([]);
});

export interface Mounted {
  readonly user: UserEvent;
  readonly store: TimelineStore;
  readonly unmount: () => void;
}

export interface MountOptions {
  readonly view?: Partial<ViewState>;
  readonly idPrefix?: string;
}

/** The whole instrument. */
export function mountTimeline(career: Career, { view = {}, idPrefix = "" }: MountOptions = {}): Mounted {
  const store = createTimelineStore(career, view);
  const { unmount } = render(<Timeline store={store} idPrefix={idPrefix} below={<Below />} legend={<ArcLegend />} />);
  return { user: userEvent.setup(), store, unmount };
}

/** One view, with a store of its own around it. */
export function mountView(element: ReactNode, career: Career, { view = {}, idPrefix = "" }: MountOptions = {}): Mounted {
  const store = createTimelineStore(career, view);
  const { unmount } = render(<TimelineContext value={{ store, idPrefix }}>{element}</TimelineContext>);
  return { user: userEvent.setup(), store, unmount };
}

/* What a visitor meets, by role and name. */
export const arc = (): HTMLElement => screen.getByRole("group", { name: /^Career arc/ });
/** Marks of the arc, by the beginning of their names. */
export const mark = (name: string): HTMLElement => within(arc()).getByRole("link", { name: new RegExp(`^${name}\\b`) });
export const marks = (): readonly HTMLElement[] => within(arc()).getAllByRole("link");
export const chips = (): HTMLElement => screen.getByRole("toolbar", { name: "Fields" });
export const chip = (name: string): HTMLElement => within(chips()).getByRole("button", { name: new RegExp(`^${name} \\d+$`) });
export const details = (): HTMLElement => screen.getByRole("complementary");
export const namesOf = (elements: readonly HTMLElement[]): readonly string[] => elements.map((element) => element.textContent ?? "");
