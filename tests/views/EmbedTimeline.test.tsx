// @vitest-environment jsdom
import { arc, chip, details, mark, marks, setWidth } from "../support/render.js";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { textWidth } from "../../src/layout/textWidth.js";
import type { Career } from "../../src/model/career.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import type { ViewState } from "../../src/state/viewState.js";
import { EmbedTimeline } from "../../src/views/EmbedTimeline.js";
import { exampleCareer } from "../model/example.js";
import { firstCareer, sampleCareer } from "../support/careers.js";

function mount(career: Career = exampleCareer, { view = {}, filters = false, pageHref = "https://a.example/" }: { view?: Partial<ViewState>; filters?: boolean; pageHref?: string | null } = {}): TimelineStore {
  const store = createTimelineStore(career, view);
  setWidth(608);
  render(<main><button type="button">the host’s own</button><EmbedTimeline store={store} idPrefix="x-" filters={filters} pageHref={pageHref} /></main>);
  return store;
}

const head = (): HTMLElement => screen.getByRole("heading", { level: 2 }).parentElement as HTMLElement;

describe("the line on top", () => {
  it("says who, where last, how many and when, and leads to the whole page in a window of its own", () => {
    mount(firstCareer);
    expect(head()).toHaveTextContent(/^Lead Backend EngineerCarousell 2022–25Lead Software Engineer, Backend9 achievements, 2018 to 2025$/);
    const open = screen.getByRole("link", { name: /^Open the whole page/ });
    expect(open).toHaveAttribute("href", "https://a.example/");
    expect(open).toHaveAttribute("target", "_blank");
    expect(open).toHaveAttribute("rel", "noopener");
  });

  it("gives no years to a role that goes on", () => {
    mount(sampleCareer("nurse"));
    expect(head()).toHaveTextContent(/St Brannoc HospitalFictional personSenior Charge Nurse, Emergency11 achievements/);
  });

  it("stays as it is under a filter where there are chips, and what is shown stands under them", () => {
    const store = mount(firstCareer, { filters: true });
    const before = head().textContent;
    act(() => store.actions.toggle("domains", "payments"));
    expect(head().textContent).toBe(before);
    const said = screen.getByText("Payments work at Carousell and 17Live");
    expect(said.compareDocumentPosition(screen.getByRole("search"))).toBe(Node.DOCUMENT_POSITION_PRECEDING);
    act(() => store.actions.setText("zzzz"));
    expect(screen.getByText(/Nothing matches all of this/)).toBeVisible();
    act(() => store.actions.clear());
    expect(screen.queryByText(/Nothing matches all of this/)).toBeNull();
  });

  it("leads nowhere where there is no whole page", () => {
    mount(firstCareer, { pageHref: null });
    expect(screen.queryByRole("link", { name: /^Open/ })).toBeNull();
    expect(marks()[0]).toHaveAttribute("href", expect.stringMatching(/^#x-a-/));
  });

  it("says what a filter leaves, and what to relax where it leaves nothing", () => {
    const store = mount(exampleCareer);
    act(() => store.actions.setText("zzzz"));
    expect(head()).toHaveTextContent(/Nothing matches this/);
    expect(head()).not.toHaveTextContent(/achievements, \d{4}/);
  });
});

describe("a career at its beginning", () => {
  it("counts its roles and says that nothing is written down yet, without a filter or an explanation of marks", () => {
    mount(sampleCareer("empty"), { filters: true });
    expect(head()).toHaveTextContent(/4 roles, 2009 to 2026\. No achievements are written down yet\.$/);
    expect(screen.queryByRole("search")).toBeNull();
    expect(screen.queryByText(/Height/)).toBeNull();
    expect(screen.queryByText("How this is drawn")).toBeNull();
  });

  it("with one achievement says its count, and offers no search for it", () => {
    mount(sampleCareer("one-achievement"), { filters: true });
    expect(head()).toHaveTextContent(/1 achievement, 2023 to 2026$/);
    expect(screen.queryByRole("search")).toBeNull();
    expect(screen.queryByText("No field named")).toBeNull();
  });
});

describe("roles", () => {
  it("say their title, organization and dates to those who do not see the bars", () => {
    mount(firstCareer);
    expect(screen.getAllByRole("img").map((bar) => bar.getAttribute("aria-label"))).toEqual([
      "Lead Software Engineer, Backend, Carousell, Mar 2022 – Oct 2025", "Senior Software Engineer, Backend, 17Live, Mar 2018 – Mar 2022",
    ]);
  });
});

describe("the line under the arc", () => {
  it("says what an open mark is, where there is one, and that marks can be pressed; the same before a script", () => {
    mount(firstCareer);
    const words = "Open: only the job is dated. Press a mark to read it.";
    expect(screen.getByText(words)).toBeVisible();
    expect(renderToString(<EmbedTimeline store={createTimelineStore(firstCareer)} idPrefix="x-" filters pageHref="../" />)).toContain(words);
    cleanup();
    mount(sampleCareer("two-months"));
    expect(screen.getByText("Press a mark to read it.")).toBeVisible();
  });

  it("is one line in a column of 640 px, even in a wide font", () => {
    const words = ["Open: only the job is dated. Press a mark to read it.", "As a list", "How this is drawn"];
    expect(words.reduce((sum, each) => sum + 1.15 * textWidth(each, 13.5, 420), 25 + 2 * 16)).toBeLessThan(606);
  });
});

describe("marks", () => {
  it("lead to their achievement on the whole page", () => {
    mount(exampleCareer);
    expect(mark("Billing system")).toHaveAttribute("href", "https://a.example/?at=billing");
  });

  it("open their details under the arc, and Escape leads back", async () => {
    const user = userEvent.setup();
    mount(exampleCareer);
    await user.click(mark("Billing system"));
    expect(within(details()).getByRole("heading", { name: "Billing system" })).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(mark("Billing system")).toHaveFocus();
  });
});

describe("a guest", () => {
  it("leaves the focus where the host has it, whatever is selected for it", () => {
    const store = mount(exampleCareer, { view: { at: "billing" } });
    expect(details()).toBeInTheDocument();
    expect(document.body).toHaveFocus();
    screen.getByRole("button", { name: "the host’s own" }).focus();
    act(() => store.actions.selectNext());
    act(() => store.actions.select(null));
    act(() => store.actions.select("billing"));
    expect(screen.getByRole("button", { name: "the host’s own" })).toHaveFocus();
    act(() => store.actions.select(null));
    (document.activeElement as HTMLElement).blur();
    act(() => store.actions.select("billing"));
    act(() => store.actions.select(null));
    expect(document.body).toHaveFocus();
  });

  it("scrolls nothing for what the host selects", () => {
    const scrolled = vi.fn();
    Element.prototype.scrollIntoView = scrolled;
    const store = mount(exampleCareer, { view: { at: "billing" } });
    act(() => store.actions.selectNext());
    expect(scrolled).not.toHaveBeenCalled();
  });
});

describe("the facts in words", () => {
  it("are all one press away, with the definition", () => {
    mount(firstCareer);
    const lists = screen.getByText("As a list").closest("details") as HTMLElement;
    for (const { title } of firstCareer.achievements) expect(within(lists).getByText(title)).toBeInTheDocument();
    for (const claim of firstCareer.claims.filter(({ sameAs }) => sameAs === null)) expect(lists).toHaveTextContent(claim.text.replace(/\.$/, ""));
    expect(screen.getByText("How this is drawn")).toBeInTheDocument();
  });

  it("are in what the server sends, with a picture for a phone and one for a column", () => {
    const html = renderToString(<EmbedTimeline store={createTimelineStore(firstCareer)} idPrefix="x-" filters pageHref="../" />);
    for (const { title } of firstCareer.achievements) expect(html).toContain(title);
    expect(html).toContain("still narrow");
    expect(html).toContain("still embed");
  });
});

describe("filters", () => {
  it("are there when asked for", async () => {
    const user = userEvent.setup();
    mount(exampleCareer, { filters: true });
    await user.click(chip("APIs"));
    expect(screen.getByRole("button", { name: "Clear" })).toBeInTheDocument();
  });

  it("are not there otherwise", () => {
    mount(exampleCareer);
    expect(screen.queryByRole("search")).toBeNull();
  });
});

describe("the host's font", () => {
  it("is measured, and wider words get the room that they need", () => {
    const wide = 1.3;
    const measure = vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
      const weight = this instanceof HTMLElement ? Number(this.style.fontWeight) : 0;
      return new DOMRect(0, 0, weight > 0 ? textWidth(this.textContent, 100, weight) * wide : 0, 0);
    });
    mount(firstCareer);
    act(() => setWidth(608));
    const labels = arc().querySelectorAll(".label").length;
    measure.mockRestore();
    fireEvent(window, new Event("resize"));
    expect(labels).toBeGreaterThan(3);
    expect(labels).toBeLessThan(placedAt608);
  });
});

/** How many labels the first career has in a column of 608 px in the font that the layout knows. */
const placedAt608 = 8;
