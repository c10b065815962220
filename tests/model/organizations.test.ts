import { describe, expect, it } from "vitest";
import type { OrganizationDocument } from "../../src/model/document.js";
import { createOrganizations } from "../../src/model/organizations.js";
import { makeRole } from "../support/document.js";

const named = (...organizations: readonly OrganizationDocument[]): string[] =>
  [...createOrganizations(organizations.map((organization, i) => makeRole({ id: `r${i}`, organization }))).values()].map(({ id, label }) => `${id}: ${label}`);

describe("createOrganizations", () => {
  it("has each once, in order of first appearance", () => expect(named("Beta", "Acme", "Beta")).toEqual(["beta: Beta", "acme: Acme"]));
  it("numbers names that come to one slug, and what has no letters", () => expect(named("Acme", "ACME", "--", "!!")).toEqual(["acme: Acme", "acme-2: ACME", "organization: --", "organization-2: !!"]));
  it("does not take a number that is a name of its own", () => expect(named("Acme 2", "Acme", "ACME")).toEqual(["acme-2: Acme 2", "acme: Acme", "acme-3: ACME"]));
  it("tells a name from the words for one that is not disclosed", () => expect(named("A bank", { undisclosed: true, label: "A bank" })).toEqual(["a-bank: A bank", "a-bank-2: A bank"]));
  it("numbers those of private roles last, so that no public one shows that they are there", () => {
    const roles = [makeRole({ organization: "ACME", visibility: "private" }), makeRole({ id: "r2" })];
    expect([...createOrganizations(roles).values()].map(({ id }) => id)).toEqual(["acme-2", "acme"]);
  });
  it("numbers forty thousand of one slug without trying every number for each", () => {
    const names = Array.from({ length: 40_000 }, (_, i) => `Acme ${i.toString(2).replaceAll("0", "!").replaceAll("1", "?")}`);
    const ids = [...createOrganizations(names.map((organization) => makeRole({ organization }))).values()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(40_000);
    expect(ids.at(-1)).toBe("acme-40000");
  });
  it("leaves roles without one out", () => {
    const { organization: _, ...own } = makeRole();
    expect(createOrganizations([own]).size).toBe(0);
  });
});
