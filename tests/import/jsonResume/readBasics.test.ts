import { describe, expect, it } from "vitest";
import { headlineWithout, readBasics, type Basics } from "../../../src/import/jsonResume/readBasics.js";
import { makeRole } from "../../support/document.js";

function read(basics: Readonly<Record<string, unknown>>): { readonly basics: Basics; readonly notes: readonly string[] } {
  const notes: string[] = [];
  return { basics: readBasics(basics, (code, place) => void notes.push(`${code} ${place}`)), notes };
}

describe("a person", () => {
  it("is who basics says", () => {
    expect(read({ name: " A. Person ", label: "Nurse", summary: "Two\nlines", email: "a@example.org" })).toEqual({ basics: { name: "A. Person", label: "Nurse", summary: "Two\nlines", location: null, links: [] }, notes: [] });
  });

  it.each([
    [{ address: "1 Street", postalCode: "10115", city: "Berlin", region: "BE", countryCode: "DE" }, "Berlin, BE, DE"], [{ city: "", countryCode: "DE" }, "DE"], [{ address: "1 Street", postalCode: "10115" }, null], ["Berlin", "Berlin"], [{}, null], [null, null],
  ])("is in the town, not in the street: %j", (location, shown) => {
    expect(read({ location }).basics.location).toBe(shown);
    expect(read({ location }).notes).toEqual([]);
  });

  it("says where something else stands than a text", () => {
    expect(read({ name: 5, label: ["x"], location: { city: 5 }, profiles: {} }).notes).toEqual(["type label", "type name", "type location.city", "type profiles"]);
  });
});

describe("links", () => {
  it("are the page and the profiles that have an address, each once", () => {
    const profiles = [{ network: "Code", username: "me", url: "https://code.example/me" }, { username: "me", url: "https://talk.example" }, { network: "Words", username: "me", url: "" }, { url: "https://bare.example/x" }, { network: "Again", url: "https://www.me.example/" }];
    expect(read({ url: " https://www.me.example/ ".trim(), profiles })).toMatchObject({
      basics: {
        links: [
          { label: "me.example", url: "https://www.me.example/", place: "url" }, { label: "Code", url: "https://code.example/me", place: "profiles[0].url" },
          { label: "me", url: "https://talk.example", place: "profiles[1].url" }, { label: "bare.example", url: "https://bare.example/x", place: "profiles[3].url" },
        ],
      },
      notes: [],
    });
  });

  it.each(["javascript:alert(1)", "example.org", "data:text/html,x", "https://user@example.org", "https://example.org/\u202e", "//example.org", `https://example.org/${"a".repeat(20_001)}`, "https://example.org/\ud800"])("are never %.40j", (url) => {
    const { basics, notes } = read({ url, profiles: [{ network: "x", url }] });
    expect(basics.links).toEqual([]);
    expect(notes.filter((note) => note.startsWith("link "))).toEqual(["link url", "link profiles[0].url"]);
  });
});

describe("a headline from elsewhere", () => {
  it("is the latest work's title: ongoing before ended, later end, later start; then the name", () => {
    const [old, recent, open, later] = [makeRole({ title: "Old", end: "2010" }), makeRole({ title: "Recent", end: "2020" }), makeRole({ title: "Open", end: null }), makeRole({ title: "Later", start: "2021", end: null })];
    expect(headlineWithout([old, recent], "Name")).toBe("Recent");
    expect(headlineWithout([open, recent], "Name")).toBe("Open");
    expect(headlineWithout([open, later, old], "Name")).toBe("Later");
    expect(headlineWithout([makeRole({ kind: "education" }), makeRole({ kind: "service" })], "Name")).toBe("Name");
    expect(headlineWithout([], undefined)).toBeNull();
  });
});
