// @vitest-environment jsdom
import { mountView } from "../support/render.js";
import { fireEvent, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createTimelineStore } from "../../src/state/store.js";
import { EmbedFacts } from "../../src/views/EmbedFacts.js";
import { TimelineContext } from "../../src/views/hooks/useTimeline.js";
import { oneRole, someAchievements } from "../support/careers.js";

const rows = (): number => screen.queryAllByRole("listitem", { hidden: true }).length;
const open = (isOpen: boolean): void => {
  const details = screen.getByText("As a list").closest("details") as HTMLDetailsElement;
  details.open = isOpen;
  fireEvent(details, new Event("toggle"));
};

describe("the facts of an embed", () => {
  it("are in the page at once", () => {
    mountView(<EmbedFacts />, oneRole(someAchievements(200)));
    expect(rows()).toBe(200);
  });

  it("of a large career come when they are asked for, and stay", () => {
    mountView(<EmbedFacts />, oneRole(someAchievements(201)));
    expect(rows()).toBe(0);
    open(true);
    expect(rows()).toBe(201);
    open(false);
    expect(rows()).toBe(201);
  });

  it("are all there before any script", () => {
    const store = createTimelineStore(oneRole(someAchievements(201)), {});
    const html = renderToString(<TimelineContext.Provider value={{ store, idPrefix: "" }}><EmbedFacts /></TimelineContext.Provider>);
    expect(html.match(/<li /g)).toHaveLength(201);
  });
});
