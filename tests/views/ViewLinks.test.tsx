// @vitest-environment jsdom
import { mountView } from "../support/render.js";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../../src/model/select.js";
import { ViewLinks } from "../../src/views/ViewLinks.js";
import { firstCareer } from "../support/careers.js";

const mount = (view: Parameters<typeof mountView>[2] = {}, career = firstCareer): ReturnType<typeof mountView> =>
  mountView(<ViewLinks hrefOf={(slug) => (slug === null ? "/cv/" : `/cv/view/${slug}/`)} live />, career, view);
const views = (): HTMLElement => screen.getByRole("navigation", { name: "Views" });
const link = (name: RegExp | string): HTMLElement => within(views()).getByRole("link", { name });
const current = (): readonly (string | null)[] => within(views()).getAllByRole("link").filter((each) => each.getAttribute("aria-current") === "page").map((each) => each.textContent);
const [payments, scaling] = firstCareer.views.map(({ title }) => title);
if (payments === undefined || scaling === undefined) throw new Error("the first career has two views");

describe("the owner's views", () => {
  it("are links by their sentences, after one to everything", () => {
    mount();
    expect(within(views()).getAllByRole("link").map((each) => [each.textContent, each.getAttribute("href")])).toEqual([
      ["Show everything", "/cv/"],
      [payments, "/cv/view/payments/"],
      [scaling, "/cv/view/scaling/"],
    ]);
  });

  it("are shown in place with all of time, and the one that is shown is marked", async () => {
    const { user, store } = mount({ view: { at: "payment-interface", viewport: { from: Date.UTC(2023, 0), to: Date.UTC(2024, 0) } } });
    expect(current(), "less than everything").toEqual([]);
    await user.click(link(payments));
    expect(store.getState()).toMatchObject({ filters: { domains: ["payments"] }, viewport: null, at: "payment-interface" });
    expect(current()).toEqual([payments]);
    expect(link(payments)).toHaveFocus();
    await user.click(link("Show everything"));
    expect(store.getState().filters).toEqual(NO_FILTERS);
    expect(current()).toEqual(["Show everything"]);
    expect(link("Show everything")).toHaveFocus();
  });

  it("are none of them marked under another filter", () => {
    mount({ view: { filters: { ...NO_FILTERS, hasNumber: true } } });
    expect(current()).toEqual([]);
  });

  it("open in a window of their own where that is asked for", async () => {
    const { user, store } = mount();
    const before = store.getState();
    // jsdom goes nowhere; what counts is that the press was left to the browser.
    let left = false;
    document.addEventListener("click", (event) => {
      left = !event.defaultPrevented;
      event.preventDefault();
    }, { once: true });
    await user.keyboard("{Control>}");
    await user.click(link(payments));
    expect(left).toBe(true);
    expect(store.getState()).toBe(before);
  });

  it("are one tab stop, with arrows between them", async () => {
    const { user } = mount();
    await user.tab();
    expect(link("Show everything")).toHaveFocus();
    await user.keyboard("{End}");
    expect(link(scaling)).toHaveFocus();
    await user.keyboard("{ArrowLeft}");
    expect(link(payments)).toHaveFocus();
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  it("are not spoken of where there are none", () => {
    mount({}, { ...firstCareer, views: [] });
    expect(screen.queryByRole("navigation")).toBeNull();
  });
});
