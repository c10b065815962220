import { describe, expect, it } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { expectFindings, findIssue } from "../support/issues.js";

const withEvidence = (url: string): CareerDocument => makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ evidence: [{ url }] })] })] });

describe("links", () => {
  it.each(["https://example.org", "http://example.org", "mailto:a@example.org"])("%s is one", (url) => expectFindings(withEvidence(url)));
  it.each(["javascript:alert(1)", "example.org", "/x", "ftp://example.org", "data:text/html,x"])("%s is none", (url) => {
    expectFindings(withEvidence(url), "error link roles[0].achievements[0].evidence[0].url");
    expectFindings(makeDocument({ person: { headline: "x", links: [{ label: "L", url }] } }), "error link person.links[0].url");
  });
  it("offers https where that is all that lacks, and for nothing else", () => {
    expect(findIssue(withEvidence("www.example.org/a"), "link").hint).toBe('write "https://www.example.org/a"');
    expect(findIssue(withEvidence("//example.org"), "link").hint).toBe('write "https://example.org"');
    expect(findIssue(withEvidence("javascript:alert(1)"), "link").hint).not.toContain("write");
  });
});

describe("texts", () => {
  it.each(["a < b", "a <3 b", "x<y>z".replace("y", " "), "<- back", "5 > 3", "List<>"])("%j is plain", (text) => {
    expectFindings(makeDocument({ person: { headline: text } }));
  });
  it("warns of tags in every field that is shown, once each", () => {
    const tag = "a <b>bold</b> word";
    const metric = { kind: "deadline", offset: { amount: 5, unit: "day" }, relation: "within", anchor: tag, of: tag, note: tag, quote: "5 days" } as const;
    expectFindings({
      version: 1,
      person: { headline: tag, name: tag, summary: tag, location: tag, links: [{ label: tag, url: "https://example.org" }], claims: [{ id: "c", text: tag }] },
      domains: [{ id: "payments", label: tag }], skills: [{ id: "go", label: tag }],
      roles: [makeRole({ title: tag, organization: { undisclosed: true, label: tag }, location: tag, achievements: [makeAchievement({ title: tag, short: tag, text: `5 days ${tag}`, metrics: [metric], evidence: [{ url: "https://example.org", title: tag }] })] })],
      views: [{ slug: "v", title: tag, filter: {} }],
      mine: tag,
    }, ...[
      "person.headline", "person.name", "person.summary", "person.location", "person.links[0].label", "person.claims[0].text", "domains[0].label", "skills[0].label", "views[0].title",
      "roles[0].title", "roles[0].organization.label", "roles[0].location",
      ...["title", "short", "text", "metrics[0].anchor", "metrics[0].of", "metrics[0].note", "evidence[0].title"].map((key) => `roles[0].achievements[0].${key}`),
    ].map((path) => `warning html ${path}`));
  });
});

describe("characters that turn words around", () => {
  it.each(["\u202e", "\u202a", "\u2066", "\u2069"])("%j is named, where it is shown", (control) => {
    expectFindings(makeDocument({ person: { headline: `a ${control}b` }, skills: [{ id: "go", label: `Go${control}` }] }), "warning bidi-control person.headline", "warning bidi-control skills[0].label");
    expect(findIssue(makeDocument({ person: { headline: `a ${control}b` } }), "bidi-control").message).toContain(`"\\u{${control.charCodeAt(0).toString(16)}}"`);
  });
  it("are not those that two directions in one line need", () => {
    expectFindings(makeDocument({ person: { headline: "שלום\u200f, العربية\u200e abc" } }));
  });
});
