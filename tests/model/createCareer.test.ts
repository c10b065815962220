import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import type { OrganizationDocument } from "../../src/model/document.js";
import { arbDocument } from "../support/arbitraries.js";
import { arbCareer, AS_OF, careerOf, oneRole, PATIENCE_MS, RUNS, someAchievements } from "../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const organizationIds = (...organizations: OrganizationDocument[]): string[] =>
  careerOf(organizations.map((organization, i) => makeRole({ id: `r${i}`, organization, achievements: [] }))).organizations.map(({ id }) => id);

describe("organizations", () => {
  it.each<[string, string, string]>([
    ["plain words", "Acme Payments Ltd.", "acme-payments-ltd"],
    ["other scripts", "株式会社ガンマ", "株式会社ガンマ"],
    ["accents, composed", "Studio E\u0301mile Zoe\u0308", "studio-émile-zoë"],
    ["variation selectors and joiners", "Studio Émile Zoë \u2764\ufe0f\u200d\u{1f525}", "studio-émile-zoë"],
    ["marks nobody sees inside a word", "Ac\u200bme\u00ad\u2060\ufeff\ufe0f", "acme"],
    ["fillers that count as letters", "\u3164\u115f", "organization"],
    ["nothing to read", "★ ★", "organization"],
    ["an accent without its letter", "\u0301Acme", "acme"],
  ])("get a readable id: %s", (_, label, id) => expect(organizationIds(label)).toEqual([id]));

  it("never share an id", () => {
    expect(organizationIds("Acme", "ACME", "Acme 2", "acme!", { undisclosed: true, label: "Acme" }, "★", "☆")).toEqual(
      ["acme", "acme-2", "acme-2-2", "acme-3", "acme-4", "organization", "organization-2"]);
  });

  it("of the same words are the same, named or not", () => {
    const bank = { undisclosed: true, label: "A bank" } as const;
    const { organizations, roles } = careerOf([
      makeRole({ id: "a", achievements: [] }), makeRole({ id: "b", achievements: [] }),
      makeRole({ id: "c", organization: bank, achievements: [] }), makeRole({ id: "d", organization: { ...bank }, achievements: [] }),
    ]);
    expect(organizations).toEqual([{ id: "acme", label: "Acme", undisclosed: false }, { id: "a-bank", label: "A bank", undisclosed: true }]);
    expect([roles[0]?.organization === roles[1]?.organization, roles[2]?.organization === roles[3]?.organization]).toEqual([true, true]);
  });

  it("are null where a role has none", () => {
    const { organization: _, ...role } = makeRole();
    expect(careerOf([role]).roles[0]?.organization).toBeNull();
  });

  it("have ids that differ and that a link can carry, whatever they are called", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { maxLength: 12 }), (labels) => {
        const ids = organizationIds(...labels);
        expect(new Set(ids).size).toBe(labels.length);
        for (const id of ids) expect(id).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
        expect(ids.join("")).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("links", () => {
  it("survive only where they can be opened safely", () => {
    const urls = ["https://example.org", " https://example.org/blank ", "javascript:alert(1)", "data:text/html,x", "//example.org", "mailto:a@example.org", "https://u:p@example.org"];
    const career = careerOf([makeRole({ achievements: [makeAchievement({ evidence: urls.map((url) => ({ url, title: "t" })) })] })], {
      person: { headline: "x", links: urls.map((url) => ({ label: "l", url })), claims: [{ id: "c", text: "c", evidence: urls.map((url) => ({ url })) }] },
    });
    const safe = ["https://example.org", "https://example.org/blank", "mailto:a@example.org"];
    expect(career.person.links.map(({ url }) => url)).toEqual(safe);
    expect(career.achievements[0]?.evidence).toEqual(safe.map((url) => ({ url, title: "t" })));
    expect(career.claims[0]?.evidence).toEqual(safe.map((url) => ({ url })));
  });
});

describe("what repeats another", () => {
  const career = careerOf(
    [makeRole({ achievements: [...someAchievements(2), makeAchievement({ id: "again", sameAs: "work-0" })] })],
    { person: { headline: "x", claims: [{ id: "c", text: "c", sameAs: "work-1" }, { id: "d", text: "d", sameAs: "again" }, { id: "e", text: "e", sameAs: null }] } },
  );

  it("is not counted again", () => {
    expect(career.achievements.map(({ id }) => id)).toEqual(["work-0", "work-1"]);
    expect(career.roles[0]?.achievementIds).toEqual(["work-0", "work-1"]);
  });

  it("is named by a claim only where the other is there", () => expect(career.claims.map(({ sameAs }) => sameAs)).toEqual(["work-1", null, null]));
});

describe("nodes", () => {
  const centres = (n: number): number[] => oneRole(someAchievements(n), { start: "2020-01", end: "2020-12" }).achievements.map(({ centre }) => centre);
  const from = Date.UTC(2020, 0);
  const span = Date.UTC(2021, 0) - from;

  it.each([1, 2, 3, 9, 40])("of %d undated achievements stand at the (k − ½)/n of their role, in résumé order", (n) => {
    centres(n).forEach((centre, k) => expect((centre - from) / span).toBeCloseTo((k + 0.5) / n, 12));
  });

  it("of dated ones stand at their window's centre and take no quantile", () => {
    const { achievements } = oneRole([
      makeAchievement({ id: "a" }),
      makeAchievement({ id: "b", when: { from: "2020-02", to: "2020-02" } }),
      makeAchievement({ id: "c" }),
      makeAchievement({ id: "d", when: { from: "2020-06-01", to: "2020-06-01" } }),
      makeAchievement({ id: "e", when: { from: "2020-07", of: "start" } }),
    ], { start: "2020-01", end: "2020-12" });
    expect((achievements[0]?.centre ?? 0) - from).toBe(span / 4);
    expect((achievements[2]?.centre ?? 0) - from).toBe((span * 3) / 4);
    for (const i of [1, 3, 4]) {
      const one = achievements[i];
      expect(one?.centre).toBe(((one?.window.from ?? 0) + (one?.window.to ?? 0)) / 2);
    }
    expect(achievements.map(({ dating }) => dating)).toEqual(["role", "own", "role", "own", "role"]);
  });

  it("that know nothing beyond their role share its quantiles, however they say so", () => {
    const { achievements } = oneRole(
      [makeAchievement({ id: "a" }), makeAchievement({ id: "b", when: { from: "2020-01", of: "start" } })], { start: "2020-01", end: "2020-12" });
    expect(achievements.map(({ centre }) => (centre - from) / span)).toEqual([0.25, 0.75]);
    expect(achievements[1]?.known?.side).toBe("start");
  });

  it("of the very same dates share them in résumé order, within a role and across roles; one alone keeps the centre", () => {
    const in2020 = { when: { from: "2020", to: "2020" } } as const;
    const { achievements } = careerOf([
      makeRole({ id: "r", start: "2019-01", end: "2024-12", achievements: [makeAchievement({ id: "a", ...in2020 }), makeAchievement({ id: "alone", when: { from: "2020-01", to: "2020-06" } }), makeAchievement({ id: "b", ...in2020 })] }),
      makeRole({ id: "s", start: "2018-01", end: "2021-12", achievements: [makeAchievement({ id: "c", ...in2020 })] }),
    ]);
    const share = (k: number): number => achievements.filter(({ id }) => id !== "alone").map(({ centre }) => (centre - from) / span)[k] ?? NaN;
    for (const k of [0, 1, 2]) expect(share(k)).toBeCloseTo((k + 0.5) / 3, 12);
    expect(achievements[1]?.centre).toBe((from + Date.UTC(2020, 6)) / 2);
  });

  it("with one side known alike share their window too", () => {
    const begun = { when: { from: "2020-07", of: "start" } } as const;
    const { achievements } = oneRole([makeAchievement({ id: "a", ...begun }), makeAchievement({ id: "b", ...begun })], { start: "2020-01", end: "2020-12" });
    const [since, until] = [Date.UTC(2020, 6), Date.UTC(2021, 0)];
    expect(achievements.map(({ centre }) => (centre - since) / (until - since))).toEqual([0.25, 0.75]);
  });

  it("of undated ones of two roles over the same years do not hide each other", () => {
    const years = { start: "2020-01", end: "2020-12" } as const;
    const { achievements } = careerOf(["a", "b"].map((id) => makeRole({ id, ...years, achievements: [makeAchievement({ id: `of-${id}` })] })));
    expect(achievements.map(({ centre }) => (centre - from) / span)).toEqual([0.25, 0.75]);
  });

  it("stand inside their windows, and those of one window apart and in résumé order, in any career", () => {
    // Few dates, so that many are alike.
    const arbDate = fc.constantFrom("2019", "2020", "2020-03", "2020-03-14", "2021");
    const arbWhen = fc.tuple(arbDate, fc.constantFrom("whole" as const, "start" as const, "end" as const)).map(([date, of]) => ({ from: date, to: date, of }));
    const arbRoles = fc.array(fc.tuple(fc.constantFrom("2018", "2020-01"), fc.array(fc.option(arbWhen), { maxLength: 8 })), { minLength: 1, maxLength: 4 });
    const arbAlike = arbRoles.map((roles) => careerOf(roles.map(([start, whens], r) => makeRole({
      id: `r${r}`, start, end: "2022", achievements: whens.map((when, a) => makeAchievement({ id: `a-${r}-${a}`, ...(when ? { when } : {}) })),
    }))));
    fc.assert(fc.property(fc.oneof(arbAlike, arbCareer), ({ achievements }) => {
      const lastOf = new Map<string, number>();
      for (const { window, centre } of achievements) {
        const key = JSON.stringify(window);
        expect(centre).toBeGreaterThan(lastOf.get(key) ?? window.from);
        expect(centre).toBeLessThan(window.to);
        lastOf.set(key, centre);
      }
    }), { numRuns: RUNS });
  }, PATIENCE_MS);
});

describe("createCareer", () => {
  it("keeps the file as it was read, unknown keys, private parts and all", () => {
    const document = { ...makeDocument({ roles: [makeRole({ visibility: "private" })] }), theme: { colour: "red" } };
    const career = createCareer(document, AS_OF);
    expect(career.document).toBe(document);
    expect(career.roles).toEqual([]);
    expect(career.asOf).toBe(AS_OF);
  });

  it("does not change what it is given", () => {
    fc.assert(
      fc.property(arbDocument, (document) => {
        const before = JSON.stringify(document);
        createCareer(document, AS_OF);
        expect(JSON.stringify(document)).toBe(before);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  }, PATIENCE_MS);

  it("numbers achievements in résumé order, and knows each by one role", () => {
    fc.assert(
      fc.property(arbCareer, ({ achievements, roles }) => {
        expect(achievements.map(({ index }) => index)).toEqual(achievements.map((_, i) => i));
        expect(achievements.map(({ id }) => id)).toEqual(roles.flatMap(({ achievementIds }) => achievementIds));
        for (const { id, roleId } of achievements) expect(roles.find((role) => role.id === roleId)?.achievementIds).toContain(id);
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("falls back on the title where there is no short name, and on empty lists", () => {
    const [one] = oneRole([{ id: "a", title: "Billing service", text: "Built it." }]).achievements;
    expect(one).toMatchObject({ short: "Billing service", domains: [], skills: [], metrics: [], evidence: [], known: null, stated: null });
  });

  it("gives domains their place in the document", () => {
    const { domains } = careerOf([], { domains: ["a", "b", "c"].map((id) => ({ id, label: id })) });
    expect(domains.map(({ slot }) => slot)).toEqual([0, 1, 2]);
  });

  it("works without anything but a headline", () => {
    expect(createCareer({ version: 1, person: { headline: "x" }, roles: [] }, AS_OF)).toMatchObject({ domains: [], skills: [], organizations: [], roles: [], achievements: [], claims: [], views: [], person: { headline: "x", links: [] } });
  });

  it("throws for a date that no check has seen, naming it", () => {
    expect(() => careerOf([makeRole({ start: "soon" })])).toThrow("unreadable date in a checked document: soon");
  });
});

describe("what is named twice in one entry", () => {
  it("counts once", () => {
    const evidence = [{ url: "https://example.org", title: "first" }, { url: " https://example.org ", title: "again" }, { url: "https://example.org/b" }];
    const twice = { domains: ["payments", "payments"], skills: ["go", "go"], evidence };
    const { achievements, claims } = careerOf([makeRole({ achievements: [makeAchievement(twice)] })], { person: { headline: "x", claims: [{ id: "c", text: "x", ...twice }] } });
    for (const entry of [...achievements, ...claims]) {
      expect(entry).toMatchObject({ domains: ["payments"], skills: ["go"] });
      expect(entry.evidence).toEqual([evidence[0], evidence[2]]);
    }
  });
});
