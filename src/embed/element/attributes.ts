/** Attributes that say what is shown first. They are called what the parameters of a link are called. */
const FILTERS: readonly string[] = ["domain", "skill", "org", "q", "has", "from", "to", "view"];
export const VIEW_ATTRIBUTES: readonly string[] = [...FILTERS, "at", "theme"];

/** All that the element hears of, and has as properties of the same name. */
export const ATTRIBUTES: readonly string[] = [...VIEW_ATTRIBUTES, "src", "chrome", "page", "link", "loading", "as-of", "background"];

/** "as-of" is `asOf` in scripts. */
export const propertyOf = (attribute: string): string => attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

type ReadAttribute = (name: string) => string | null;

/** What the attributes ask for, as the query of a link; "" for nothing. */
export function queryOfAttributes(read: ReadAttribute): string {
  return withAttributes("", VIEW_ATTRIBUTES, read);
}

/**
 * A query with some attributes' values in place of its own: what else the visitor has set stays. Where there is a `view`,
 * which stands for filters as a whole, all of them are read anew.
 *
 * @param query with the filters spelt out, no `view` in it
 * @param changed names; those that are no VIEW_ATTRIBUTES say nothing here
 */
export function withAttributes(query: string, changed: readonly string[], read: ReadAttribute): string {
  const params = new URLSearchParams(query);
  const whole = changed.includes("view") || (read("view") !== null && changed.some((name) => FILTERS.includes(name)));
  for (const name of VIEW_ATTRIBUTES) {
    if (!changed.includes(name) && !(whole && FILTERS.includes(name))) continue;
    params.delete(name);
    const value = read(name);
    if (value) params.set(name, value);
  }
  const text = params.toString();
  return text && `?${text}`;
}

/**
 * Where the whole page is.
 * @param base what a relative address starts from
 * @returns null for what is no http or https address
 */
export function pageAddress(page: string | null, base: string): string | null {
  if (!page) return null;
  try {
    const { protocol, href } = new URL(page, base);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
