// @vitest-environment jsdom
import { arc, chip, details, mark } from "../../support/render.js";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef, StrictMode, useState, type ReactElement } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CareerTimeline, type CareerTimelineHandle, type CareerTimelineProps } from "../../../src/embed/react/CareerTimeline.js";
import type { CareerTimelineState } from "../../../src/embed/react/props.js";
import { firstDocument } from "../../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../../support/document.js";

const AS_OF = "2026-11-22";
const show = (props: Partial<CareerTimelineProps> = {}): ReturnType<typeof render> => render(<CareerTimeline career={firstDocument} asOf={AS_OF} {...props} />);
const pressed = (name: string): string | null => chip(name).getAttribute("aria-pressed");
const root = (): HTMLElement => {
  const element = arc().closest<HTMLElement>("[data-theme]");
  if (!element) throw new Error("no root");
  return element;
};

afterEach(() => {
  document.documentElement.removeAttribute("data-theme");
  document.documentElement.removeAttribute("class");
});

describe("a career", () => {
  it.each([
    ["a document", firstDocument],
    ["JSON text", JSON.stringify(firstDocument)],
    ["JSON text with a byte order mark", `\ufeff${JSON.stringify(firstDocument)}`],
  ])("may be given as %s", (_, career) => {
    show({ career });
    expect(within(arc()).getAllByRole("link")).toHaveLength(9);
    expect(screen.getByRole("heading", { name: "Lead Backend Engineer" })).toBeInTheDocument();
  });

  it("keeps its private parts to itself", () => {
    show({ career: makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ id: "open" }), makeAchievement({ id: "secret", title: "A secret", visibility: "private" })] })] }) });
    expect(within(arc()).getAllByRole("link")).toHaveLength(1);
    expect(document.body).not.toHaveTextContent("A secret");
  });

  it.each<readonly [what: string, career: unknown, sentence: RegExp]>([
    ["text that is no JSON", "{", /^This career cannot be shown: the text is not JSON\.$/],
    ["nothing", null, /^This career cannot be shown: a career is an object/],
    ["a list", [], /^This career cannot be shown: a career is an object/],
    ["an object that only looks like a career of ours", { document: firstDocument, asOf: 0, roles: [], achievements: [] }, /version/],
    ["one wrong date", makeDocument({ roles: [makeRole({ start: "Sprng 2019" })] }), /^This career cannot be shown: .*"Sprng 2019" at roles\[0\]\.start\.$/],
  ])("that is %s gives a sentence and not an exception", (_, career, sentence) => {
    const onError = vi.fn();
    // What a host hands over need not be what its compiler thinks.
    const { rerender } = show({ career: career as object, onError });
    expect(screen.getByRole("alert")).toHaveTextContent(sentence);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError.mock.calls[0]?.[0]).toEqual(expect.arrayContaining([expect.objectContaining({ severity: "error" })]));
    rerender(<CareerTimeline career={firstDocument} asOf={AS_OF} onError={onError} />);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(arc()).toBeInTheDocument();
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("needs a day that can be read", () => {
    const onError = vi.fn();
    show({ asOf: "today", onError });
    expect(screen.getByRole("alert")).toHaveTextContent('This career cannot be shown: cannot read "today" as a date; use YYYY-MM-DD at asOf.');
    expect(onError).toHaveBeenCalledWith([expect.objectContaining({ path: "asOf" })]);
  });

  it("reaches to today where no day is given", () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 4, 5, 23, 59) });
    render(<CareerTimeline career={firstDocument} />);
    expect(root()).toHaveAttribute("data-as-of", "2027-05-05");
  });

  it("may be changed for another: what is set stays as far as it reaches, and the host is told of the rest", async () => {
    const onStateChange = vi.fn();
    const { rerender } = show({ onStateChange, defaultState: { at: "billing-system", filters: { domains: ["payments"] } } });
    expect(details()).toBeInTheDocument();
    rerender(<CareerTimeline career={makeDocument()} asOf={AS_OF} onStateChange={onStateChange} />);
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    expect(pressed("Payments")).toBe("true");
    expect(onStateChange).toHaveBeenCalledTimes(1);
    expect(onStateChange.mock.calls[0]?.[0]).toMatchObject({ at: null, filters: { domains: ["payments"] } });
  });
});

