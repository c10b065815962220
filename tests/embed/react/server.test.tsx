import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CareerArc } from "../../../src/embed/react/CareerArcChart.js";
import { CareerTimeline } from "../../../src/embed/react/CareerTimeline.js";
import { MetricChart } from "../../../src/embed/react/MetricChart.js";
import { SkillGrowth } from "../../../src/embed/react/SkillGrowthChart.js";
import { firstDocument, sampleCareers } from "../../support/careers.js";

const complaints = vi.spyOn(console, "error");
beforeEach(() => void complaints.mockImplementation(() => undefined));
afterEach(() => expect(complaints).not.toHaveBeenCalled());

const AS_OF = "2026-11-22";
const ids = (html: string): readonly string[] => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? "");

const ALL: readonly (readonly [name: string, draw: () => ReactElement])[] = [
  ["CareerTimeline", () => <CareerTimeline career={firstDocument} asOf={AS_OF} />],
  ["CareerTimeline, full", () => <CareerTimeline career={firstDocument} asOf={AS_OF} chrome="full" />],
  ["CareerArc", () => <CareerArc career={firstDocument} asOf={AS_OF} />],
  ["SkillGrowth", () => <SkillGrowth career={firstDocument} asOf={AS_OF} />],
  ["MetricChart", () => <MetricChart career={firstDocument} asOf={AS_OF} achievement="package-guidelines" />],
];

describe("from a server", () => {
  it.each(ALL)("%s comes as text that a strict policy takes, the same every time", (_, draw) => {
    expect(typeof document).toBe("undefined");
    const html = renderToString(draw());
    expect(html).toMatch(/^<div id="career-timeline\w+" class="career-timeline" data-theme="system" data-as-of="2026-11-22">/);
    expect(html).not.toMatch(/\sstyle=|<style|<script|<link\b|\son\w+=/);
    expect(renderToString(draw())).toBe(html);
  });

  it("is complete: every achievement is on the picture and can be read", () => {
    const html = renderToString(<CareerTimeline career={firstDocument} asOf={AS_OF} />);
    const words = html.replace(/<[^>]*>/g, "");
    const achievements = firstDocument.roles.flatMap((role) => role.achievements ?? []);
    expect(achievements.filter(({ title }) => !html.includes(`aria-label="${title}"`))).toEqual([]);
    expect(achievements.filter(({ text }) => !words.includes(text))).toEqual([]);
  });

  it("has ids of its own for each component", () => {
    const html = renderToString(<>{ALL.map(([name, draw]) => <div key={name}>{draw()}</div>)}</>);
    expect(ids(html).length).toBeGreaterThan(20);
    expect(new Set(ids(html)).size).toBe(ids(html).length);
    // What a drawing refers to is there.
    for (const [, id = ""] of html.matchAll(/url\(#([^)]*)\)/g)) expect(ids(html)).toContain(id);
  });

  it("says so where a career cannot be shown", () => {
    expect(renderToString(<CareerTimeline career="{}" asOf={AS_OF} />)).toContain("This career cannot be shown");
  });

  it.each(sampleCareers)("%s, with all that is set", (_, career) => {
    const at = career.achievements[0]?.id ?? null;
    for (const chrome of ["none", "filters", "full"] as const) {
      expect(renderToString(<CareerTimeline career={career.document} asOf={AS_OF} chrome={chrome} state={{ at, filters: { hasNumber: true } }} pageHref="/me" />)).toContain("career-timeline");
    }
  });
});
