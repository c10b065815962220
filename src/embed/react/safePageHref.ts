/** What a relative address is read against: only its scheme is asked for. */
const ANYWHERE = "https://host.invalid/";

/**
 * A host's address of the whole page, relative or absolute.
 * @returns it as it is; null for what leads anywhere but to a web page, `javascript:` and `data:` among it
 */
export function safePageHref(href: unknown): string | null {
  if (typeof href !== "string" || href === "") return null;
  try {
    return /^https?:$/.test(new URL(href, ANYWHERE).protocol) ? href : null;
  } catch {
    return null;
  }
}
