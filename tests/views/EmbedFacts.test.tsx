// @vitest-environment jsdom
import { mountView } from "../support/render.js";
import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
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

  it("of a large career come when they are asked for, a hundred at a time, and stay", async () => {
    mountView(<EmbedFacts />, oneRole(someAchievements(201)));
    expect(rows()).toBe(0);
    open(true);
    expect(rows()).toBe(14);
    const more = (): HTMLElement => screen.getByRole("button", { name: /^Show/ });
    expect(more()).toHaveTextContent("Show 100 more of 187 further achievements");
    await userEvent.click(more());
    expect(rows()).toBe(114);
    // On with the first of what is new.
    expect(document.activeElement).toBe(screen.getAllByRole("listitem")[14]?.querySelector("[data-item]"));
    expect(more()).toHaveTextContent("Show 87 more of 87 further achievements");
    await userEvent.click(more());
    expect(rows()).toBe(201);
    expect(screen.queryByRole("button", { name: /^Show/ })).toBeNull();
    open(false);
    expect(rows()).toBe(201);
  });

  it("are all there before any script", () => {
    const store = createTimelineStore(oneRole(someAchievements(201)), {});
    const html = renderToString(<TimelineContext.Provider value={{ store, idPrefix: "" }}><EmbedFacts /></TimelineContext.Provider>);
    expect(html.match(/<li /g)).toHaveLength(201);
  });
});
