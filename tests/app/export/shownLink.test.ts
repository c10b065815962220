import { describe, expect, it } from "vitest";
import { shownLink } from "../../../src/app/export/shownLink.js";
import { NO_FILTERS } from "../../../src/model/select.js";
import { parseQuery } from "../../../src/state/urlCodec.js";
import { DEFAULT_VIEW_STATE, type ViewState } from "../../../src/state/viewState.js";
import { firstCareer } from "../../support/careers.js";

const SITE = { url: "https://example.org/cv/", index: "" };
const linkOf = (view: Partial<ViewState>, site = SITE, published = true): ReturnType<typeof shownLink> => shownLink(site, firstCareer, { ...DEFAULT_VIEW_STATE, ...view }, published);

describe("the link to what is shown", () => {
  it("is the page's own where nothing is asked for", () => {
    expect(linkOf({})).toEqual({ ok: true, url: "https://example.org/cv/", caution: "" });
    expect(linkOf({}, { ...SITE, index: "index.html" })).toMatchObject({ url: "https://example.org/cv/index.html" });
  });

  it("carries all that a visitor has set, and gives it back", () => {
    const view: ViewState = { ...DEFAULT_VIEW_STATE, filters: { ...NO_FILTERS, domains: ["payments"], text: "a & b", hasNumber: true }, at: "payment-interface", list: "table", sort: { by: "title", direction: "ascending" }, theme: "dark" };
    const link = linkOf(view);
    if (!link.ok) throw new Error(link.reason);
    expect(parseQuery(new URL(link.url).search, firstCareer).view).toEqual(view);
  });

  it("is a named view's own page where that is what is shown", () => {
    expect(linkOf({ filters: { ...NO_FILTERS, domains: ["payments"] } })).toMatchObject({ url: "https://example.org/cv/view/payments/" });
  });

  it("is none for a file that is on no site: it would show another career", () => {
    expect(linkOf({}, SITE, false)).toMatchObject({ ok: false, reason: expect.stringMatching(/on no site/) });
  });

  it("is none where the page is a file, and comes with a caution where it is served from this machine", () => {
    expect(linkOf({}, { url: "file:///home/a/site/", index: "index.html" })).toMatchObject({ ok: false, reason: expect.stringMatching(/a file on your own machine/) });
    expect(linkOf({}, { url: "http://localhost:4173/", index: "" })).toMatchObject({ ok: true, caution: expect.stringMatching(/this machine only/) });
  });
});
