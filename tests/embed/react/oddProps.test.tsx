// @vitest-environment jsdom
import { arc, chip, details } from "../../support/render.js";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createElement, createRef, type ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { CareerArc } from "../../../src/embed/react/CareerArcChart.js";
import { CareerTimeline, type CareerTimelineHandle } from "../../../src/embed/react/CareerTimeline.js";
import { MetricChart } from "../../../src/embed/react/MetricChart.js";
import { SkillGrowth } from "../../../src/embed/react/SkillGrowthChart.js";
import { firstDocument } from "../../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../../support/document.js";

/** A host in plain JavaScript: nobody has looked at what it hands over. */
type Odd = Readonly<Record<string, unknown>>;
const loose = (component: unknown): ComponentType<Odd> => component as ComponentType<Odd>;
const first: Odd = { career: firstDocument, asOf: "2026-11-22", achievement: "package-guidelines" };
const ALL: readonly (readonly [name: string, component: ComponentType<Odd>])[] = [
  ["CareerTimeline", loose(CareerTimeline)], ["CareerArc", loose(CareerArc)], ["SkillGrowth", loose(SkillGrowth)], ["MetricChart", loose(MetricChart)],
];

const trap = (): never => {
  throw new Error("a getter of the host's");
};
const trapped = (...names: readonly string[]): object => Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { get: trap, enumerable: true }])));
const circle = (): object => {
  const ring: Record<string, unknown> = { ...firstDocument };
  ring["self"] = ring;
  return ring;
};
const deep = (): object => {
  let value: object = {};
  for (let level = 0; level < 100_000; level++) value = { value };
  return value;
};
const { roles, ...noRoles } = firstDocument;
const [firstRole, ...otherRoles] = roles;

const CAREERS: readonly (readonly [what: string, career: unknown, sentence: RegExp])[] = [
  ["undefined", undefined, /found nothing/],
  ["a number", 7, /found 7/],
  ["a function", () => firstDocument, /found a function/],
  ["a symbol", Symbol("career"), /found a symbol/],
  ["a bigint", 7n, /cannot be written as JSON/],
  ["a promise", Promise.resolve(firstDocument), /version/],
  ["with a hole in its roles", { ...noRoles, roles: [...otherRoles, , firstRole] }, /at roles\[\d\]/], // oxlint-disable-line no-sparse-arrays
  ["with undefined among its roles", { ...noRoles, roles: [undefined, ...roles] }, /found null at roles\[0\]/],
  ["with undefined for its roles", { ...noRoles, roles: undefined }, /there is no "roles" at roles/],
  ["with a role of null", { ...noRoles, roles: [null] }, /found null at roles\[0\]/],
  ["with roles whose getters throw", { ...noRoles, roles: [trapped("id", "title", "start")] }, /cannot be written as JSON/],
  ["all of getters that throw", trapped("version", "person", "roles"), /cannot be written as JSON/],
  ["round in a ring", circle(), /cannot be written as JSON/],
  ["too deep", deep(), /cannot be written as JSON|nested/],
  ["a proxy that throws", new Proxy({}, { get: trap, ownKeys: trap, getOwnPropertyDescriptor: trap, has: trap }), /cannot be written as JSON/],
];

describe.each(ALL)("%s, given a career that is", (_, Component) => {
  // By name only: a table that is handed these values looks at them.
  it.each([...CAREERS.keys()].map((at) => [CAREERS[at]?.[0], at] as const))("%s, says so in the host's tree", (_what, at) => {
    const [, career, sentence] = CAREERS[at]!;
    const onError = vi.fn();
    render(<main><p>The host’s own</p>{createElement(Component, { ...first, career, onError })}</main>);
    expect(screen.getByText("The host’s own")).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent(/^This career cannot be shown: /);
    expect(screen.getByRole("alert")).toHaveTextContent(sentence);
    expect(onError.mock.calls).toEqual([[expect.arrayContaining([expect.objectContaining({ severity: "error", message: expect.any(String) })])]]);
    expect(renderToString(createElement(Component, { ...first, career }))).toContain('role="alert"');
  });
});

const WRONG: readonly unknown[] = [null, 0, NaN, -1, Infinity, "x", true, [null], { domains: undefined, filters: null }, trapped("filters", "at", "domains", "text", "period"), Symbol("x"), 7n];
const small = makeDocument({ skills: [{ id: "s", label: "Skill" }], roles: [makeRole({ achievements: [makeAchievement({ id: "one", skills: ["s"], metrics: [{ kind: "share", part: 1, whole: 2, of: "it", quote: "half" }] })] })] });
const NAMES: Readonly<Record<string, readonly string[]>> = {
  CareerTimeline: ["state", "defaultState", "onStateChange", "onSelect", "onError", "chrome", "pageHref", "theme", "background", "className"],
  CareerArc: ["state", "defaultState", "onStateChange", "onSelect", "onError", "width", "height", "pageHref", "theme", "background", "className"],
  SkillGrowth: ["filters", "limit", "label", "onError", "theme", "background", "className"],
  MetricChart: ["onError", "theme", "background", "className"],
};

