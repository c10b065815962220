/** Names of the theme's tokens in public; a field's colours count from 1, as people do. */
const PUBLIC: ReadonlyMap<string, string> = new Map([["bg", "background"]]);

function publicName(token: string): string {
  const field = /^([cf])(\d)$/.exec(token);
  if (field) return `${field[1] === "c" ? "field" : "fill"}-${Number(field[2]) + 1}`;
  return PUBLIC.get(token) ?? token;
}

/**
 * The theme, open to a host: every colour is the host's `--career-…` where it sets one, on the element or anywhere above.
 * `--ink: light-dark(…)` becomes `--ink: var(--career-ink, light-dark(…))`. Forced colours stay forced.
 */
export function openTokens(css: string): string {
  return css.replace(/--([a-z][a-z\d-]*):\s*(light-dark\([^;}]*\))/g, (_, token: string, value: string) => `--${token}:var(--career-${publicName(token)},${value})`);
}
