import type { Career, Role } from "../model/career.js";

/** In schema.org's terms; addresses are absolute. */
export interface PageFacts {
  readonly url?: string;
  readonly image?: string;
  /** Where the page is about a part. */
  readonly name?: string;
}

/**
 * The person for machines, in schema.org's terms: one dated `EmployeeRole` per role, as stated and no more precise.
 * What was learned stands under `alumniOf`: nobody worked there. An undisclosed employer stays so; a person without a name is described by the headline alone.
 *
 * @param page what is known of the page that it stands in; the image is the page's, not a portrait
 */
export function toJsonLd(career: Career, page: PageFacts = {}): Readonly<Record<string, unknown>> {
  const { name, headline, summary, location, links } = career.person;
  const educations = career.roles.filter(({ kind }) => kind === "education");
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    ...page,
    mainEntity: {
      "@type": "Person",
      ...(name === undefined ? {} : { name }),
      jobTitle: headline,
      ...(summary === undefined ? {} : { description: summary }),
      ...(location === undefined ? {} : { homeLocation: { "@type": "Place", name: location } }),
      ...(links.length === 0 ? {} : { sameAs: links.filter(({ url }) => /^https?:/i.test(url)).map(({ url }) => url) }),
      ...(career.skills.length === 0 ? {} : { knowsAbout: career.skills.map(({ label }) => label) }),
      worksFor: career.roles.filter(({ kind }) => kind !== "break" && kind !== "education").map((role) => toRole(role, "EmployeeRole", "worksFor")),
      ...(educations.length === 0 ? {} : { alumniOf: educations.map((role) => toRole(role, "OrganizationRole", "alumniOf")) }),
    },
  };
}

/** A role says again, of its organization, the property that it stands under. */
function toRole(role: Role, type: "EmployeeRole" | "OrganizationRole", property: "worksFor" | "alumniOf"): Readonly<Record<string, unknown>> {
  return {
    "@type": type,
    roleName: role.title,
    startDate: role.start.text,
    ...(role.end === null ? {} : { endDate: role.end.text }),
    ...(role.organization && !role.organization.undisclosed ? { [property]: { "@type": "Organization", name: role.organization.label } } : {}),
  };
}
