import type { Filters } from "../model/select.js";

/**
 * Filters with some of them replaced. They come from a stranger's script: what is not of its type, or cannot be read, is
 * left as it was. Whether the career has the ids, and whether dates can be read, is the store's to know. Never throws.
 */
export function withSome(now: Filters, some: unknown): Filters {
  try {
    return read(now, Object(some) as Readonly<Record<string, unknown>>);
  } catch {
    // A getter of theirs.
    return now;
  }
}

function read(now: Filters, { domains, skills, organizations, text, hasNumber, hasLink, period }: Readonly<Record<string, unknown>>): Filters {
  const ids = (given: unknown, otherwise: readonly string[]): readonly string[] =>
    Array.isArray(given) ? given.filter((id): id is string => typeof id === "string") : otherwise;
  return {
    domains: ids(domains, now.domains),
    skills: ids(skills, now.skills),
    organizations: ids(organizations, now.organizations),
    text: typeof text === "string" ? text : now.text,
    hasNumber: typeof hasNumber === "boolean" ? hasNumber : now.hasNumber,
    hasLink: typeof hasLink === "boolean" ? hasLink : now.hasLink,
    period: readPeriod(period, now.period),
  };
}

function readPeriod(value: unknown, now: Filters["period"]): Filters["period"] {
  if (value === null) return null;
  if (typeof value !== "object") return now;
  const { from, to } = value as Readonly<Record<string, unknown>>;
  return { from: typeof from === "string" ? from : null, to: typeof to === "string" ? to : null };
}
