// @vitest-environment jsdom
import { afterEach, describe, expect, it } from "vitest";
import { themeAmong } from "../../src/embed/themeSigns.js";

afterEach(() => document.body.replaceChildren());

type Signs = Readonly<Record<string, string>>;
const elements = (all: readonly Signs[]): HTMLElement[] => all.map((signs) => {
  const element = document.createElement("div");
  for (const [name, value] of Object.entries(signs)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
});

describe("themeAmong", () => {
  it.each<readonly [own: string | null, around: readonly Signs[], scheme: string, theme: string]>([
    [null, [{}], "normal", "system"], [null, [{}, {}], "light dark", "system"], ["auto", [{ "data-theme": "auto" }], "", "system"],
    ["dark", [{ class: "light" }], "only light", "dark"], ["light", [{ class: "dark" }], "dark", "light"],
    ["auto", [{}, { class: "dark" }, { class: "light" }], "light", "dark"], ["system", [{ "data-theme": "light dark" }, { class: "light" }], "dark", "light"],
    [null, [{ class: "prose dark mode" }, { class: "light" }], "", "dark"], [null, [{ class: "darkmode dark-mode lighten" }], "", "system"],
    [null, [{}], "dark", "dark"], [null, [{}], "only light", "light"], [null, [{}], "light only", "light"], [null, [{}], "dark light", "system"],
    ["blue", [{ "data-theme": "cupcake", "data-bs-theme": "" }], "light", "light"],
    [null, [{ "data-bs-theme": "dark", "data-color-mode": "light" }], "", "dark"], [null, [{ "data-theme": "corporate", class: "dark" }], "", "dark"],
  ])("own %j, around %j, scheme %j: %s", (own, around, scheme, theme) => {
    const [nearest, ...others] = around;
    expect(themeAmong(own, elements([{ ...nearest, style: `color-scheme: ${scheme}` }, ...others]))).toBe(theme);
  });
});
