// @vitest-environment jsdom
import "../support/render.js";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { LateActivity } from "../../src/app/LateActivity.js";
import { createTimelineStore } from "../../src/state/store.js";
import { Timeline } from "../../src/views/Timeline.js";
import { firstCareer, sampleCareer } from "../support/careers.js";
import { ArcLegend } from "../../src/views/ArcLegend.js";

describe("LateActivity", () => {
  it("comes after the first picture, where there is activity", async () => {
    render(<Timeline store={createTimelineStore(sampleCareer("commits"), {})} idPrefix="" below={null} legend={<ArcLegend />} activity={<LateActivity />} />);
    expect(screen.queryByText("Commits by year")).toBeNull();
    expect(await screen.findByText("Commits by year")).toBeVisible();
  });
  it("is not even asked for where there is none", () => {
    const Asked = (): never => expect.fail("asked for");
    render(<Timeline store={createTimelineStore(firstCareer, {})} idPrefix="" below={null} legend={<ArcLegend />} activity={<Asked />} />);
    expect(screen.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
