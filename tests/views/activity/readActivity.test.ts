import { describe, expect, it } from "vitest";
import { createActivity } from "../../../src/model/activity.js";
import { readActivity } from "../../../src/views/activity/readActivity.js";
import { firstCareer, sampleCareer } from "../../support/careers.js";

describe("readActivity", () => {
  it("comes to what is read at once", async () => {
    const career = sampleCareer("commits");
    expect(await readActivity(career)).toEqual(createActivity(career));
    expect(await readActivity(firstCareer)).toBeNull();
  });
  it("reads a career once", () => {
    expect(readActivity(firstCareer)).toBe(readActivity(firstCareer));
  });
});
