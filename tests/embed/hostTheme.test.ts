// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decideTheme, readHostTheme, watchHostTheme } from "../../src/embed/hostTheme.js";

describe("decideTheme", () => {
  it.each<readonly [string | null, readonly (string | null)[], string, string]>([
    [null, [], "normal", "system"], [null, [null, null], "light dark", "system"], ["auto", ["auto"], "", "system"],
    ["dark", ["light"], "only light", "dark"], ["light", ["dark"], "dark", "light"],
    ["auto", [null, "dark", "light"], "light", "dark"], ["system", ["light dark", "light"], "dark", "light"],
    [null, ["prose DARK mode", "light"], "", "dark"], [null, ["darkmode", "dark-mode", "lighten"], "", "system"],
    [null, [null], "dark", "dark"], [null, [null], "only light", "light"], [null, [], "dark light", "system"],
    ["blue", ["cupcake", ""], "light", "light"],
  ])("own %j, signs %j, scheme %j: %s", (own, signs, scheme, theme) => {
    expect(decideTheme(own, signs, scheme)).toBe(theme);
  });
});

describe("a host's theme", () => {
  const media = { matches: false, listeners: new Set<() => void>(), addEventListener: (_: string, tell: () => void) => void media.listeners.add(tell), removeEventListener: (_: string, tell: () => void) => void media.listeners.delete(tell) };
  beforeEach(() => vi.stubGlobal("matchMedia", () => media));
  afterEach(() => {
    document.body.replaceChildren();
    for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name);
    vi.unstubAllGlobals();
  });

  /** An element in a shadow root, in a slot of another. */
  function nest(): { readonly element: Element; readonly slotted: HTMLElement; readonly around: HTMLElement; readonly host: HTMLElement; readonly outer: HTMLElement } {
    const outer = document.createElement("section");
    const host = document.createElement("div");
    outer.append(host);
    document.body.append(outer);
    const shadow = host.attachShadow({ mode: "closed" });
    const around = document.createElement("div");
    const card = document.createElement("div");
    shadow.append(around);
    around.append(card);
    const slotted = document.createElement("div");
    slotted.append(document.createElement("slot"));
    card.attachShadow({ mode: "open" }).append(slotted);
    const element = document.createElement("p");
    card.append(element);
    return { element, slotted, around, host, outer };
  }

  it("is found on whatever the element is shown in, the nearest first, through shadow roots", () => {
    const { element, slotted, around, host, outer } = nest();
    expect(readHostTheme(element, null)).toBe("system");
    document.documentElement.className = "no-js dark";
    expect(readHostTheme(element, null)).toBe("dark");
    outer.dataset["bsTheme"] = "light";
    expect(readHostTheme(element, null)).toBe("light");
    host.setAttribute("data-color-mode", "dark");
    expect(readHostTheme(element, null)).toBe("dark");
    around.dataset["theme"] = "light";
    expect(readHostTheme(element, null)).toBe("light");
    slotted.className = "dark";
    expect(readHostTheme(element, null)).toBe("dark");
    expect(readHostTheme(element, "light")).toBe("light");
  });

  it("is watched on all of them, and on the system, until that is stopped", async () => {
    const { element, around, host, outer } = nest();
    const told = vi.fn();
    const stop = watchHostTheme(element, told);
    const changes: (() => void)[] = [
      () => around.setAttribute("data-theme", "dark"), () => host.setAttribute("class", "dark"), () => outer.setAttribute("style", "color-scheme: dark"),
      () => document.documentElement.setAttribute("data-any-sign", "dark"), () => document.body.setAttribute("data-bs-theme", "dark"), () => media.listeners.forEach((tell) => tell()),
    ];
    for (const [i, change] of changes.entries()) {
      change();
      await Promise.resolve();
      expect(told).toHaveBeenCalledTimes(i + 1);
    }
    outer.setAttribute("title", "no sign");
    await Promise.resolve();
    expect(told).toHaveBeenCalledTimes(changes.length);
    stop();
    for (const change of changes) change();
    document.documentElement.className = "light";
    await Promise.resolve();
    expect(told).toHaveBeenCalledTimes(changes.length);
    expect(media.listeners.size).toBe(0);
  });
});
