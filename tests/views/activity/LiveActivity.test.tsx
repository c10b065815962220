// @vitest-environment jsdom
import "../../support/render.js";
import { act, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { describe, expect, it } from "vitest";
import { createTimelineStore } from "../../../src/state/store.js";
import { LiveActivity } from "../../../src/views/activity/LiveActivity.js";
import { TimelineContext } from "../../../src/views/hooks/useTimeline.js";
import { firstCareer, sampleCareer } from "../../support/careers.js";

describe("LiveActivity", () => {
  it("is drawn once the counts are read, and goes with the career", async () => {
    const store = createTimelineStore(sampleCareer("commits"), {});
    await act(async () => void render(<TimelineContext value={{ store, idPrefix: "" }}><Suspense fallback="waiting"><LiveActivity /></Suspense></TimelineContext>));
    expect(await screen.findByRole("slider", { name: "Commits over time" })).toBeVisible();
    await act(async () => store.actions.replaceCareer(firstCareer));
    expect(screen.queryByRole("slider")).toBeNull();
    expect(screen.queryByText("waiting")).toBeNull();
  });
});
