// @vitest-environment jsdom
import { mountView, namesOf } from "../support/render.js";
import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { SkillSection } from "../../src/views/SkillSection.js";
import { exampleCareer } from "../model/example.js";
import { nobody } from "../gallery/careers.js";
import { careerOf, oneRole, sampleCareer, someAchievements } from "../support/careers.js";
import { makeRole } from "../support/document.js";

const rows = (): readonly string[] => namesOf(screen.getAllByRole("listitem"));

describe("SkillSection", () => {
  it("has a row per skill that is named, the most named first, with count and years", () => {
    mountView(<SkillSection />, exampleCareer);
    expect(rows()).toEqual([expect.stringMatching(/^Go\s*4\b.*\b2018–2025$/), expect.stringMatching(/^Temporal\s*2\b.*\b2022–2025$/), expect.stringMatching(/^Redis\s*2\b.*\b2018–2022$/)]);
  });

  it("says how many of them match", () => {
    const { store } = mountView(<SkillSection />, exampleCareer);
    expect(screen.queryByText(/Grey/)).not.toBeInTheDocument();
    act(() => store.actions.toggle("domains", "scaling"));
    expect(screen.getByText(/Grey: outside this filter\.$/)).toBeInTheDocument();
    expect(rows()).toEqual([expect.stringMatching(/^Go\s*2 of 4\b.*\b2018–2025$/), expect.stringMatching(/^Temporal\s*1 of 2\b.*\b2022–2025$/), expect.stringMatching(/^Redis\s*2 of 2\b.*\b2018–2022$/)]);
  });

  it("speaks of grey only where some are outside the filter", () => {
    const { store } = mountView(<SkillSection />, oneRole(someAchievements(2, { skills: ["go"] })));
    act(() => store.actions.toggle("skills", "go"));
    expect(rows()[0]).toMatch(/2 of 2/);
    expect(screen.queryByText(/Grey/)).not.toBeInTheDocument();
  });

  it("explains the dotted line only where there is one", () => {
    const { unmount } = mountView(<SkillSection />, exampleCareer);
    expect(screen.getByText(/Dotted: no later one names it\./)).toBeInTheDocument();
    unmount();
    mountView(<SkillSection />, oneRole(someAchievements(2)));
    expect(screen.queryByText(/Dotted/)).not.toBeInTheDocument();
  });

  it("counts one achievement as one, and marks rows whose years give way to a filter on a phone", () => {
    const { store } = mountView(<SkillSection />, oneRole(someAchievements(1, { skills: ["go"] })));
    expect(rows()[0]).toMatch(/1 achievement,/);
    expect(document.querySelector(".skills.filtered")).toBeNull();
    act(() => store.actions.setText("zzzz"));
    expect(document.querySelector(".skills.filtered")).not.toBeNull();
  });

  it("rates nobody", () => {
    mountView(<SkillSection />, exampleCareer);
    expect(screen.getByText(/not a rating|self-rated/)).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent("%");
  });

  it.each([["no roles", nobody], ["no skills", sampleCareer("empty")], ["a skill that nothing names", careerOf([makeRole({ achievements: [] })])]])("is not there with %s", (_, career) => {
    mountView(<SkillSection />, career);
    expect(screen.queryByRole("heading")).not.toBeInTheDocument();
  });
});
