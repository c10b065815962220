import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openTokens } from "../../src/embed/tokens.js";

const theme = readFileSync("src/charts/theme.css", "utf8");

describe("openTokens", () => {
  it("lets a host set every colour, and has its own where it does not", () => {
    const open = openTokens(theme);
    const colours = [...theme.matchAll(/--([\w-]+): (light-dark\([^;]+\));/g)];
    expect(colours.length).toBeGreaterThan(25);
    expect([...open.matchAll(/--[\w-]+:var\((--career-[\w-]+),light-dark\(#[\da-f]+, #[\da-f]+\)\)/g)]).toHaveLength(colours.length);
    for (const name of ["background", "ink", "rule", "field-1", "field-8", "fill-1", "fill-8"]) expect(open).toContain(`var(--career-${name},`);
  });

  it("reads what a minifier has written, too", () => {
    expect(openTokens("a{--bg:light-dark(#fff,#000);--c0:light-dark(#111,#222)}")).toBe("a{--bg:var(--career-background,light-dark(#fff,#000));--c0:var(--career-field-1,light-dark(#111,#222))}");
  });

  it("leaves what follows another token, and what is forced, as it is", () => {
    for (const css of ["a{--hatch: var(--edge)}", "@media (forced-colors: active){a{--bg: Canvas}}", "a{color: light-dark(#fff,#000)}"]) expect(openTokens(css)).toBe(css);
  });
});
