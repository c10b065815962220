import { describe, expectTypeOf, it } from "vitest";
import type { JSX } from "react";
import type { CareerTimelineElement, CareerTimelineEventMap } from "../../../src/embed/element/publicTypes.js";

/** Never run: what is asked is what the compiler makes of it. */
const written = (): JSX.Element => (
  <career-timeline src="career.json" domain="payments" theme="auto" chrome="filters" as-of="2026-11" className="wide" oncareer-select={({ detail }) => detail.title?.trim()}>
    <a href="/cv">My career</a>
  </career-timeline>
);
// @ts-expect-error: no such chrome
const wrong = (): JSX.Element => <career-timeline chrome="some" />;

describe("the element", () => {
  it("is known to TypeScript: by its name, its events and in JSX", () => {
    expectTypeOf(written).returns.toEqualTypeOf<JSX.Element>();
    expectTypeOf(wrong).returns.toEqualTypeOf<JSX.Element>();
    expectTypeOf<HTMLElementTagNameMap["career-timeline"]>().toEqualTypeOf<CareerTimelineElement>();
    expectTypeOf<CareerTimelineElement["select"]>().parameter(0).toEqualTypeOf<string | null>();
    expectTypeOf<HTMLElementEventMap["career-filter"]["detail"]["matches"]>().toEqualTypeOf<number>();
    expectTypeOf<keyof CareerTimelineEventMap>().toEqualTypeOf<"career-ready" | "career-select" | "career-filter" | "career-error">();
  });
});
