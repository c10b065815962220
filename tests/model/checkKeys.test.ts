import { describe, expect, it } from "vitest";
import { findKeys } from "../../src/model/checkKeys.js";
import { checkDocument } from "../../src/model/parseCareer.js";
import { CareerSchema } from "../../src/model/schema.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { expectFindings, findIssue } from "../support/issues.js";

const count = { kind: "count", n: 5, of: "services", quote: "5" } as const;
/** Keys that the types do not know. */
const unread = (keys: object): object => keys;
/** The key in one part of a document, by the part's path. */
const PLACES: readonly (readonly [path: string, make: (extra: object) => unknown])[] = [
  ["roles[0]", (extra) => makeDocument({ roles: [makeRole(extra)] })],
  ["roles[0].achievements[0]", (extra) => makeDocument({ roles: [makeRole({ achievements: [makeAchievement(extra)] })] })],
  ["person.claims[0]", (extra) => makeDocument({ person: { headline: "x", claims: [{ id: "c", text: "x", ...extra }] } })],
  ["roles[0].achievements[0].metrics[0]", (extra) => makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ text: "5", metrics: [{ ...count, ...extra }] })] })] })],
];

describe.each(PLACES)("in %s", (path, make) => {
  it.each(["Visibility", "VISIBILITY", "visiblity", "visibilty", "visability", "visibilité", "visi_bility", "visibility ", "visibіlity", "private", "Private", "isPrivate", "is_private", "privat", "privacy", "hidden", "isHidden", "hiden", "public", "isPublic", "visible", "hide", "secret", "confidential"])("the key %j hides nothing, and is an error", (key) => {
    const shown = /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `["${key}"]`;
    expectFindings(make({ [key]: "private" }), `error privacy-key ${path}${shown}`);
    expect(findIssue(make({ [key]: true }), "privacy-key").hint).toBe('write "visibility": "private"');
  });
  it("is one beside a visibility that is right, too", () => {
    expectFindings(make({ visibility: "public", Visibility: "private" }), `error privacy-key ${path}.Visibility`);
  });
  it("is one behind two hundred others", () => {
    const others = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`unread key ${i}`, i]));
    expectFindings(make({ ...others, visiblity: "private" }), `error privacy-key ${path}.visiblity`);
  });
  it.each(["publisher", "published", "feasibility", "divide", "primary", "comment", "notes", "x", "issue", "activity"])("the key %j is the owner's own", (key) => {
    const result = checkDocument(make({ [key]: "x" }));
    expect(result.ok).toBe(true);
    expect(result.issues.map(({ code }) => code)).not.toContain("privacy-key");
  });
  it("visibility itself is none", () => expectFindings(make({ visibility: "public" })));
});

describe("where nothing can be private by itself", () => {
  it.each<readonly [string, unknown]>([
    ["visibility", { ...makeDocument(), visibility: "private" }],
    ["person.visibility", makeDocument({ person: { headline: "x", ...unread({ visibility: "private" }) } })],
    ["skills[0].visiblity", makeDocument({ skills: [{ id: "go", label: "Go", ...unread({ visiblity: "private" }) }] })],
    ["person.links[0].visibility", makeDocument({ person: { headline: "x", links: [{ label: "l", url: "https://example.org", ...unread({ visibility: "private" }) }] } })],
  ])("%s is an error that says what can", (path, document) => {
    expectFindings(document, `error privacy-key ${path}`);
    expect(findIssue(document, "privacy-key").hint).toContain("only roles, achievements, claims and metrics, activity and its series");
  });
  it("other words for it are the owner's own", () => {
    expectFindings({ ...makeDocument({ person: { headline: "x", ...unread({ private: ["a"] }) } }), hidden: 1 });
  });
});

describe("findKeys", () => {
  it("takes a key for one thing only", () => {
    expect(findKeys(CareerSchema, makeDocument({ roles: [{ ...makeRole(), ...unread({ visiblity: "private", locaton: "x" }) }] }))).toEqual({
      misspellings: [{ path: "roles[0].locaton", key: "locaton", meant: "location", meantPath: "roles[0].location" }],
      privacyKeys: [{ path: "roles[0].visiblity", key: "visiblity", mayBePrivate: true }],
    });
  });
});
