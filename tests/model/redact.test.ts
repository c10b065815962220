import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import type { AchievementDocument, CareerDocument, ClaimDocument, Metric, RoleDocument } from "../../src/model/document.js";
import { redactDocument } from "../../src/model/redact.js";
import { arbDocument } from "../support/arbitraries.js";
import { AS_OF, PATIENCE_MS, RUNS, someAchievements } from "../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const SECRET = "xyzzy";
const hide = { visibility: "private" } as const;
const metric = (n: number, more: Partial<Metric> = {}): Metric => ({ kind: "count", n, of: "orders", quote: `${n} orders`, ...more }) as Metric;

/** Every word of a private part becomes the secret, ids too, and what only private parts name; references follow. */
function markSecrets(document: CareerDocument): CareerDocument {
  const ids = new Map<string, string>();
  const rename = (id: string): string => ids.get(id) ?? id;
  const hidden = (part: { readonly visibility?: string }): boolean => part.visibility === "private";
  for (const role of document.roles) for (const { id, visibility } of role.achievements ?? []) if (hidden(role) || visibility === "private") ids.set(id, `${SECRET}-${id}`);
  for (const { id, visibility } of document.person.claims ?? []) if (visibility === "private") ids.set(id, `${SECRET}-${id}`);
  const metrics = (list: readonly Metric[] | undefined, all: boolean): readonly Metric[] =>
    (list ?? []).map((one) => (all || hidden(one) ? { ...one, quote: SECRET, note: SECRET, of: SECRET } : one));
  const entry = <T extends AchievementDocument | ClaimDocument>(one: T, all: boolean): T => {
    const secret = all || hidden(one);
    return {
      ...one, id: rename(one.id), ...(one.sameAs ? { sameAs: rename(one.sameAs) } : {}), metrics: metrics(one.metrics, secret),
      ...(secret ? { text: SECRET, comment: SECRET, ...("title" in one ? { title: SECRET, short: SECRET } : {}) } : {}),
    };
  };
  const terms = privateTerms(document);
  return {
    ...document,
    domains: (document.domains ?? []).map((one) => (terms.has(one.id) ? { ...one, label: SECRET } : one)),
    skills: (document.skills ?? []).map((one) => (terms.has(one.id) ? { ...one, label: SECRET, aliases: [SECRET] } : one)),
    views: [
      ...(document.views ?? []).map((one) => (one.filter.domains?.some((id) => terms.has(id)) ? { ...one, slug: SECRET } : one)),
      ...(document.roles.some(hidden) ? [{ slug: SECRET, title: SECRET, filter: { organizations: [SECRET] } }] : []),
    ],
    person: { ...document.person, claims: (document.person.claims ?? []).map((one) => entry(one, false)) },
    roles: document.roles.map((role): RoleDocument => ({
      ...role, ...(hidden(role) ? { id: `${SECRET}-${role.id}`, title: SECRET, organization: SECRET } : {}),
      achievements: (role.achievements ?? []).map((one) => entry(one, hidden(role))),
    })),
  };
}

/** Domains and skills that a private part names and no public one does; what repeats a private part is private. */
function privateTerms({ roles, person }: CareerDocument): ReadonlySet<string> {
  const parts = [...(person.claims ?? []), ...roles.flatMap((role) => (role.achievements ?? []).map((one) => (role.visibility === "private" ? { ...one, ...hide } : one)))];
  const secret = new Set(parts.filter(({ visibility }) => visibility === "private").map(({ id }) => id));
  for (const { id, sameAs } of parts) if (sameAs && secret.has(sameAs)) secret.add(id);
  const named = (is: boolean): string[] => parts.filter(({ id }) => secret.has(id) === is).flatMap(({ domains = [], skills = [] }) => [...domains, ...skills]);
  const shown = new Set(named(false));
  return new Set(named(true).filter((id) => !shown.has(id)));
}

