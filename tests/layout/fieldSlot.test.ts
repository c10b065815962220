import { expect, it } from "vitest";
import { slotOf } from "../../src/layout/fieldSlot.js";
import { firstCareer } from "../support/careers.js";

it("slotOf is the field's place in the document, −1 for none", () => {
  expect(["payments", "orders", "", "unknown"].map((id) => slotOf(firstCareer, id))).toEqual([0, 4, -1, -1]);
});
