/**
 * A text as the value of a query: a blank is "+", and half a pair of UTF-16, which has no place in an address, is U+FFFD.
 * Also `!'()*` are escaped, which programs that find links in running text take for punctuation. Never throws.
 */
export function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/%20/g, "+").replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
