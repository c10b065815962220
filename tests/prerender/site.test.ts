import { describe, expect, it } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { addressOf, createSite, viewFolder } from "../../src/prerender/site.js";
import { AS_OF, firstDocument } from "../support/careers.js";
import { documentWithViews, makeSite, TEMPLATE } from "../support/prerender.js";

describe("createSite", () => {
  it("is at the root of a host that nobody has named, if nothing else is said", () => {
    expect(makeSite()).toMatchObject({ address: { url: null, base: "/" }, title: null });
  });
  it("publishes the document without what is only the owner's", () => {
    const { document, career } = makeSite({ ...firstDocument, notes: "mine", person: { ...firstDocument.person, email: "a@example.org" } } as CareerDocument);
    expect(JSON.stringify([document, career])).not.toMatch(/mine|example\.org/);
    expect(createSite(document, { asOf: AS_OF, template: TEMPLATE }).document).toEqual(document);
  });
});

describe("addresses", () => {
  it("are those of folders, escaped as links need it", () => {
    expect(documentWithViews.views?.map(viewFolder)).toEqual(["view/payments/", "view/búsqueda/"]);
    expect(addressOf("https://example.org/", "")).toBe("https://example.org/");
    expect(addressOf("https://example.org/a/", "view/búsqueda/")).toBe("https://example.org/a/view/b%C3%BAsqueda/");
  });
});
