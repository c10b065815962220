import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import { matchingDocument } from "../../src/model/matchingDocument.js";
import { checkDocument } from "../../src/model/parseCareer.js";
import { redactDocument } from "../../src/model/redact.js";
import { arbDocument } from "../support/arbitraries.js";
import { AS_OF, firstDocument, RUNS } from "../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const idsOf = (document: ReturnType<typeof matchingDocument>): readonly string[] => document.roles.flatMap(({ achievements }) => (achievements ?? []).map(({ id }) => id));

describe("the document of what matches", () => {
  it("has those achievements, their roles, and the fields and skills that they name", () => {
    const part = matchingDocument(firstDocument, new Set(["payment-interface", "first-temporal"]));
    expect(idsOf(part)).toEqual(["first-temporal", "payment-interface"]);
    expect(part.roles.map(({ id }) => id)).toEqual(["carousell-lead"]);
    expect(part.domains?.map(({ id }) => id)).toEqual(["payments"]);
    expect(part.skills?.map(({ id }) => id)).toEqual(["temporal"]);
    expect(part.person).toEqual({ ...firstDocument.person, claims: undefined });
    expect(part).not.toHaveProperty("views");
  });

  it("is all of it where no filter is on", () => {
    expect(matchingDocument(firstDocument, null)).toEqual(redactDocument(firstDocument));
  });

  it("keeps keys that the format does not know", () => {
    const role = { ...makeRole({ achievements: [{ ...makeAchievement({ id: "a" }), mine: [1] } as never] }), mine: { x: 1 } };
    const document = { ...makeDocument({ roles: [role] }), mine: "yes" };
    const [whole, part] = [null, new Set(["a"])].map((matches) => JSON.stringify(matchingDocument(document, matches)));
    for (const text of [whole, part]) expect(text).toMatch(/"mine":\[1\].*"mine":\{"x":1\}.*"mine":"yes"/);
  });

  it("never has anything private in it, asked for or not", () => {
    const secret = makeAchievement({ id: "secret", visibility: "private", title: "hush" });
    const open = makeAchievement({ id: "open", text: "hush 5%", metrics: [{ kind: "level", value: 5, unit: "%", quote: "5%", visibility: "private", of: "margin" }] });
    const document = makeDocument({ roles: [makeRole({ id: "r", achievements: [secret, open] }), makeRole({ id: "hidden", visibility: "private", achievements: [makeAchievement({ id: "third" })] })] });
    for (const matches of [null, new Set(["secret", "open", "third"])]) {
      const text = JSON.stringify(matchingDocument(document, matches));
      expect(text).toContain("\"open\"");
      expect(text).not.toMatch(/secret|third|hidden|margin|private/);
    }
  });

  it("is a career of its own, with just those achievements, whatever is asked for", () => {
    fc.assert(
      fc.property(arbDocument, fc.infiniteStream(fc.boolean()), fc.boolean(), (document, coins, filtered) => {
        const { achievements } = createCareer(document, AS_OF);
        const matches = filtered ? new Set(achievements.filter(() => coins.next().value === true).map(({ id }) => id)) : null;
        const part = matchingDocument(document, matches);
        const checked = checkDocument(JSON.parse(JSON.stringify(part)));
        expect(checked.issues.filter(({ severity }) => severity === "error")).toEqual([]);
        const career = createCareer(part, AS_OF);
        expect(career.achievements.map(({ id }) => id)).toEqual(achievements.filter(({ id }) => matches?.has(id) ?? true).map(({ id }) => id));
        // Found by the checker: nothing is left that only the other achievements had use for.
        if (matches) expect(checked.issues.filter(({ code }) => code.startsWith("unused-"))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
