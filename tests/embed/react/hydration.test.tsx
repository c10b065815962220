// @vitest-environment jsdom
import { arc } from "../../support/render.js";
import { act } from "@testing-library/react";
import { StrictMode, type ReactElement } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CareerArc } from "../../../src/embed/react/CareerArcChart.js";
import { CareerTimeline } from "../../../src/embed/react/CareerTimeline.js";
import { MetricChart } from "../../../src/embed/react/MetricChart.js";
import { SkillGrowth } from "../../../src/embed/react/SkillGrowthChart.js";
import { firstDocument } from "../../support/careers.js";
import { makeDocument, makeRole } from "../../support/document.js";

let root: Root | null = null;
afterEach(() => {
  act(() => root?.unmount());
  document.body.replaceChildren();
});

/** As on a page that a server has drawn; `between` is what happens before the browser takes it over. */
function takeOver(element: ReactElement, between: () => void = () => undefined): { readonly recovered: readonly unknown[]; readonly place: HTMLElement; readonly sent: string } {
  const place = document.createElement("div");
  const sent = renderToString(element);
  // jsdom takes what the server has sent.
  place.append(document.createRange().createContextualFragment(sent));
  document.body.append(place);
  between();
  const recovered: unknown[] = [];
  act(() => {
    root = hydrateRoot(place, element, { onRecoverableError: (error) => recovered.push(error) });
  });
  return { recovered, place, sent };
}

const ongoing = makeDocument({ roles: [makeRole({ end: null })] });
const dayOf = (place: HTMLElement): string | undefined => place.querySelector<HTMLElement>("[data-as-of]")?.dataset["asOf"];

describe("taking over what a server has drawn", () => {
  it.each<readonly [string, () => ReactElement]>([
    ["CareerTimeline", () => <CareerTimeline career={firstDocument} asOf="2026-11-22" state={{ filters: { domains: ["payments"] } }} />],
    ["the whole instrument", () => <CareerTimeline career={firstDocument} asOf="2026-11-22" chrome="full" />],
    ["several, with today's date", () => <><CareerTimeline career={firstDocument} /><CareerTimeline career={ongoing} chrome="none" /></>],
    ["CareerArc", () => <CareerArc career={firstDocument} />],
    ["SkillGrowth", () => <SkillGrowth career={firstDocument} />],
    ["MetricChart", () => <MetricChart career={firstDocument} achievement="package-guidelines" />],
    ["what cannot be shown", () => <CareerTimeline career="" />],
    ["strictly", () => <StrictMode><CareerTimeline career={firstDocument} /></StrictMode>],
  ])("finds nothing to mend: %s", (_, element) => {
    expect(takeOver(element()).recovered).toEqual([]);
  });

  it("then draws for the room there is", () => {
    takeOver(<CareerTimeline career={firstDocument} asOf="2026-11-22" />);
    expect(arc()).toHaveAttribute("viewBox", expect.stringMatching(/^0 0 1184 /));
  });

  it("days later begins with the day it was drawn for, and goes on to today", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 12), toFake: ["Date"] });
    const days: (string | undefined)[] = [];
    const watch = new MutationObserver(() => undefined);
    const { recovered, place, sent } = takeOver(<CareerTimeline career={ongoing} />, () => {
      vi.setSystemTime(Date.UTC(2027, 2, 1));
      const drawn = document.querySelector("[data-as-of]");
      if (drawn) watch.observe(drawn, { attributes: true, attributeFilter: ["data-as-of"], attributeOldValue: true });
    });
    for (const { oldValue } of watch.takeRecords()) days.push(oldValue ?? undefined);
    expect(recovered).toEqual([]);
    expect(sent).toContain('data-as-of="2026-11-22"');
    expect([...days, dayOf(place)]).toEqual(["2026-11-22", "2027-03-01"]);
  });
});
