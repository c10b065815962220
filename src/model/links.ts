/** Blanks, controls, backslashes, and what a browser would drop or turn around: with none of these, the scheme is what it looks like. */
const TREACHEROUS = /[\s\\<>"\u0000-\u0020\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;
/** Apart from the rest, without the u flag: with it, "httpſ" (U+017F) would count as https. */
const SCHEME = /^(?:https?|mailto):/i;
/** Scheme, host (name, IPv4 or bracketed IPv6), port, rest. No user part: `https://bank.example@evil.example` deceives. */
const WEB = /^https?:\/\/(?:[\p{L}\p{M}\p{N}._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:[/?#].*)?$/iu;
const MAIL = /^mailto:[^@?#/]+@[^@?#/]+(?:\?.*)?$/iu;

/**
 * The one place that decides what may become a link: absolute http, https and mailto addresses.
 * @returns the address without blanks around it, or null for everything else: other schemes, relative and bare addresses,
 *   user names and passwords, controls or invisible characters anywhere
 */
export function toSafeUrl(text: string): string | null {
  const url = text.trim();
  if (TREACHEROUS.test(url) || !SCHEME.test(url)) return null;
  return WEB.test(url) || MAIL.test(url) ? url : null;
}