describe("uncontrolled", () => {
  it("keeps what the visitor sets, and tells", async () => {
    const user = userEvent.setup();
    const [onStateChange, onSelect] = [vi.fn(), vi.fn()];
    show({ onStateChange, onSelect });
    await user.click(chip("Payments"));
    expect(pressed("Payments")).toBe("true");
    expect(onStateChange.mock.calls.map(([state]) => state as unknown)).toEqual([expect.objectContaining({ at: null, filters: expect.objectContaining({ domains: ["payments"] }) })]);
    expect(onSelect).not.toHaveBeenCalled();
    await user.click(mark("A new billing system"));
    expect(details()).toBeInTheDocument();
    expect(onSelect.mock.calls).toEqual([["billing-system"]]);
    await user.click(screen.getByRole("button", { name: "Close details" }));
    expect(onSelect.mock.calls).toEqual([["billing-system"], [null]]);
    expect(onStateChange).toHaveBeenCalledTimes(3);
  });

  it("begins as the host says, and does not tell it so", () => {
    const onStateChange = vi.fn();
    show({ defaultState: { filters: { domains: ["scaling"] }, at: "user-cache" }, onStateChange });
    expect(pressed("Scaling")).toBe("true");
    expect(details()).toHaveAccessibleName("A separate cache for user data");
    expect(onStateChange).not.toHaveBeenCalled();
  });

  it("drops ids that the career does not have", () => {
    show({ defaultState: { filters: { domains: ["gardening"] }, at: "nothing" } });
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    expect(within(arc()).getAllByRole("link")).toHaveLength(9);
  });

  it("calls the functions that the host has given last", async () => {
    const user = userEvent.setup();
    const [first, second] = [vi.fn(), vi.fn()];
    const { rerender } = show({ onStateChange: first });
    rerender(<CareerTimeline career={firstDocument} asOf={AS_OF} onStateChange={second} />);
    await user.click(chip("Payments"));
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
  });
});

describe("controlled", () => {
  const NOTHING = { filters: {}, at: null };

  it("stays as it is where the host does not follow", async () => {
    const user = userEvent.setup();
    const onStateChange = vi.fn();
    show({ state: NOTHING, onStateChange });
    await user.click(chip("Payments"));
    await user.click(mark("A new billing system"));
    expect(onStateChange.mock.calls.map(([state]) => state as CareerTimelineState)).toMatchObject([{ filters: { domains: ["payments"] }, at: null }, { filters: { domains: [] }, at: "billing-system" }]);
    expect(pressed("Payments")).toBe("false");
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
  });

  it("changes with the host, and tells each change once", async () => {
    const user = userEvent.setup();
    const told = vi.fn();
    function Host(): ReactElement {
      const [state, setState] = useState<CareerTimelineProps["state"]>(NOTHING);
      return (
        <>
          <button type="button" onClick={() => setState({ filters: { domains: ["scaling"] }, at: null })}>Host</button>
          <CareerTimeline career={firstDocument} asOf={AS_OF} state={state} onStateChange={(next) => { told(next); setState(next); }} />
        </>
      );
    }
    render(<StrictMode><Host /></StrictMode>);
    await user.click(chip("Payments"));
    expect(pressed("Payments")).toBe("true");
    expect(told).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole("button", { name: "Host" }));
    expect(pressed("Payments")).toBe("false");
    expect(pressed("Scaling")).toBe("true");
    expect(told).toHaveBeenCalledTimes(1);
    await user.type(screen.getByRole("searchbox", { name: "Find in text" }), "cache");
    expect(screen.getByRole("searchbox", { name: "Find in text" })).toHaveValue("cache");
    expect(told).toHaveBeenCalledTimes(6);
  });

  it("leaves to the component what the host does not name", async () => {
    const user = userEvent.setup();
    show({ state: { at: "user-cache" } });
    await user.click(chip("Payments"));
    expect(pressed("Payments")).toBe("true");
    await user.click(screen.getByRole("button", { name: "Close details" }));
    expect(details()).toHaveAccessibleName("A separate cache for user data");
  });
});

