import { CONTENT_SECURITY_POLICY, EMBED_POLICY } from "./policy.js";

export interface HeaderRule {
  /** A path inside the site, "" for the site itself; a last "*" stands for any rest. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

const page = [["Content-Security-Policy", CONTENT_SECURITY_POLICY]] as const;
/** Another site's script may read it, also on a page that isolates itself. */
const shared = [["Access-Control-Allow-Origin", "*"], ["Cross-Origin-Resource-Policy", "cross-origin"]] as const;

/**
 * What a host should send. Rules add up, and where two name one header, hosts join the values: so no path has a header
 * twice. There is no X-Frame-Options and no frame-ancestors: the site may be framed. Pictures have no policy, since a
 * card that is opened by itself has its styles inside.
 */
export const HEADER_RULES: readonly HeaderRule[] = [
  { path: "*", headers: [["X-Content-Type-Options", "nosniff"], ["Referrer-Policy", "no-referrer"]] },
  { path: "", headers: page },
  { path: "index.html", headers: page },
  { path: "404.html", headers: page },
  { path: "view/*", headers: page },
  { path: "embed/*", headers: [["Content-Security-Policy", EMBED_POLICY], ...shared] },
  { path: "career.json", headers: shared },
  // Named by their content; everything else is asked for again, so that a new build shows at once.
  { path: "assets/*", headers: [["Cache-Control", "public, max-age=31536000, immutable"]] },
];

/** The file `_headers`, as Netlify and Cloudflare Pages read it. @param base the path of the site on its host, "/" or "/career/" */
export function formatHeaders(base: string): string {
  return HEADER_RULES.map(({ path, headers }) => `${base}${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join("")}`).join("\n");
}

/** What is sent with one file. @param path inside the site, without a first slash */
export function headersOf(path: string): readonly (readonly [name: string, value: string])[] {
  return HEADER_RULES.filter((rule) => (rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path)).flatMap(({ headers }) => headers);
}
