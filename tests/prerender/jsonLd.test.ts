import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJsonLd } from "../../src/prerender/jsonLd.js";
import type { Career } from "../../src/model/career.js";
import { arbCareer, careerOf, firstCareer, firstDocument, PATIENCE_MS, RUNS, sampleCareer, sampleCareers } from "../support/careers.js";
import { makeRole } from "../support/document.js";

type Json = Readonly<Record<string, unknown>>;

function personOf(career: Career): Json {
  const { mainEntity } = toJsonLd(career);
  return mainEntity as Json;
}
const rolesOf = (career: Career): readonly Json[] => personOf(career)["worksFor"] as readonly Json[];

describe("toJsonLd", () => {
  it("says of the first career what its file says, and no more", () => {
    expect(toJsonLd(firstCareer)).toEqual({
      "@context": "https://schema.org",
      "@type": "ProfilePage",
      mainEntity: {
        "@type": "Person",
        jobTitle: "Lead Backend Engineer",
        description: firstDocument.person.summary,
        homeLocation: { "@type": "Place", name: "Taipei, Taiwan" },
        knowsAbout: ["Temporal", "Redis", "Microservices", "APIs", "Go", "Load testing"],
        worksFor: [
          { "@type": "EmployeeRole", roleName: "Lead Software Engineer, Backend", startDate: "2022-03", endDate: "2025-10", worksFor: { "@type": "Organization", name: "Carousell" } },
          { "@type": "EmployeeRole", roleName: "Senior Software Engineer, Backend", startDate: "2018-03", endDate: "2022-03", worksFor: { "@type": "Organization", name: "17Live" } },
        ],
      },
    });
  });

  it("has a dated role for each that is work, as precise as it was written", () => {
    fc.assert(
      fc.property(arbCareer, (career) => {
        const worked = career.roles.filter(({ kind }) => kind !== "break" && kind !== "education");
        expect(rolesOf(career).map(({ roleName, startDate, endDate }) => [roleName, startDate, endDate])).toEqual(worked.map(({ title, start, end }) => [title, start.text, end?.text]));
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("says where somebody learned, and not that they worked there", () => {
    const career = careerOf([makeRole({ kind: "education", title: "MSc", organization: "Acme University", start: "2012", end: "2014-06" })]);
    expect(personOf(career)["alumniOf"]).toEqual([
      { "@type": "OrganizationRole", roleName: "MSc", startDate: "2012", endDate: "2014-06", alumniOf: { "@type": "Organization", name: "Acme University" } },
    ]);
    expect(rolesOf(career)).toEqual([]);
  });

  it("never names an employer that is not disclosed, not even by its description", () => {
    const career = careerOf([makeRole({ organization: { undisclosed: true, label: "A secret bank" } })]);
    expect(rolesOf(career)).toHaveLength(1);
    expect("worksFor" in (rolesOf(career)[0] ?? {})).toBe(false);
    expect(JSON.stringify(toJsonLd(career))).not.toContain("secret");
    for (const [, sample] of sampleCareers) {
      for (const { organization } of sample.roles) if (organization?.undisclosed) expect(JSON.stringify(toJsonLd(sample))).not.toContain(organization.label);
    }
  });

  it("says nothing of what is private", () => {
    const career = careerOf([makeRole({ visibility: "private", title: "Secret", organization: "Hidden Ltd" })]);
    expect(JSON.stringify(toJsonLd(career))).not.toMatch(/Secret|Hidden/);
    expect(JSON.stringify(toJsonLd(sampleCareer("thirty-years")))).not.toContain('"visibility"');
  });

  it("links to web pages only, and leaves out what is not stated", () => {
    const career = careerOf([], { person: { headline: "x", name: "Jo", links: [{ label: "a", url: " https://example.org " }, { label: "b", url: "mailto:a@example.org" }, { label: "c", url: "javascript:alert(1)" }] } });
    expect(personOf(career)).toEqual({ "@type": "Person", name: "Jo", jobTitle: "x", sameAs: ["https://example.org"], knowsAbout: ["Go"], worksFor: [] });
    expect(personOf(careerOf([], { skills: [] }))).toEqual({ "@type": "Person", jobTitle: "Backend engineer", worksFor: [] });
  });

  it("says where it stands and which picture is the page's, where that is known", () => {
    const page = { url: "https://example.org/", image: "https://example.org/card.png", name: "Payments" };
    expect(toJsonLd(firstCareer, page)).toEqual({ ...toJsonLd(firstCareer), ...page });
    expect(personOf(firstCareer)).not.toHaveProperty("image");
  });

  it("survives being written as JSON", () => {
    for (const [, career] of sampleCareers) expect(JSON.parse(JSON.stringify(toJsonLd(career)))).toEqual(toJsonLd(career));
  });
});
