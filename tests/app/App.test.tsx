// @vitest-environment jsdom
import { ArcLegend } from "../../src/views/ArcLegend.js";
import { Below } from "../../src/views/Below.js";
import { arc } from "../support/render.js";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { App } from "../../src/app/App.js";
import { createCareer } from "../../src/model/createCareer.js";
import { filtersOfSlug, NO_FILTERS } from "../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import type { ViewState } from "../../src/state/viewState.js";
import { AS_OF, EXAMPLE, exampleCareer } from "../model/example.js";
import { careerOf, sampleCareer } from "../support/careers.js";
import { makeDocument, makeRole } from "../support/document.js";

function mount(view: Partial<ViewState> = {}, career = exampleCareer): { readonly store: TimelineStore; readonly unmount: () => void } {
  const store = createTimelineStore(career, view);
  return { store, unmount: render(<App store={store} below={<Below />} legend={<ArcLegend />} />).unmount };
}

const json = (content: unknown, name = "mine.json"): File => new File([JSON.stringify(content)], name, { type: "application/json" });
const input = (): HTMLInputElement => screen.getByLabelText(/career file/);
const other = makeDocument({ person: { headline: "Somebody else" } });

// The page keeps its address in step with what is asked for.
afterEach(() => {
  history.replaceState(null, "", "/");
  document.documentElement.removeAttribute("data-theme");
});

describe("the page", () => {
  it("has its landmarks: what can be done with it, the career, and what it promises", () => {
    mount();
    expect(within(screen.getByRole("navigation", { name: "Page" })).getByRole("button", { name: "Print" })).toBeInTheDocument();
    expect(within(screen.getByRole("main")).getByRole("heading", { level: 1, name: "Backend engineer" })).toBeInTheDocument();
    expect(screen.getByRole("contentinfo")).toHaveTextContent(/stays in your browser/);
  });

  it("says so where the person is made up", () => {
    mount({}, careerOf([makeRole()], { fictional: true, person: { headline: "Analyst", location: "London" } }));
    // In the bar, and on a phone over the name.
    expect(screen.getAllByText("London. Fictional person")).toHaveLength(2);
  });

  it("prints when asked", async () => {
    const print = vi.fn();
    vi.stubGlobal("print", print);
    mount();
    await userEvent.setup().click(screen.getByRole("button", { name: "Print" }));
    expect(print).toHaveBeenCalledOnce();
  });
});

describe("colours", () => {
  const asked = (): string | null => document.documentElement.getAttribute("data-theme");

  it("are the system's until chosen, and again afterwards", async () => {
    mount();
    const user = userEvent.setup();
    const choice = screen.getByRole("combobox", { name: "Colours" });
    expect(asked()).toBeNull();
    await user.selectOptions(choice, "Dark");
    expect(asked()).toBe("dark");
    await user.selectOptions(choice, "Light");
    expect(asked()).toBe("light");
    await user.selectOptions(choice, "System");
    expect(asked()).toBeNull();
  });

  it("are those of a link from the start", () => {
    history.replaceState(null, "", "?theme=dark");
    mount();
    expect(asked()).toBe("dark");
  });
});

describe("the page of a named view", () => {
  it("hands other filters to the root page's address, and takes its own back", async () => {
    history.replaceState(null, "", "/cv/view/money/");
    const career = createCareer({ ...EXAMPLE, views: [{ slug: "money", title: "Work on payments", filter: { domains: ["payments"] } }] }, AS_OF);
    const store = createTimelineStore(career, { filters: filtersOfSlug(career, "money") ?? NO_FILTERS });
    render(<App store={store} page={{ view: "money", root: "../../" }} below={<Below />} legend={<ArcLegend />} />);
    expect(screen.getByRole("heading", { level: 2, name: "Work on payments" })).toBeInTheDocument();
    expect(location.pathname + location.search).toBe("/cv/view/money/");
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(location.pathname + location.search).toBe("/cv/");
    expect(screen.getByRole("heading", { level: 2, name: "9 achievements, adding up" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: /^Payments \d/ }));
    expect(location.pathname + location.search).toBe("/cv/view/money/");
  });
});

describe("a link to what is not here", () => {
  it.each(["{Enter}", "{Escape}"])("says so, until its notice is closed with %s; reading goes on below it", async (key) => {
    history.replaceState(null, "", "/?at=nope");
    mount();
    const notice = screen.getByText(/^This link asks for something that is not here/);
    within(notice).getByRole("button", { name: "Close" }).focus();
    await userEvent.setup().keyboard(key);
    expect(notice).not.toBeInTheDocument();
    expect(screen.getByRole("main")).toHaveFocus();
  });
});

describe("a file", () => {
  it("that is chosen is opened in place", async () => {
    mount();
    await userEvent.setup().upload(input(), json(other));
    expect(await screen.findByText("Opened mine.json.")).toBeInTheDocument();
    expect(screen.getByRole("heading", { level: 1, name: "Somebody else" })).toBeInTheDocument();
    expect(input().value).toBe("");
  });

  it("that is bad leaves the career on the page, and mended it is opened", async () => {
    mount();
    const user = userEvent.setup();
    await user.upload(input(), json({ version: 1 }));
    expect(await screen.findByRole("alert")).toHaveTextContent("mine.json was not opened; the page is as it was.");
    expect(arc()).toHaveAccessibleName(/^Career arc: 9 achievements/);
    await user.upload(input(), json(other));
    expect(await screen.findByText("Opened mine.json.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByText("Opened mine.json.")).not.toBeInTheDocument();
  });

  it("can be dropped anywhere, and the browser does not leave the page for it", async () => {
    mount();
    expect(fireEvent.dragOver(document.body)).toBe(false);
    expect(fireEvent.drop(document.body, { dataTransfer: { files: [json(other)] } })).toBe(false);
    expect(await screen.findByText("Opened mine.json.")).toBeInTheDocument();
  });

  it("is not what a dropped text is", () => {
    mount();
    expect(fireEvent.drop(document.body, { dataTransfer: { files: [] } })).toBe(false);
    expect(screen.queryByText(/Reading/)).not.toBeInTheDocument();
  });

  it("is no longer waited for when the page is gone", () => {
    const { unmount } = mount();
    unmount();
    expect(fireEvent.dragOver(document.body)).toBe(true);
    expect(fireEvent.drop(document.body)).toBe(true);
  });
});

describe("a career of nothing but roles", () => {
  it("is a whole page", () => {
    mount({}, sampleCareer("empty"));
    expect(screen.getByRole("heading", { name: "No achievements yet" })).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});
