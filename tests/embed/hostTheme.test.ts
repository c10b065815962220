// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readHostPlace, watchHostPlace } from "../../src/embed/hostTheme.js";

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
    expect(readHostPlace(element, null).theme).toBe("system");
    document.documentElement.className = "no-js dark";
    expect(readHostPlace(element, null).theme).toBe("dark");
    outer.dataset["bsTheme"] = "light";
    expect(readHostPlace(element, null).theme).toBe("light");
    host.setAttribute("data-color-mode", "dark");
    expect(readHostPlace(element, null).theme).toBe("dark");
    around.dataset["theme"] = "light";
    expect(readHostPlace(element, null).theme).toBe("light");
    slotted.className = "dark";
    expect(readHostPlace(element, null).theme).toBe("dark");
    expect(readHostPlace(element, "light").theme).toBe("light");
  });

  it("is the host's sign before its scheme, its scheme before its ground, and its own word before all", () => {
    const [outer, host, element] = ["div", "div", "p"].map((name) => document.createElement(name)) as [HTMLElement, HTMLElement, HTMLElement];
    document.body.append(outer);
    outer.append(host);
    host.append(element);
    outer.style.backgroundColor = "rgb(20, 20, 20)";
    expect(readHostPlace(element, null).theme).toBe("dark");
    host.style.backgroundColor = "rgba(255, 255, 255, 0.2)";
    expect(readHostPlace(element, "auto").theme).toBe("dark");
    host.style.backgroundColor = "white";
    expect(readHostPlace(element, null).theme).toBe("light");
    element.setAttribute("style", "color-scheme: only dark");
    expect(readHostPlace(element, "system").theme).toBe("dark");
    document.body.dataset["theme"] = "light";
    expect(readHostPlace(element, null).theme).toBe("light");
    expect(readHostPlace(element, "dark").theme).toBe("dark");
  });

  it("has the ground that is painted, whatever is asked for", () => {
    const element = document.createElement("p");
    document.body.append(element);
    expect(readHostPlace(element, "dark")).toEqual({ theme: "dark", ground: null });
    document.body.style.backgroundColor = "white";
    expect(readHostPlace(element, "dark")).toEqual({ theme: "dark", ground: expect.closeTo(1, 5) as unknown });
    expect(readHostPlace(element, null).theme).toBe("light");
  });

  it("is read through a form whose inputs have the names of its properties", () => {
    const form = document.createElement("form");
    const input = document.createElement("input");
    input.name = "parentNode";
    const inside = document.createElement("p");
    form.append(input, inside);
    document.body.append(form);
    document.body.className = "dark";
    expect(readHostPlace(inside, null).theme).toBe("dark");
  });

  it("is told when it has become another, and then only, until that is stopped", async () => {
    const { element, around, host, outer } = nest();
    const told = vi.fn();
    const stop = watchHostPlace(element, told);
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
    const stop = watchHostPlace(element, told);
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
