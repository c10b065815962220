// @vitest-environment jsdom
import { mountView, namesOf } from "../support/render.js";
import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Header } from "../../src/views/Header.js";
import { NO_FILTERS } from "../../src/model/select.js";
import { exampleCareer } from "../model/example.js";
import { careerOf, firstCareer } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

const roles = (): readonly string[] => namesOf(within(within(screen.getByRole("banner")).getAllByRole("list")[0] as HTMLElement).getAllByRole("listitem"));

describe("Header", () => {
  it("says who, in the owner's words", () => {
    mountView(<Header />, careerOf([makeRole()], { person: { name: "Ada Byron", headline: "Analyst", summary: "Engines.", links: [{ label: "Site", url: "https://example.org/ada" }] } }));
    expect(screen.getByRole("heading", { level: 1, name: "Analyst" })).toBeInTheDocument();
    expect(screen.getByText("Ada Byron")).toBeInTheDocument();
    expect(screen.getByText("Engines.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Site" })).toHaveAttribute("href", "https://example.org/ada");
    expect(screen.getByRole("link", { name: "Site" })).toHaveAttribute("rel", expect.stringContaining("noopener"));
  });

  it("leads only where it is safe to go", () => {
    mountView(<Header />, careerOf([makeRole()], { person: { headline: "Analyst", links: [{ label: "Bad", url: "javascript:alert(1)" }] } }));
    expect(screen.queryByText("Bad")).not.toBeInTheDocument();
  });

  it("names the latest two roles with their dates, the newest first", () => {
    mountView(<Header />, firstCareer);
    const [latest, before, ...more] = roles();
    expect(latest).toMatch(/Mar 2022 – Oct 2025.*Carousell.*Lead Software Engineer, Backend/);
    expect(before).toMatch(/17LIVE/i);
    expect(more).toEqual([]);
  });

  it("passes over breaks and schooling, which are on the arc", () => {
    mountView(<Header />, careerOf([
      { id: "leave", title: "Leave", kind: "break", start: "2024-01", end: "2024-06" },
      { id: "school", title: "School", kind: "education", start: "2023-01", end: "2023-12" },
      makeRole({ id: "old", organization: "Acme" }),
    ]));
    expect(roles()).toHaveLength(1);
    expect(roles()[0]).toContain("Acme");
  });

  it("shows an ongoing role as such", () => {
    mountView(<Header />, careerOf([makeRole({ start: "2020-02", end: null })]));
    expect(roles()[0]).toContain("Feb 2020 – now");
  });

  it("has the featured figures, each a way to its achievement", async () => {
    const { user, store } = mountView(<Header />, firstCareer);
    const figures = screen.getAllByRole("link");
    expect(figures).toHaveLength(4);
    await user.click(screen.getByRole("link", { name: /0\sincidents/ }));
    expect(store.getState().at).toBe("first-temporal");
  });

  it("leaves a press for a new tab to the browser", async () => {
    const { user, store } = mountView(<Header />, exampleCareer);
    await user.keyboard("{Control>}");
    await user.click(screen.getByRole("link", { name: /users/ }));
    expect(store.getState().at).toBeNull();
  });

  it("states what is tied to no role, once, and none that an achievement states already", () => {
    const claims = [{ id: "years", text: "9 years with payments." }, { id: "again", text: "Billing in Go.", sameAs: "billing-service" }];
    mountView(<Header />, careerOf([makeRole()], { person: { headline: "Analyst", claims } }));
    expect(screen.getByText(/no role/)).toHaveTextContent(/9 years with payments/);
    expect(screen.getByRole("banner")).not.toHaveTextContent("Billing in Go");
  });

  it("says first what a filter shows, and keeps the summary's room", () => {
    const { store } = mountView(<Header />, firstCareer);
    act(() => store.actions.toggle("domains", "payments"));
    expect(screen.getByText(/Payments work at Carousell and 17Live/).parentElement).toHaveTextContent(/3 of 9 achievements; the rest is grey\.$/);
    expect(screen.getByText(firstCareer.person.summary ?? "")).toHaveClass("kept");
    act(() => store.actions.clear());
    expect(screen.queryByText(/the rest is grey/)).not.toBeInTheDocument();
    expect(screen.getByText(firstCareer.person.summary ?? "")).not.toHaveClass("kept");
  });

  it("shows figures of what matches under a filter, as many as without one", () => {
    const { store } = mountView(<Header />, firstCareer);
    const shown = (): string[] => screen.getAllByRole("link").map((link) => (link.querySelector("b")?.textContent ?? "").replace(/\u00a0/g, " "));
    expect(shown()).toHaveLength(4);
    act(() => store.actions.toggle("domains", "payments"));
    expect(shown()).toEqual(["0 incidents", "−75%", "65%", "1st"]);
    expect(document.querySelectorAll(".out")).toHaveLength(0);
  });

  it("fills up with figures of the rest, which are grey as all of the rest is", () => {
    const { store } = mountView(<Header />, firstCareer);
    act(() => store.actions.toggle("skills", "go"));
    const out = screen.getAllByRole("link").map((link) => link.parentElement?.classList.contains("out"));
    expect(out).toEqual([false, false, true, true]);
    act(() => store.actions.setFilters({ ...NO_FILTERS, text: "zzzz" }));
    expect(document.querySelectorAll(".out")).toHaveLength(4);
    expect(screen.getByText(/Nothing matches/).parentElement).toHaveTextContent(/All 9 achievements are grey\.$/);
  });

  it("says of a bare count what it was for", () => {
    const metrics = [{ kind: "count", n: 2, of: "colleagues", featured: true, quote: "2 colleagues" } as const];
    mountView(<Header />, careerOf([makeRole({ achievements: [makeAchievement({ short: "mentoring", metrics })] })]));
    expect(screen.getByRole("link")).toHaveTextContent(/^2\s?colleagues, mentoring/);
  });

  it("is short where there is little to say", () => {
    mountView(<Header />, careerOf([], { person: { headline: "Analyst" } }));
    expect(screen.getByRole("banner")).toHaveTextContent(/^Analyst$/);
    expect(screen.queryByRole("link")).not.toBeInTheDocument();
  });
});
