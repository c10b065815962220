/**
 * What the page may do: its own files and nothing else. It stands in the page itself, so that it holds on hosts that
 * send no headers; `start` sends the same as a header. `frame-ancestors` is left out on purpose: the page may be framed.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** What the frame in a stranger's page may do: the same, but it fetches nothing and has no font of its own. */
export const EMBED_POLICY = CONTENT_SECURITY_POLICY.split("; ").filter((rule) => !/^(?:font|connect|frame)-src /.test(rule)).join("; ");
