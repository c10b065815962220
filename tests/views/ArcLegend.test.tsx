// @vitest-environment jsdom
import { mountView } from "../support/render.js";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Interval } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import { createTimelineStore } from "../../src/state/store.js";
import { ArcLegend } from "../../src/views/ArcLegend.js";
import { exploring } from "../../src/views/explore/exploring.js";
import { TimelineContext } from "../../src/views/hooks/useTimeline.js";
import { knownSides, nineFields, nobody, one, promotions } from "../gallery/careers.js";
import { firstCareer, oneRole } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

const end = oneRole([makeAchievement({ when: { from: "2021-02", to: "2021-03", of: "end" } })]);

const OPEN = /^Open\b.*dated only to the role/;
const FILLED = /^Filled\b.*dated/;
const BREAK = /^A break\.$/;
const SEVERAL = /^Known start or end/;
const ONE = /^Order flow: begun/;
const ALL = [OPEN, FILLED, BREAK, SEVERAL, ONE];
const said = (): readonly RegExp[] => ALL.filter((words) => screen.queryByText(words) !== null);
const inOrder = (words: readonly RegExp[]): readonly RegExp[] => ALL.filter((each) => words.includes(each));

describe("ArcLegend", () => {
  it.each<readonly [string, Career, readonly RegExp[]]>([
    ["nothing", nobody, []],
    ["only undated ones", one, [OPEN]],
    ["only dated ones", nineFields, [FILLED]],
    ["both, and two known sides", knownSides, [FILLED, OPEN, SEVERAL]],
    ["a break", promotions, [OPEN, BREAK]],
  ])("explains what is on the picture and nothing else: %s", (_, career, words) => {
    mountView(<ArcLegend />, career);
    expect(said()).toEqual(inOrder(words));
  });

  it("names the one known start", () => {
    mountView(<ArcLegend />, firstCareer);
    expect(screen.getByText(/between Mar and Jun 2022.*\bend\b.*not dated/)).toBeInTheDocument();
  });

  it("names the one known end", () => {
    mountView(<ArcLegend />, end);
    expect(screen.getByText(/between Feb and Mar 2021.*\bstart\b.*not dated/)).toBeInTheDocument();
  });

  it("has the definition one press away", () => {
    mountView(<ArcLegend />, one);
    expect(screen.getByText("How this is drawn")).toBeInTheDocument();
    expect(screen.getByRole("group")).toHaveTextContent(/height.*number of achievements/);
  });
});

describe("looking at a part", () => {
  const mount = (career: Career, viewport: Interval) => {
    const store = createTimelineStore(career, { viewport });
    render(<TimelineContext value={{ store, idPrefix: "", exploring }}><ArcLegend /></TimelineContext>);
    return store;
  };
  const years = (from: number, to: number): Interval => ({ from: Date.UTC(from, 0), to: Date.UTC(to, 0) });

  it.each<readonly [string, Career, Interval, readonly RegExp[]]>([
    ["nothing that is dated", knownSides, years(2022, 2023), [OPEN]],
    ["only a dated one", knownSides, { from: Date.UTC(2021, 4, 1), to: Date.UTC(2021, 5, 1) }, [FILLED]],
    ["a known start", firstCareer, years(2022, 2023), [OPEN, ONE]],
    ["the mark of a known start, not the start", firstCareer, { from: Date.UTC(2022, 6, 10), to: Date.UTC(2022, 7, 10) }, [OPEN]],
    ["a break without a mark", promotions, { from: Date.UTC(2020, 5), to: Date.UTC(2020, 8) }, [BREAK]],
    ["no break, with one just before it", promotions, { from: Date.UTC(2021, 3), to: Date.UTC(2022, 3) }, [OPEN]],
  ])("explains what is in view: %s", (_, career, viewport, words) => {
    mount(career, viewport);
    expect(said()).toEqual(inOrder(words));
  });

  it("explains the whole on paper, which shows it", () => {
    mount(promotions, years(2023, 2024));
    expect(said()).toEqual([OPEN]);
    fireEvent(window, new Event("beforeprint"));
    expect(said()).toEqual(inOrder([OPEN, BREAK]));
    act(() => void fireEvent(window, new Event("afterprint")));
    expect(said()).toEqual([OPEN]);
  });

  it("keeps to the whole where no part is ever drawn, as in an embed", () => {
    mountView(<ArcLegend />, promotions, { view: { viewport: years(2023, 2024) } });
    expect(said()).toEqual(inOrder([OPEN, BREAK]));
  });
});
