// @vitest-environment jsdom
import { mountView } from "../support/render.js";
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Career } from "../../src/model/career.js";
import { ArcLegend } from "../../src/views/ArcLegend.js";
import { knownSides, nineFields, nobody, one, promotions } from "../gallery/careers.js";
import { firstCareer, oneRole } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

const end = oneRole([makeAchievement({ when: { from: "2021-02", to: "2021-03", of: "end" } })]);

const OPEN = /^Open\b.*dated only to the role/;
const FILLED = /^Filled\b.*dated/;
const BREAK = /^A break\.$/;
const SEVERAL = /^Known start or end/;
const ALL = [OPEN, FILLED, BREAK, SEVERAL];

describe("ArcLegend", () => {
  it.each<readonly [string, Career, readonly RegExp[]]>([
    ["nothing", nobody, []],
    ["only undated ones", one, [OPEN]],
    ["only dated ones", nineFields, [FILLED]],
    ["both, and two known sides", knownSides, [FILLED, OPEN, SEVERAL]],
    ["a break", promotions, [OPEN, BREAK]],
  ])("explains what is on the picture and nothing else: %s", (_, career, said) => {
    mountView(<ArcLegend />, career);
    expect(ALL.filter((words) => screen.queryByText(words) !== null)).toEqual(ALL.filter((words) => said.includes(words)));
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