describe("a ref", () => {
  it("selects, filters and shows everything again", () => {
    const ref = createRef<CareerTimelineHandle>();
    const onStateChange = vi.fn();
    render(<CareerTimeline ref={ref} career={firstDocument} asOf={AS_OF} onStateChange={onStateChange} />);
    act(() => ref.current?.filter({ domains: ["payments"] }));
    act(() => ref.current?.filter({ hasNumber: true }));
    expect(onStateChange).toHaveBeenLastCalledWith(expect.objectContaining({ filters: expect.objectContaining({ domains: ["payments"], hasNumber: true }) }));
    act(() => ref.current?.select("user-cache"));
    expect(details()).toBeInTheDocument();
    act(() => ref.current?.select("nothing of that name"));
    expect(details()).toHaveAccessibleName("A separate cache for user data");
    act(() => ref.current?.fit());
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    expect(pressed("Payments")).toBe("false");
    expect(onStateChange).toHaveBeenCalledTimes(4);
  });

  it("is null where there is no career to act on", () => {
    const ref = createRef<CareerTimelineHandle>();
    render(<CareerTimeline ref={ref} career="" />);
    expect(ref.current).toBeNull();
  });
});

describe("on a host's page", () => {
  it("several know nothing of each other", async () => {
    const user = userEvent.setup();
    render(<><section aria-label="one"><CareerTimeline career={firstDocument} asOf={AS_OF} /></section><section aria-label="two"><CareerTimeline career={firstDocument} asOf={AS_OF} chrome="full" /></section></>);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(career-timeline[\w-]+|[\w:«»-]+)$/);
    const [one, two] = ["one", "two"].map((name) => within(screen.getByRole("region", { name })));
    await user.click(one!.getByRole("button", { name: /^Payments/ }));
    expect(one!.getByRole("button", { name: /^Payments/ })).toHaveAttribute("aria-pressed", "true");
    expect(two!.getAllByRole("button", { name: /^Payments/ })[0]).toHaveAttribute("aria-pressed", "false");
  });

  it("shows as much as is asked for", () => {
    const { rerender } = show({ chrome: "none" });
    expect(screen.queryByRole("search")).not.toBeInTheDocument();
    rerender(<CareerTimeline career={firstDocument} asOf={AS_OF} chrome="full" />);
    expect(screen.getByRole("search")).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Skill growth" })).toBeInTheDocument();
  });

  it("leads to the whole page where there is one", () => {
    const { rerender } = show();
    expect(screen.queryByRole("link", { name: /^Open/ })).not.toBeInTheDocument();
    rerender(<CareerTimeline career={firstDocument} asOf={AS_OF} pageHref="/career/" />);
    expect(screen.getByRole("link", { name: /^Open/ })).toHaveAttribute("href", "/career/");
    expect(mark("A new billing system")).toHaveAttribute("href", "/career/?at=billing-system");
  });

  it("has the host's class on its outermost element and no style of its own", () => {
    const { container } = show({ className: "mine" });
    expect(container.firstElementChild).toHaveClass("mine");
    expect(container.querySelectorAll("[style], style")).toHaveLength(0);
  });

  it("obeys the host's theme as it changes, and its own before that", async () => {
    document.documentElement.dataset["theme"] = "dark";
    const { rerender } = show();
    expect(root().dataset["theme"]).toBe("dark");
    await act(async () => {
      document.documentElement.dataset["theme"] = "light";
      await Promise.resolve();
    });
    expect(root().dataset["theme"]).toBe("light");
    rerender(<CareerTimeline career={firstDocument} asOf={AS_OF} theme="dark" />);
    expect(root().dataset["theme"]).toBe("dark");
    rerender(<CareerTimeline career={firstDocument} asOf={AS_OF} theme="auto" background="transparent" />);
    expect(root().dataset["theme"]).toBe("light");
    expect(root().dataset["background"]).toBe("transparent");
  });

  it("leaves nothing behind", () => {
    const before = document.documentElement.outerHTML;
    const { unmount } = show();
    unmount();
    expect(document.documentElement.outerHTML.replace("<div></div>", "")).toBe(before);
  });
});
