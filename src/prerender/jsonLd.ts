import type { Career } from "../model/career.js";

/**
 * The person for machines, in schema.org's terms: one dated `EmployeeRole` per role, as stated and no more precise.
 * An undisclosed employer stays so; a person without a name is described by the headline alone.
 */
export function toJsonLd(career: Career): Readonly<Record<string, unknown>> {
  const { name, headline, summary, location, links } = career.person;
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    mainEntity: {
      "@type": "Person",
      ...(name === undefined ? {} : { name }),
      jobTitle: headline,
      ...(summary === undefined ? {} : { description: summary }),
      ...(location === undefined ? {} : { homeLocation: { "@type": "Place", name: location } }),
      ...(links.length === 0 ? {} : { sameAs: links.filter(({ url }) => /^https?:/i.test(url)).map(({ url }) => url) }),
      ...(career.skills.length === 0 ? {} : { knowsAbout: career.skills.map(({ label }) => label) }),
      worksFor: career.roles
        .filter((role) => role.kind !== "break")
        .map((role) => ({
          "@type": "EmployeeRole",
          roleName: role.title,
          startDate: role.start.text,
          ...(role.end === null ? {} : { endDate: role.end.text }),
          ...(role.organization && !role.organization.undisclosed ? { worksFor: { "@type": "Organization", name: role.organization.label } } : {}),
        })),
    },
  };
}
