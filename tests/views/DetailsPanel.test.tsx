// @vitest-environment jsdom
import { details, mountTimeline, mountView } from "../support/render.js";
import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { NO_FILTERS, type Filters } from "../../src/model/select.js";
import type { Career } from "../../src/model/career.js";
import { DetailsPanel } from "../../src/views/DetailsPanel.js";
import { exampleCareer } from "../model/example.js";
import { firstCareer } from "../support/careers.js";

function mount(career: Career, id: string, filters: Partial<Filters> = {}) {
  const achievement = career.achievements.find((other) => other.id === id);
  if (!achievement) throw new Error(`no achievement ${id}`);
  const onClose = vi.fn();
  return { ...mountView(<DetailsPanel achievement={achievement} onClose={onClose} />, career, { view: { at: id, filters: { ...NO_FILTERS, ...filters } } }), onClose };
}

describe("what is said", () => {
  it("is titled by the achievement, which has the focus", () => {
    // Somebody has pressed something; what a link opens takes no focus.
    const pressed = document.body.appendChild(document.createElement("button"));
    pressed.focus();
    mount(exampleCareer, "invoices");
    expect(details()).toHaveAccessibleName("E-invoices on time");
    expect(screen.getByRole("heading", { name: "E-invoices on time" })).toHaveFocus();
  });

  it("is the whole text, with the words that figures and dates were read from marked", () => {
    mount(firstCareer, "order-flow");
    expect(screen.getAllByRole("mark").map((mark) => mark.textContent)).toEqual(["within three months of joining", "a team of 5 engineers"]);
    const text = firstCareer.achievements.find(({ id }) => id === "order-flow")?.text ?? "";
    expect(details()).toHaveTextContent(text);
  });

  it("is every figure, computed ones said to be", () => {
    mount(firstCareer, "e-invoices");
    expect(details()).toHaveTextContent(/100%.*self-billed e-invoices automated/);
    expect(details()).toHaveTextContent(/6\sengineers/);
    expect(details()).toHaveTextContent(/3\sweeks.*ahead of/);
  });

  it("is where it was and when, no closer than stated", () => {
    mount(firstCareer, "e-invoices");
    expect(details()).toHaveTextContent(/^Compliance\s*Carousell/);
    expect(within(details()).getByText("Some time in these 3 years and 8 months. No closer date is stated.")).toBeInTheDocument();
  });

  it("is where to read more, without handing over the page", () => {
    mount(exampleCareer, "payment-interface");
    const link = screen.getByRole("link", { name: "https://example.org/interface" });
    expect(link).toHaveAttribute("href", "https://example.org/interface");
    expect(link).toHaveAttribute("rel", expect.stringContaining("noopener"));
  });

  it("says so where no field is named", () => {
    mount(exampleCareer, "order-flow");
    expect(within(details()).getByText("No field named")).toBeInTheDocument();
  });
});

describe("tags", () => {
  it("say how many name the same, and filter by it", async () => {
    const { user, store } = mount(exampleCareer, "workflows");
    const tags = within(within(details()).getByRole("list")).getAllByRole("button");
    expect(tags.map((tag) => tag.textContent)).toEqual(["Temporal 2 in all", "Go 4 in all", "Scaling 3 in all", "Payments 4 in all"]);
    await user.click(screen.getByRole("button", { name: "Go 4 in all" }));
    expect(store.getState().filters.skills).toEqual(["go"]);
    expect(screen.getByRole("button", { name: "Go 4 in all" })).toHaveAttribute("aria-pressed", "true");
  });
});

describe("paging", () => {
  const paging = (): HTMLElement => screen.getByRole("navigation", { name: "Achievements in time" });

  it("goes through time, from the earliest to the latest, and ends there", async () => {
    const { user } = mountTimeline(exampleCareer, { view: { at: [...exampleCareer.achievements].sort((a, b) => a.centre - b.centre)[0]?.id ?? null } });
    expect(paging()).toHaveTextContent("1 of 9");
    expect(within(paging()).queryByRole("button", { name: /^Previous/ })).not.toBeInTheDocument();
    for (let i = 0; i < 8; i += 1) await user.click(within(paging()).getByRole("button", { name: /^Next:/ }));
    expect(paging()).toHaveTextContent("9 of 9");
    expect(within(paging()).queryByRole("button", { name: /^Next/ })).not.toBeInTheDocument();
    expect(within(details()).getByRole("heading")).toHaveFocus();
  });

  it("stays among what matches", () => {
    mount(exampleCareer, "payment-interface", { domains: ["payments"] });
    expect(paging()).toHaveTextContent("3 of 4");
    expect(within(paging()).getByRole("button", { name: /^Previous:/ })).toHaveAccessibleName(/^Previous:\s*\S/);
  });

  it("says so where what is selected does not match", () => {
    mount(exampleCareer, "live-event", { domains: ["payments"] });
    expect(within(paging()).getByText(/^not\b/)).toBeInTheDocument();
    expect(within(paging()).getByRole("button", { name: /^Next:\s*billing/i })).toBeInTheDocument();
  });
});

it("closes by its button", async () => {
  const { user, onClose } = mount(exampleCareer, "billing");
  await user.click(screen.getByRole("button", { name: "Close details" }));
  expect(onClose).toHaveBeenCalledOnce();
});
