// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readHostTheme, watchHostTheme } from "../../src/embed/hostTheme.js";

describe("a host's theme", () => {
  const media = { matches: false, listeners: new Set<() => void>(), addEventListener: (_: string, tell: () => void) => void media.listeners.add(tell), removeEventListener: (_: string, tell: () => void) => void media.listeners.delete(tell) };
  beforeEach(() => vi.stubGlobal("matchMedia", () => media));
  afterEach(() => {
    document.body.replaceChildren();
    for (const each of [document.documentElement, document.body]) for (const name of each.getAttributeNames()) each.removeAttribute(name);
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

  it("is the host's sign before its scheme, its scheme before its ground, and its own word before all", () => {
    const [outer, host, element] = ["div", "div", "p"].map((name) => document.createElement(name)) as [HTMLElement, HTMLElement, HTMLElement];
    document.body.append(outer);
    outer.append(host);
    host.append(element);
    outer.style.backgroundColor = "rgb(20, 20, 20)";
    expect(readHostTheme(element, null)).toBe("dark");
    host.style.backgroundColor = "rgba(255, 255, 255, 0.2)";
    expect(readHostTheme(element, "auto")).toBe("dark");
    host.style.backgroundColor = "white";
    expect(readHostTheme(element, null)).toBe("light");
    element.setAttribute("style", "color-scheme: only dark");
    expect(readHostTheme(element, "system")).toBe("dark");
    document.body.dataset["theme"] = "light";
    expect(readHostTheme(element, null)).toBe("light");
    expect(readHostTheme(element, "dark")).toBe("dark");
  });

  it("is read through a form whose inputs have the names of its properties", () => {
    const form = document.createElement("form");
    const input = document.createElement("input");
    input.name = "parentNode";
    const inside = document.createElement("p");
    form.append(input, inside);
    document.body.append(form);
    document.body.className = "dark";
    expect(readHostTheme(inside, null)).toBe("dark");
  });

  it("is told when it has become another, and then only, until that is stopped", async () => {
    const { element, around, host, outer } = nest();
    const told = vi.fn();
    const stop = watchHostTheme(element, told);
    const changes: (() => void)[] = [
      () => around.setAttribute("data-theme", "dark"),
      () => around.setAttribute("data-theme", "light"),
      () => {
        around.removeAttribute("data-theme");
        host.setAttribute("class", "dark");
      },
      () => host.removeAttribute("class"),
      () => outer.setAttribute("style", "background: #111"),
      () => outer.setAttribute("style", "background: #eee"),
      () => document.body.setAttribute("data-bs-theme", "dark"),
      () => document.body.removeAttribute("data-bs-theme"),
    ];
    for (const [i, change] of changes.entries()) {
      change();
      await Promise.resolve();
      expect(told, change.toString()).toHaveBeenCalledTimes(i + 1);
    }
    for (const change of [() => document.documentElement.setAttribute("data-page", "2"), () => document.body.setAttribute("style", "top: 3px"), () => outer.classList.add("wide"), () => media.listeners.forEach((tell) => tell())]) {
      change();
      await Promise.resolve();
    }
    expect(told).toHaveBeenCalledTimes(changes.length);
    stop();
    document.body.className = "dark";
    outer.dispatchEvent(new Event("transitionend", { bubbles: true }));
    dispatchEvent(new Event("load"));
    await Promise.resolve();
    expect(told).toHaveBeenCalledTimes(changes.length);
    expect(media.listeners.size).toBe(0);
  });

  it("is told at the end of a fade, with the system, and when the page's style sheets are there", () => {
    const { element, outer } = nest();
    const ground = { colour: "rgb(255, 255, 255)" };
    const computed = getComputedStyle;
    vi.stubGlobal("getComputedStyle", (each: Element) => (each === outer ? { colorScheme: "normal", backgroundColor: ground.colour, backgroundImage: "none" } : computed(each)));
    const told = vi.fn();
    const stop = watchHostTheme(element, told);
    const ends: (() => void)[] = [() => outer.dispatchEvent(new Event("transitionend", { bubbles: true })), () => dispatchEvent(new Event("load")), () => media.listeners.forEach((tell) => tell())];
    for (const [i, end] of ends.entries()) {
      ground.colour = i % 2 === 0 ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
      expect(told).toHaveBeenCalledTimes(i);
      end();
      expect(told).toHaveBeenCalledTimes(i + 1);
    }
    stop();
  });
});