describe.each(ALL)("%s", (name, Component) => {
  it.each(NAMES[name] ?? [])("draws whatever stands in %s", (prop) => {
    for (const wrong of WRONG) {
      const { container, unmount } = render(createElement(Component, { ...first, career: small, achievement: "one", chrome: "none", [prop]: wrong }));
      expect(screen.queryByRole("alert"), String(wrong)).not.toBeInTheDocument();
      expect(container.textContent, String(wrong)).not.toBe("");
      expect(container.innerHTML, String(wrong)).not.toMatch(/NaN|Infinity|undefined|\[object/);
      unmount();
    }
  });

  it("says of a day that is none that it cannot be read", () => {
    for (const asOf of [7, "today", "", [], {}, Symbol("x"), 7n, trapped("length")]) {
      const { unmount } = render(createElement(Component, { ...first, asOf }));
      expect(screen.getByRole("alert")).toHaveTextContent(/^This career cannot be shown: cannot read .+ as a date; use YYYY-MM-DD at asOf\.$/);
      unmount();
    }
  });
});

it("a figure that is none is said to be", () => {
  const wrong: readonly Odd[] = [
    ...["length", -1, 0.5, "0", NaN, {}].map((metric) => ({ metric })),
    ...[undefined, null, 7, trapped("length"), Symbol("x")].map((achievement) => ({ achievement })),
  ];
  for (const props of wrong) {
    const { unmount } = render(createElement(loose(MetricChart), { ...first, ...props }));
    expect(screen.getByRole("alert")).toHaveTextContent(/^This career cannot be shown: (no achievement has the id|the achievement .* has no metric)/);
    unmount();
  }
});

it("what can be read of a state counts, and the rest is the component's own", async () => {
  const user = userEvent.setup();
  const { rerender } = render(createElement(loose(CareerTimeline), { ...first, state: { at: 7, filters: { domains: ["payments", 7, , null], text: 5, period: "2020" } } })); // oxlint-disable-line no-sparse-arrays
  expect(chip("Payments")).toHaveAttribute("aria-pressed", "true");
  expect(screen.getByRole("searchbox")).toHaveValue("");
  await user.click(within(arc()).getAllByRole("link")[0]!);
  expect(details()).toBeInTheDocument();
  rerender(createElement(loose(CareerTimeline), { ...first, state: null }));
  await user.click(chip("Payments"));
  expect(chip("Payments")).toHaveAttribute("aria-pressed", "false");
});

describe("a ref", () => {
  it("does nothing with what it cannot read, and goes on", () => {
    const ref = createRef<CareerTimelineHandle>();
    const onStateChange = vi.fn();
    render(<CareerTimeline ref={ref} career={firstDocument} asOf="2026-11-22" onStateChange={onStateChange} />);
    const odd = ref.current as unknown as Readonly<Record<"select" | "filter", (given: unknown) => void>>;
    for (const wrong of [...WRONG, { text: 5 }, { domains: "payments" }, { hasNumber: 1 }, { period: 7 }].filter((each) => each !== null)) {
      act(() => odd.select(wrong));
      act(() => odd.filter(wrong));
    }
    expect(onStateChange).not.toHaveBeenCalled();
    act(() => odd.filter({ text: 5, domains: ["payments", 7] }));
    expect(onStateChange.mock.calls).toMatchObject([[{ at: null, filters: { domains: ["payments"], text: "" } }]]);
    act(() => ref.current?.select("user-cache"));
    act(() => ref.current?.fit());
    expect(onStateChange).toHaveBeenCalledTimes(3);
    expect(onStateChange).toHaveBeenLastCalledWith(expect.objectContaining({ at: null, filters: expect.objectContaining({ domains: [] }) }));
  });
});

describe("a host's function that throws", () => {
  it("is the host's error, and the timeline goes on", async () => {
    const user = userEvent.setup();
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const fault = new Error("the host’s own");
    const onStateChange = vi.fn(() => {
      throw fault;
    });
    render(<CareerTimeline career={firstDocument} asOf="2026-11-22" onStateChange={onStateChange} />);
    await user.click(chip("Payments"));
    expect(chip("Payments")).toHaveAttribute("aria-pressed", "true");
    render(<CareerTimeline career="{" onError={onStateChange} />);
    expect(screen.getByRole("alert")).toHaveTextContent("This career cannot be shown: the text is not JSON.");
    expect(reported.mock.calls).toEqual([[fault], [fault]]);
  });
});
