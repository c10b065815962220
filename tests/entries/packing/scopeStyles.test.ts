import { describe, expect, it } from "vitest";
import { scopeStyles } from "../../../src/entries/packing/scopeStyles.js";

const S = ".career-timeline:not(#\\#)";

describe("scopeStyles", () => {
  it.each<readonly [what: string, css: string, scoped: string]>([
    ["nothing", "", ""],
    ["a rule", ".arc .edge { fill: none; }", `${S} .arc .edge{ fill: none; }`],
    ["a list of selectors", ".a,.b > c , :is(.d, .e){x:y}", `${S} .a,${S} .b > c,${S} :is(.d, .e){x:y}`],
    ["commas and braces in strings and brackets", `a[b="},{"],c:not(.d,.e)::before{content:"}"}f{}`, `${S} a[b="},{"],${S} c:not(.d,.e)::before{content:"}"}${S} f{}`],
    ["an escaped sign", ".a\\,b{}", `${S} .a\\,b{}`],
    ["our own root", ".career-timeline[data-theme=light],.career-timeline .x{a:b}", ".career-timeline[data-theme=light],.career-timeline .x{a:b}"],
    ["our own root where it is no page", "div.career-timeline{a:b}", "div.career-timeline{a:b}"],
    ["a class that only begins like it", ".career-timeline-x{a:b}", `${S} .career-timeline-x{a:b}`],
    ["a sign on the root", "[data-live] .x{a:b}", `${S}[data-live] .x{a:b}`],
    ["groups within groups", "@media print{@container t (width < 9px){.x{a:b}}.y{c:d}}.z{}", `@media print{@container t (width < 9px){${S} .x{a:b}}${S} .y{c:d}}${S} .z{}`],
    ["comments", "/* html { } */.a/* , */.b{x:y}", `${S} .a.b{x:y}`],
    ["key frames and those who use them", "@keyframes appear{from{opacity:0}}.a{animation:appear .2s, disappear 1s;color:appear}.b{animation-name:appear}", `@keyframes career-timeline-appear{from{opacity:0}}${S} .a{animation:career-timeline-appear .2s, disappear 1s;color:appear}${S} .b{animation-name:career-timeline-appear}`],
  ])("%s", (_, css, scoped) => {
    expect(scopeStyles(css)).toBe(scoped);
  });

  it.each(["html{}", "body .x{}", ":root{--a:b}", ":host{}", ".a,html.b{}", "@media print{body{}}", "@font-face{font-family:x}", "@import 'x.css';", "@property --x{}", "@layer x{.a{}}", ".a"])("will have no part in what reaches the host: %s", (css) => {
    expect(() => scopeStyles(css)).toThrow("would reach the host's page");
  });

  it("says so where a block has no end", () => {
    expect(() => scopeStyles(".a{b:c")).toThrow("no end of the block: {b:c");
  });
});
