// @vitest-environment jsdom
import "../support/render.js";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { App } from "../../src/app/App.js";
import { PageBelow } from "../../src/app/PageBelow.js";
import { ROOT_PAGE, type SitePage } from "../../src/app/sitePaths.js";
import { filtersOfSlug, NO_FILTERS } from "../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import { firstCareer } from "../support/careers.js";
import { ArcLegend } from "../../src/views/ArcLegend.js";

function pageAt(path: string, page: SitePage): { readonly store: TimelineStore; readonly draw: (loadedFrom: string | null) => ReactElement } {
  history.replaceState(null, "", path);
  const store = createTimelineStore(firstCareer, { filters: filtersOfSlug(firstCareer, page.view) ?? NO_FILTERS });
  return { store, draw: (loadedFrom) => <App store={store} page={page} below={<PageBelow page={page} path={loadedFrom} />} legend={<ArcLegend />} /> };
}
const links = (): readonly HTMLElement[] => within(screen.getByRole("navigation", { name: "Views" })).getAllByRole("link");
const hrefs = (): readonly (string | null)[] => links().map((each) => each.getAttribute("href"));
const address = (): string => location.pathname + location.search;

afterEach(() => history.replaceState(null, "", "/"));

describe("the links to the owner's views", () => {
  it("lead without a script from any page of the site to any other", () => {
    const sent = (page: SitePage): readonly string[] => [...renderToStaticMarkup(pageAt("/", page).draw(null)).matchAll(/href="([^"]*)" data-item="(?:\?all|payments|scaling)"/g)].map(([, href = ""]) => href);
    expect(sent({ view: null, root: "./" })).toEqual(["./", "./view/payments/", "./view/scaling/"]);
    expect(sent({ view: "payments", root: "../../" })).toEqual(["../../", "../../view/payments/", "../../view/scaling/"]);
  });

  it("still do when the address has changed meanwhile", async () => {
    render(pageAt("/cv/view/payments/", { view: "payments", root: "../../" }).draw("/cv/view/payments/"));
    const expected = ["/cv/", "/cv/view/payments/", "/cv/view/scaling/"];
    expect(hrefs()).toEqual(expected);
    await userEvent.click(links()[0] ?? document.body);
    expect(address()).toBe("/cv/");
    expect(hrefs()).toEqual(expected);
  });

  it("make one entry of history, though the time in view changes with them", async () => {
    render(pageAt("/cv/?zoom=2022-01-01,2022-12-31", { view: null, root: "./" }).draw("/cv/"));
    const entries = history.length;
    await userEvent.click(links()[1] ?? document.body);
    expect(history.length).toBe(entries + 1);
    expect(address()).toBe("/cv/?view=payments");
    expect(screen.getByRole("heading", { level: 2, name: firstCareer.views[0]?.title ?? "" })).toBeInTheDocument();
  });

  it("are queries where there is no site: for a career that was opened here, and while developing", () => {
    const { store, draw } = pageAt("/cv/", { view: null, root: "./" });
    const { unmount } = render(draw("/cv/"));
    act(() => store.actions.replaceCareer({ ...firstCareer }));
    expect(hrefs()).toEqual(["/cv/", "/cv/?view=payments", "/cv/?view=scaling"]);
    unmount();
    render(pageAt("/", ROOT_PAGE).draw("/"));
    expect(hrefs()).toEqual(["/", "/?view=payments", "/?view=scaling"]);
  });
});
