import type { Filters } from "../../model/select.js";

/**
 * Filters with some of them replaced. They come from a stranger's script: what is not of its type is left as it was.
 * Whether the career has the ids, and whether dates can be read, is the store's to know.
 */
export function withSome(now: Filters, some: Partial<Filters>): Filters {
  const given = some as Readonly<Record<string, unknown>> | null | undefined;
  const ids = (key: "domains" | "skills" | "organizations"): readonly string[] => {
    const value = given?.[key];
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : now[key];
  };
  const flag = (key: "hasNumber" | "hasLink"): boolean => {
    const value = given?.[key];
    return typeof value === "boolean" ? value : now[key];
  };
  return {
    ...now,
    domains: ids("domains"),
    skills: ids("skills"),
    organizations: ids("organizations"),
    text: typeof given?.["text"] === "string" ? given["text"] : now.text,
    hasNumber: flag("hasNumber"),
    hasLink: flag("hasLink"),
    period: readPeriod(given?.["period"], now.period),
  };
}

function readPeriod(value: unknown, now: Filters["period"]): Filters["period"] {
  if (value === null) return null;
  if (typeof value !== "object") return now;
  const { from, to } = value as Readonly<Record<string, unknown>>;
  return { from: typeof from === "string" ? from : null, to: typeof to === "string" ? to : null };
}
