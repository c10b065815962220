import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { checkDocument } from "../../src/model/parseCareer.js";
import { publishedDocument } from "../../src/model/publish.js";
import { redactDocument } from "../../src/model/redact.js";
import { arbDocument } from "../support/arbitraries.js";
import { firstDocument, PATIENCE_MS, RUNS } from "../support/careers.js";
import { makeDocument, makeRole } from "../support/document.js";

/** A key of the owner's own in every object. */
function addEverywhere(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(addEverywhere);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries([["comment", "xyzzy"], ...Object.entries(value).map(([key, entry]) => [key, addEverywhere(entry)]), ["xyzzy", [1]]]);
}

describe("publishedDocument", () => {
  it("takes out what the format does not know, and nothing else", () => {
    fc.assert(
      fc.property(arbDocument, (document) => {
        const published = publishedDocument(addEverywhere(document) as CareerDocument);
        // As text, so that the order of the keys counts.
        expect(JSON.stringify(published)).toBe(JSON.stringify(redactDocument(document)));
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
  it("takes out what is private, and where the owner's schema lies", () => {
    const document = makeDocument({ $schema: "/home/jo/schema.json", roles: [makeRole(), makeRole({ id: "secret", visibility: "private", achievements: [] })] });
    expect(publishedDocument(document)).toEqual(makeDocument());
  });
  it("keeps every known key of the first career, and stays a career", () => {
    const { $schema: _, ...rest } = firstDocument;
    const published = publishedDocument(firstDocument);
    expect(published.roles).toEqual(redactDocument(rest).roles);
    expect(checkDocument(published)).toMatchObject({ ok: true, issues: [] });
    expect(publishedDocument(published)).toEqual(published);
  });
  it("leaves the document alone, and knows no key of Object's prototype", () => {
    const text = JSON.stringify(makeDocument()).replace('"person":{', '"constructor":{"a":1},"person":{"__proto__":{"polluted":"xyzzy"},"toString":1,');
    const document = JSON.parse(text) as CareerDocument;
    expect(JSON.stringify(publishedDocument(document))).toBe(JSON.stringify(makeDocument()));
    expect(JSON.stringify(document)).toBe(text);
    expect({}).not.toHaveProperty("polluted");
  });
});