describe("redactDocument", () => {
  it("takes private roles, achievements, claims and metrics out, and leaves nothing in their place", () => {
    const document = makeDocument({
      person: { headline: "x", claims: [{ id: "c", text: "c", metrics: [metric(1, hide), metric(2)] }, { id: "d", text: "d", ...hide }] },
      roles: [
        makeRole({ achievements: [makeAchievement({ id: "a", metrics: [metric(3), metric(4, hide)] }), makeAchievement({ id: "b", ...hide })] }),
        makeRole({ id: "other", ...hide }),
      ],
    });
    expect(redactDocument(document)).toEqual({
      ...document,
      person: { headline: "x", claims: [{ id: "c", text: "c", metrics: [metric(2)] }] },
      roles: [makeRole({ achievements: [makeAchievement({ id: "a", metrics: [metric(3)] })] })],
    });
  });

  it("takes out what only repeats a private part: its words are the same fact, and its sameAs names the other", () => {
    const document = makeDocument({
      person: { headline: "x", claims: [{ id: "c", text: "c", sameAs: "secret" }, { id: "d", text: "d", sameAs: "e" }] },
      roles: [
        makeRole({ achievements: [makeAchievement({ id: "secret", ...hide }), makeAchievement({ id: "b", sameAs: "secret" }), makeAchievement({ id: "e" })] }),
        makeRole({ id: "r2", achievements: [makeAchievement({ id: "chain", sameAs: "b" })] }),
      ],
    });
    const shown = redactDocument(document);
    expect(shown.person.claims?.map(({ id }) => id)).toEqual(["d"]);
    expect(shown.roles.map(({ achievements }) => achievements?.map(({ id }) => id))).toEqual([["e"], []]);
  });

  it("takes out domains and skills that only private parts name, and views of them; what nobody names stays", () => {
    const document = makeDocument({
      domains: [{ id: "payments", label: "Payments" }, { id: "merger", label: "The merger" }, { id: "spare", label: "Spare" }],
      skills: [{ id: "go", label: "Go" }, { id: "layoffs", label: "Layoffs" }, { id: "spare", label: "Spare" }],
      roles: [
        makeRole({ achievements: [makeAchievement({ id: "a" }), makeAchievement({ id: "b", domains: ["payments", "merger"], ...hide })] }),
        makeRole({ id: "other", organization: "Hidden Ltd", achievements: [makeAchievement({ id: "c", skills: ["go", "layoffs"] })], ...hide }),
        makeRole({ id: "both", organization: "Acme", achievements: [], ...hide }),
      ],
      views: [
        { slug: "p", title: "P", filter: { domains: ["payments"], organizations: ["acme"] } },
        { slug: "m", title: "M", filter: { domains: ["merger"] } },
        { slug: "l", title: "L", filter: { skills: ["go", "layoffs"] } },
        { slug: "h", title: "H", filter: { organizations: ["hidden-ltd"] } },
      ],
    });
    const { domains, skills, views } = redactDocument(document);
    expect(domains?.map(({ id }) => id)).toEqual(["payments", "spare"]);
    expect(skills?.map(({ id }) => id)).toEqual(["go", "spare"]);
    expect(views?.map(({ slug }) => slug)).toEqual(["p"]);
  });

  it("keeps a view of a public organization whose name comes to the same slug as a private one's", () => {
    const document = makeDocument({
      roles: [makeRole({ id: "r1", organization: "ACME", achievements: [], ...hide }), makeRole()],
      views: [{ slug: "shown", title: "x", filter: { organizations: ["acme"] } }, { slug: "hidden", title: "x", filter: { organizations: ["acme-2"] } }],
    });
    expect(redactDocument(document).views?.map(({ slug }) => slug)).toEqual(["shown"]);
    expect(createCareer(document, AS_OF).organizations).toEqual([{ id: "acme", label: "Acme", undisclosed: false }]);
  });

  it("survives entries that repeat each other in a ring", () => {
    const ring = [makeAchievement({ id: "a", sameAs: "b" }), makeAchievement({ id: "b", sameAs: "a" })];
    expect(redactDocument(makeDocument({ roles: [makeRole({ achievements: ring })] })).roles[0]?.achievements).toEqual(ring);
  });

  it("gives a document without private parts back as it is", () => {
    const document = { ...makeDocument(), comment: "kept" };
    expect(redactDocument(document)).toEqual(document);
    const { achievements: _, ...bare } = makeRole();
    expect(redactDocument(makeDocument({ roles: [bare] })).roles).toEqual([bare]);
  });

  it("lets nothing private through, wherever it stands", () => {
    fc.assert(
      fc.property(arbDocument, (document) => {
        const marked = markSecrets(document);
        expect(JSON.stringify(redactDocument(marked))).not.toContain(SECRET);
        const { document: _, ...drawn } = createCareer(marked, AS_OF);
        expect(JSON.stringify(drawn)).not.toContain(SECRET);
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("is the same twice as once, and keeps every public entry as it was", () => {
    fc.assert(
      fc.property(arbDocument, (document) => {
        const once = redactDocument(document);
        expect(redactDocument(once)).toEqual(once);
        const kept = once.roles.flatMap((role) => role.achievements ?? []);
        const originals = new Map(document.roles.flatMap((role) => role.achievements ?? []).map((one) => [one.id, one]));
        for (const { metrics: _, ...one } of kept) {
          const { metrics: __, ...original } = originals.get(one.id) ?? makeAchievement();
          expect(one).toEqual(original);
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  }, PATIENCE_MS);

  it("moves no other achievement: windows and places are as if the private ones had never been", () => {
    const shown = someAchievements(3);
    const withSecret = [shown[0], makeAchievement({ id: "secret", ...hide }), shown[1], shown[2]].filter((one) => one !== undefined);
    const places = (achievements: readonly AchievementDocument[]): unknown => createCareer(makeDocument({ roles: [makeRole({ achievements })] }), AS_OF).achievements;
    expect(places(withSecret)).toEqual(places(shown));
  });
});
