import { encode } from "../lib/encode.js";
import type { Filters } from "../model/select.js";

/**
 * An address that says more: after what its owner has in its query, before its fragment.
 *
 * @param href relative or absolute
 * @param query "name=value&name=value", encoded; "" leaves the address as it is
 */
export const withQuery = (href: string, query: string): string =>
  query === "" ? href : href.replace(/[^?#]*(\?[^#]*)?/, (all, own) => all + (own ? "&" : "?") + query);

/** What is shown, in the words of the whole page's link: the parts of it that an embed has controls for. */
export function linkQuery({ domains, skills, organizations, text, hasNumber, hasLink, period }: Filters, at: string | null): string {
  const list = (ids: readonly string[]): string => ids.map(encode).join(",");
  const has = [hasNumber && "number", hasLink && "link"].filter(Boolean).join(",");
  const parts = [["domain", list(domains)], ["skill", list(skills)], ["org", list(organizations)], ["q", encode(text)], ["has", has], ["from", encode(period?.from ?? "")], ["to", encode(period?.to ?? "")], ["at", encode(at ?? "")]];
  return parts.filter(([, value]) => value !== "").map((part) => part.join("=")).join("&");
}
